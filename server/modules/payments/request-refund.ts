import { change, row, type Tx } from '../../kernel/db.ts'
import { announce } from '../../kernel/events.ts'
import { newId } from '../../kernel/ids.ts'
import { type Fen, yuan } from '../../kernel/money.ts'
import { refundRequested } from './events.ts'
import { takeBack } from './fee.ts'
import { nothingPaid, refundTooLarge } from './refusals.ts'

/**
 * Asks for money to go back to the buyer. The provider is asked after the commit, as often as it takes; where the
 * order's money has been shared out already, the shares are taken back first.
 */
export async function requestRefund(
  tx: Tx,
  { paysFor, amount, reason }: { paysFor: string; amount: Fen; reason: string },
): Promise<string> {
  // The captured intent's row is the order's money: refunds and the split wait for each other here.
  const paid = await row<{ id: string; storeId: string; amount: Fen }>(
    tx,
    `select id, store_id, amount from payments.intent where pays_for = $1 and state = 'captured' for update`,
    [paysFor],
  )
  if (!paid) throw nothingPaid()
  const given = await row<{ sum: Fen }>(
    tx,
    'select coalesce(sum(amount), 0)::bigint sum from payments.refund where intent_id = $1',
    [paid.id],
  )
  const most = paid.amount - (given?.sum ?? 0)
  if (amount > most) throw refundTooLarge({ most: yuan(most) }, 'amount')
  const refundId = await insertRefund(tx, {
    intentId: paid.id,
    paysFor,
    storeId: paid.storeId,
    amount,
    reason,
    surplus: false,
  })
  await takeSharesBack(tx, paid.id, refundId, amount)
  await announce(tx, refundRequested, { refundId })
  return refundId
}

/** Gives a second payment of the same order back, all of it. */
export async function askBackSurplus(
  tx: Tx,
  { intentId, paysFor, storeId, amount }: { intentId: string; paysFor: string; storeId: string; amount: Fen },
): Promise<void> {
  const refundId = await insertRefund(tx, { intentId, paysFor, storeId, amount, reason: 'surplus', surplus: true })
  await announce(tx, refundRequested, { refundId })
}

async function insertRefund(
  tx: Tx,
  refund: { intentId: string; paysFor: string; storeId: string; amount: Fen; reason: string; surplus: boolean },
): Promise<string> {
  const refundId = newId()
  await change(
    tx,
    `insert into payments.refund (id, intent_id, pays_for, store_id, amount, reason, is_surplus, state)
     values ($1, $2, $3, $4, $5, $6, $7, 'requested')`,
    [refundId, refund.intentId, refund.paysFor, refund.storeId, refund.amount, refund.reason, refund.surplus],
  )
  return refundId
}

async function takeSharesBack(tx: Tx, intentId: string, refundId: string, amount: Fen): Promise<void> {
  const split = await row<{ id: string; storeId: string; feeBasisPoints: number; net: Fen; fee: Fen }>(
    tx,
    `select s.id, s.store_id, s.fee_basis_points,
       s.net - coalesce(sum(r.net), 0)::bigint net, s.fee - coalesce(sum(r.fee), 0)::bigint fee
     from payments.split s left join payments.split_return r on r.split_id = s.id
     where s.intent_id = $1 group by s.id`,
    [intentId],
  )
  if (!split) return
  const { net, fee } = takeBack(split, amount, split.feeBasisPoints)
  await change(
    tx,
    'insert into payments.split_return (id, split_id, refund_id, store_id, net, fee) values ($1, $2, $3, $4, $5, $6)',
    [newId(), split.id, refundId, split.storeId, net, fee],
  )
}
