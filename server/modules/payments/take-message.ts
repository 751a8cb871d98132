import { breaksUnique, change, type Db, row, type Tx, transact } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { every } from '../../kernel/schedule.ts'
import { capture } from './capture.ts'
import { type ProviderMessage, requireProvider, type SignedMessage } from './provider.ts'
import { callbackMismatch } from './refusals.ts'
import { settleRefund, settleSplit, settleSplitReturn } from './settle.ts'

/**
 * Takes a provider's message, from a callback or from an answer: the signature first, then one transaction. Late, twice
 * and out of order are all harmless. A forged message is logged and refused, one that does not fit likewise.
 */
export async function takeMessage(db: Db, providerName: string, signed: SignedMessage): Promise<void> {
  const provider = requireProvider(providerName)
  let message: ProviderMessage
  try {
    message = provider.verifyCallback(signed, new Date())
  } catch (error) {
    if (error instanceof Refusal) await logForged(db, providerName, signed, String(error.params.why))
    throw error
  }
  const take = () => transact(db, (tx) => applyMessage(tx, providerName, message, signed.body))
  const mismatch = await take().catch((error: unknown) => {
    // Two channels paid at the same instant and this one came second: now it can be seen.
    if (breaksUnique(error, 'paid_once')) return take()
    throw error
  })
  if (mismatch) throw callbackMismatch({ why: mismatch })
}

/** What does not fit, or undefined. */
async function applyMessage(
  tx: Tx,
  provider: string,
  message: ProviderMessage,
  body: string,
): Promise<string | undefined> {
  if (message.kind === 'charge.paid') return capture(tx, provider, message, body)
  const fits = await settleOther(tx, message)
  await change(
    tx,
    `insert into payments.callback (id, provider, accepted, refusal, kind, subject_id, nonce, body)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [newId(), provider, fits, fits ? null : 'mismatch', message.kind, message.subject, message.nonce, body],
  )
  return fits ? undefined : 'mismatch'
}

function settleOther(tx: Tx, message: Exclude<ProviderMessage, { kind: 'charge.paid' }>): Promise<boolean> {
  switch (message.kind) {
    case 'charge.closed':
      return closeIntent(tx, message.subject)
    case 'refund.settled':
      return settleRefund(tx, message)
    case 'split.settled':
      return settleSplit(tx, message)
    case 'split_return.settled':
      return settleSplitReturn(tx, message)
  }
}

/** The buyer gave up. A payment that has arrived stays what it is. */
async function closeIntent(tx: Tx, intentId: string): Promise<boolean> {
  await change(tx, `update payments.intent set state = 'closed' where id = $1 and state = 'open'`, [intentId])
  return (await row(tx, 'select 1 from payments.intent where id = $1', [intentId])) !== undefined
}

// A flood of forgeries must not fill the disk: past this many a minute a process answers them without a row each.
const forgedPerMinute = 60
const forged = new WeakMap<Db, { minute: number; count: number }>()

async function logForged(db: Db, provider: string, { body }: SignedMessage, why: string): Promise<void> {
  const minute = Math.floor(Date.now() / 60_000)
  const before = forged.get(db)
  const count = before?.minute === minute ? before.count + 1 : 1
  forged.set(db, { minute, count })
  if (count > forgedPerMinute) return
  await change(
    db,
    'insert into payments.callback (id, provider, accepted, refusal, body) values ($1, $2, false, $3, $4)',
    // A NUL byte is text to JavaScript but not to PostgreSQL.
    [newId(), provider, why, body.slice(0, 2000).replaceAll('\0', '')],
  )
}

// After three months a forged one has told all it can. What was signed stays.
every(86_400, 'payments.forget_forged', async (db) => {
  await change(
    db,
    `delete from payments.callback where not accepted and kind is null and received_at < now() - interval '90 days'`,
  )
})
