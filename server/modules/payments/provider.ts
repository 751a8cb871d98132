import type { Db } from '../../kernel/db.ts'
import type { Fen } from '../../kernel/money.ts'
import type { Instant } from '../../kernel/time.ts'
import { unknownProvider } from './refusals.ts'
import { sandbox } from './sandbox.ts'
import type { Channel } from './shapes.ts'

/** What the buyer is asked to pay. `reference` is our intent's id. */
export interface Charge {
  reference: string
  channel: Channel
  amount: Fen
  subject: string
  /** Where the provider tells us the result. */
  notifyUrl: string
  /** Where the buyer's browser goes afterwards. */
  returnPath: string
  /** When the payment was opened: what the provider gives out for it ends with the order's time to pay. */
  openedAt: Instant
}

/** A message with its signature, as it came over the wire. */
export interface SignedMessage {
  headers: Record<string, string | string[] | undefined>
  body: string
}

/** What a provider can tell us, once its signature is known to be right. */
export type ProviderMessage = { nonce: string } & (
  | { kind: 'charge.paid'; subject: string; amount: Fen; at: Instant; transaction: string }
  | { kind: 'charge.closed'; subject: string; at: Instant }
  | { kind: 'refund.settled'; subject: string; amount: Fen; at: Instant }
  | { kind: 'split.settled'; subject: string; amount: Fen; at: Instant }
  | { kind: 'split_return.settled'; subject: string; amount: Fen; at: Instant }
)

export interface RefundOrder {
  refundId: string
  reference: string
  amount: Fen
}
export interface SplitOrder {
  splitId: string
  reference: string
  merchantId: string
  net: Fen
  fee: Fen
}
export interface SplitReturnOrder {
  returnId: string
  splitId: string
  reference: string
  net: Fen
  fee: Fen
}

/** A licensed payment provider. Every request may be repeated: the provider knows it by its id. */
export interface Provider {
  name: string
  /** Where the buyer pays: an address signed by us. */
  startUrl(charge: Charge): string
  /** Asks for money to go back to the buyer; the answer is signed like a callback. */
  requestRefund(db: Db, order: RefundOrder): Promise<SignedMessage>
  /** Tells how a captured payment is shared out. */
  instructSplit(db: Db, order: SplitOrder): Promise<SignedMessage>
  /** Takes shares back, so that a refund can follow. */
  returnSplit(db: Db, order: SplitReturnOrder): Promise<SignedMessage>
  /** Reads a message, or refuses it as forged (`forgedCallback`). */
  verifyCallback(message: SignedMessage, now: Date): ProviderMessage
}

/** Where new payments go; those under way stay with the provider they began with. */
export const providerOfNew: Provider = sandbox

const providers: Record<string, Provider> = { sandbox }

/** The provider of this name; refuses an unknown one. */
export function requireProvider(name: string): Provider {
  const provider = Object.hasOwn(providers, name) ? providers[name] : undefined
  if (!provider) throw unknownProvider()
  return provider
}
