import { row, type Tx } from '../../kernel/db.ts'
import { announce } from '../../kernel/events.ts'
import type { Fen } from '../../kernel/money.ts'
import type { Instant } from '../../kernel/time.ts'
import { refundSettled, splitSettled } from './events.ts'

interface Told {
  subject: string
  amount: Fen
  at: Instant
}

// Each of these moves one row forward and books both sides of it in the same statement. A repeat finds no row to move;
// an amount that differs from ours moves nothing and is reported as a mismatch.

/** The buyer has the money back. */
export async function settleRefund(tx: Tx, { subject, amount, at }: Told): Promise<boolean> {
  const moved = await row<{ paysFor: string; storeId: string; isSurplus: boolean; settledAt: Instant }>(
    tx,
    `with moved as (
       update payments.refund set state = 'settled', settled_at = $3
       where id = $1 and amount = $2 and state = 'requested'
       returning id, pays_for, store_id, amount, is_surplus, settled_at),
     booked as (
       insert into payments.journal_entry (transaction_id, position, account, store_id, pays_for, amount, memo, at)
       select m.id, side.position, side.account, m.store_id, m.pays_for, m.amount * side.sign, 'refund', m.settled_at
       from moved m, (values (0, 'buyer_payment', 1), (1, 'provider_clearing', -1)) side(position, account, sign))
     select * from moved`,
    [subject, amount, at],
  )
  if (!moved) return isSettled(tx, 'refund', subject, amount)
  const { paysFor, storeId, isSurplus, settledAt } = moved
  if (!isSurplus) await announce(tx, refundSettled, { paysFor, storeId, refundId: subject, amount, settledAt })
  return true
}

/** The provider has shared the money out. */
export async function settleSplit(tx: Tx, { subject, amount, at }: Told): Promise<boolean> {
  const moved = await row<{ paysFor: string; storeId: string; net: Fen; fee: Fen }>(
    tx,
    `with moved as (
       update payments.split set state = 'settled', settled_at = $3
       where id = $1 and net + fee = $2 and state = 'instructed'
       returning id, pays_for, store_id, net, fee, settled_at),
     booked as (
       insert into payments.journal_entry (transaction_id, position, account, store_id, pays_for, amount, memo, at)
       select m.id, side.position, side.account, m.store_id, m.pays_for, side.amount, 'split', m.settled_at
       from moved m, lateral (values (0, 'buyer_payment', m.net + m.fee), (1, 'merchant_payable', -m.net),
         (2, 'platform_fee', -m.fee)) side(position, account, amount) where side.amount <> 0)
     select * from moved`,
    [subject, amount, at],
  )
  if (!moved) return isSettled(tx, 'split', subject, amount)
  await announce(tx, splitSettled, { ...moved, splitId: subject })
  return true
}

/** The shares of a later refund have been taken back. */
export async function settleSplitReturn(tx: Tx, { subject, amount, at }: Told): Promise<boolean> {
  const moved = await row(
    tx,
    `with moved as (
       update payments.split_return set settled_at = $3
       where id = $1 and net + fee = $2 and settled_at is null returning id, split_id, store_id, net, fee, settled_at),
     booked as (
       insert into payments.journal_entry (transaction_id, position, account, store_id, pays_for, amount, memo, at)
       select m.id, side.position, side.account, m.store_id, s.pays_for, side.amount, 'split_return', m.settled_at
       from moved m join payments.split s on s.id = m.split_id,
         lateral (values (0, 'merchant_payable', m.net), (1, 'platform_fee', m.fee),
           (2, 'buyer_payment', -m.net - m.fee)) side(position, account, amount) where side.amount <> 0)
     select id from moved`,
    [subject, amount, at],
  )
  return moved ? true : isSettled(tx, 'split_return', subject, amount)
}

async function isSettled(
  tx: Tx,
  table: 'refund' | 'split' | 'split_return',
  id: string,
  amount: Fen,
): Promise<boolean> {
  const sum = table === 'refund' ? 'amount' : 'net + fee'
  const found = await row(
    tx,
    `select 1 from payments.${table} where id = $1 and ${sum} = $2 and settled_at is not null`,
    [id, amount],
  )
  return found !== undefined
}
