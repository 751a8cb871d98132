import assert from 'node:assert/strict'
import { change, row, type Tx } from '../../kernel/db.ts'
import { announce, callOutside } from '../../kernel/events.ts'
import { newId } from '../../kernel/ids.ts'
import type { Fen } from '../../kernel/money.ts'
import { splitInstructed } from './events.ts'
import { splitFee } from './fee.ts'
import { requireProvider } from './provider.ts'
import { nothingPaid } from './refusals.ts'
import { paymentSettings } from './settings.ts'
import { takeMessage } from './take-message.ts'

export interface InstructSplit {
  paysFor: string
  storeId: string
  merchantId: string
  /** All that the buyer paid, freight included. */
  gross: Fen
  /** How much of it is freight. */
  freight: Fen
  /** What the caller knows to be refunded; this room also counts refunds that are still on their way. */
  refunded: Fen
}

/** Shares a completed order's money between merchant and platform. A repeat changes nothing. */
export async function instructSplit(tx: Tx, order: InstructSplit): Promise<void> {
  const paid = await row<{ id: string; amount: Fen }>(
    tx,
    `select id, amount from payments.intent where pays_for = $1 and state = 'captured' for update`,
    [order.paysFor],
  )
  if (!paid) throw nothingPaid()
  const given = await row<{ sum: Fen }>(
    tx,
    'select coalesce(sum(amount), 0)::bigint sum from payments.refund where intent_id = $1',
    [paid.id],
  )
  const refunded = given?.sum ?? 0
  assert.equal(order.gross, paid.amount, 'a split shares out exactly what was captured')
  assert(order.refunded <= refunded, 'no more can be refunded than was asked of this room')
  // Given back whole: nothing is left to share.
  if (refunded === paid.amount) return

  const { feeBasisPoints } = paymentSettings()
  const { net, fee } = splitFee(order.gross - refunded, feeBasisPoints)
  const splitId = newId()
  const made = await change(
    tx,
    `insert into payments.split (id, intent_id, pays_for, store_id, merchant_id, gross, freight, refunded,
       fee_basis_points, fee, net, state)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'instructed') on conflict (intent_id) do nothing`,
    [
      splitId,
      paid.id,
      order.paysFor,
      order.storeId,
      order.merchantId,
      order.gross,
      order.freight,
      refunded,
      feeBasisPoints,
      fee,
      net,
    ],
  )
  if (made === 1) await announce(tx, splitInstructed, { splitId })
}

/** Tells the provider, after the commit. */
callOutside(splitInstructed, 'payments.tell_split', async (db, { splitId }) => {
  const split = await row<{
    provider: string
    reference: string
    merchantId: string
    net: Fen
    fee: Fen
    state: string
  }>(
    db,
    `select i.provider, i.id reference, s.merchant_id, s.net, s.fee, s.state
     from payments.split s join payments.intent i on i.id = s.intent_id where s.id = $1`,
    [splitId],
  )
  if (!split || split.state === 'settled') return
  const { reference, merchantId, net, fee } = split
  const provider = requireProvider(split.provider)
  await takeMessage(db, provider.name, await provider.instructSplit(db, { splitId, reference, merchantId, net, fee }))
})
