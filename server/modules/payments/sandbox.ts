import Type, { type Static } from 'typebox'
import { Compile } from 'typebox/compile'
import type { Charge, Provider, ProviderMessage, SignedMessage } from './provider.ts'
import { forgedCallback } from './refusals.ts'
import { bookRefund, bookSplit, bookSplitReturn } from './sandbox-books.ts'
import { checkMessage, sameSignature, sign } from './sandbox-signing.ts'
import { paymentSettings } from './settings.ts'
import { Channel } from './shapes.ts'

/** What a pay link says, and what its signature covers. */
export const PayLink = Type.Object(
  {
    amount: Type.Integer({ minimum: 1, maximum: 1e12 }),
    channel: Channel,
    expires: Type.Integer({ minimum: 0, maximum: 1e14 }),
    notify: Type.String({ maxLength: 300 }),
    back: Type.String({ maxLength: 300 }),
    subject: Type.String({ maxLength: 120 }),
    sign: Type.String({ maxLength: 64 }),
  },
  { additionalProperties: false },
)
export type PayLink = Static<typeof PayLink>

const linkGoodForMs = 20 * 60_000

const Fact = { subject: Type.String({ format: 'uuid' }), at: Type.String({ format: 'date-time' }) }
const Amount = { amount: Type.Integer({ minimum: 0 }) }
const message = Compile(
  Type.Union([
    Type.Object({ kind: Type.Literal('charge.paid'), ...Fact, ...Amount, transaction: Type.String() }),
    Type.Object({ kind: Type.Literal('charge.closed'), ...Fact }),
    Type.Object({ kind: Type.Literal('refund.settled'), ...Fact, ...Amount }),
    Type.Object({ kind: Type.Literal('split.settled'), ...Fact, ...Amount }),
    Type.Object({ kind: Type.Literal('split_return.settled'), ...Fact, ...Amount }),
  ]),
)

/** Play money that speaks a real protocol: signed addresses, signed callbacks, books of its own. */
export const sandbox: Provider = {
  name: 'sandbox',
  startUrl(charge) {
    const link = { ...linkOf(charge), expires: Date.parse(charge.openedAt) + linkGoodForMs }
    const query = new URLSearchParams({ ...link, amount: String(link.amount), expires: String(link.expires) })
    query.set('sign', signLink(charge.reference, link))
    return `/sandbox/pay/${charge.reference}?${query}`
  },
  requestRefund: (db, order) => bookRefund(db, order),
  instructSplit: (db, order) => bookSplit(db, order),
  returnSplit: (db, order) => bookSplitReturn(db, order),
  verifyCallback,
}

function linkOf({ amount, channel, notifyUrl, returnPath, subject }: Charge): Omit<PayLink, 'sign' | 'expires'> {
  return { amount, channel, notify: notifyUrl, back: returnPath, subject }
}

function signLink(reference: string, link: Omit<PayLink, 'sign'>): string {
  const { amount, channel, expires, notify, back, subject } = link
  return sign(paymentSettings().ourKey, [reference, String(amount), channel, String(expires), notify, back, subject])
}

/** Was this pay link made by us, every part of it? */
export function isOurLink(reference: string, link: PayLink): boolean {
  return sameSignature(link.sign, signLink(reference, link))
}

function verifyCallback(signed: SignedMessage, now: Date): ProviderMessage {
  const checked = checkMessage(paymentSettings().sandboxKey, signed, now)
  if ('wrong' in checked) throw forgedCallback({ why: checked.wrong })
  const said = parse(signed.body)
  if (!message.Check(said)) throw forgedCallback({ why: 'content' })
  return { ...said, nonce: checked.nonce }
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
