import { row, type Tx } from '../../kernel/db.ts'
import { announce } from '../../kernel/events.ts'
import { newId } from '../../kernel/ids.ts'
import type { Fen } from '../../kernel/money.ts'
import type { Instant } from '../../kernel/time.ts'
import { paymentCaptured } from './events.ts'
import type { ProviderMessage } from './provider.ts'
import { askBackSurplus } from './request-refund.ts'

type ChargePaid = Extract<ProviderMessage, { kind: 'charge.paid' }>

interface Won {
  id: string
  paysFor: string
  storeId: string
  amount: Fen
  state: 'captured' | 'surplus'
  capturedAt: Instant
}

/**
 * Writes down that a buyer's money has arrived: the message, the intent's state and both sides of the journal in one
 * statement. An order that is paid already gives the second payment back. Two at the same instant: the unique index
 * `paid_once` refuses one of them, and the caller tries that one again.
 */
export async function capture(
  tx: Tx,
  provider: string,
  message: ChargePaid,
  body: string,
): Promise<string | undefined> {
  const logId = newId()
  const won = await row<Won>(
    tx,
    `with told as (
       insert into payments.callback (id, provider, accepted, kind, subject_id, nonce, body)
       values ($1, $2, true, 'charge.paid', $3, $4, $5)),
     won as (
       update payments.intent i set captured_at = $7, provider_transaction = $8,
         state = case when exists (select 1 from payments.intent o where o.pays_for = i.pays_for and o.state = 'captured')
           then 'surplus' else 'captured' end
       where i.id = $3::uuid and i.provider = $2 and i.state in ('open', 'closed') and i.amount = $6
       returning i.id, i.pays_for, i.store_id, i.amount, i.state, i.captured_at),
     booked as (
       insert into payments.journal_entry (transaction_id, position, account, store_id, pays_for, amount, memo, at)
       select won.id, side.position, side.account, won.store_id, won.pays_for, won.amount * side.sign, won.state, won.captured_at
       from won, (values (0, 'provider_clearing', 1), (1, 'buyer_payment', -1)) side(position, account, sign))
     select * from won`,
    [logId, provider, message.subject, message.nonce, body, message.amount, message.at, message.transaction],
  )
  if (!won) return explain(tx, logId, provider, message)
  const { id: intentId, paysFor, storeId, amount, capturedAt } = won
  if (won.state === 'surplus') await askBackSurplus(tx, { intentId, paysFor, storeId, amount })
  else await announce(tx, paymentCaptured, { paysFor, storeId, intentId, amount, capturedAt })
  return undefined
}

/** Nothing was won: a repeat is fine; a payment we do not know, or another amount, is marked in the log and refused. */
async function explain(tx: Tx, logId: string, provider: string, message: ChargePaid): Promise<string | undefined> {
  const known = await row<{ why: string | null }>(
    tx,
    `with found as (select amount, provider from payments.intent where id = $2::uuid),
     verdict as (select case when not exists (select 1 from found) then 'unknown'
       when exists (select 1 from found where provider <> $3) then 'provider'
       when exists (select 1 from found where amount <> $4) then 'amount' end why)
     update payments.callback c set accepted = verdict.why is null, refusal = verdict.why
     from verdict where c.id = $1 returning verdict.why`,
    [logId, message.subject, provider, message.amount],
  )
  return known?.why ?? undefined
}
