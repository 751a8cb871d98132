import { change, type Tx } from '../../kernel/db.ts'
import type { Fen } from '../../kernel/money.ts'
import { requestRefund } from '../payments/index.ts'
import type { OrderKey } from './shapes.ts'

export type RefundReason = 'cancelled' | 'latePayment' | 'afterSale'

/** Asks the payment provider to give money back, and remembers why: only what is written here changes the order later. */
export async function askRefund(
  tx: Tx,
  { storeId, orderId }: OrderKey,
  { amount, reason, afterSaleId }: { amount: Fen; reason: RefundReason; afterSaleId?: string },
): Promise<void> {
  const refundId = await requestRefund(tx, { paysFor: orderId, amount, reason })
  await change(
    tx,
    `insert into orders.order_refund (refund_id, store_id, order_id, amount, reason, after_sale_id)
     values ($1, $2, $3, $4, $5, $6)`,
    [refundId, storeId, orderId, amount, reason, afterSaleId ?? null],
  )
}
