import type { Actor } from '../../kernel/actor.ts'
import { type Db, row, type Tx } from '../../kernel/db.ts'
import { type Channel, openPayment, paymentsOf } from '../payments/index.ts'
import { lockOrder, requireStep } from './require-order.ts'
import type { OrderKey } from './shapes.ts'

/**
 * Another payment for an order that still waits for its money: another channel, or a second try. Asked twice, it is the
 * same one: the order's lock lets nobody open a second beside it.
 */
export async function payAgain(
  tx: Tx,
  actor: Actor,
  key: OrderKey,
  { channel }: { channel: Channel },
): Promise<{ intentId: string }> {
  const seen = await lockOrder(tx, actor, key)
  requireStep(seen, 'pay')
  const { order } = seen
  const { payments } = await paymentsOf(tx, order.id)
  const open = payments.find((payment) => payment.state === 'open' && payment.channel === channel)
  if (open) return { intentId: open.intentId }
  const { reference: intentId } = await openPayment(tx, {
    paysFor: order.id,
    storeId: order.storeId,
    merchantId: order.merchantId,
    amount: order.total,
    subject: await firstName(tx, key),
    returnPath: `/orders/${order.storeId}/${order.id}`,
    channel,
  })
  return { intentId }
}

async function firstName(on: Db, { storeId, orderId }: OrderKey): Promise<string> {
  const line = await row<{ name: string }>(
    on,
    'select name from orders.order_line where store_id = $1 and order_id = $2 and line = 1',
    [storeId, orderId],
  )
  return line?.name ?? ''
}
