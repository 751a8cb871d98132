import type { Actor } from '../../kernel/actor.ts'
import { audit } from '../../kernel/audit.ts'
import { change, type Tx } from '../../kernel/db.ts'
import { announce } from '../../kernel/events.ts'
import { releaseStock } from '../inventory/index.ts'
import { askRefund } from './ask-refund.ts'
import { orderCancelled } from './events.ts'
import { reasonMissing } from './refusals.ts'
import { lockOrder, requireStep } from './require-order.ts'
import type { OrderKey } from './shapes.ts'
import { writeEvent } from './write-event.ts'

/** Cancels an order before it is sent: by its buyer, or by the store, which says why. Paid money goes back in full. */
export async function cancelOrder(
  tx: Tx,
  actor: Actor,
  key: OrderKey,
  { reason = '' }: { reason?: string } = {},
): Promise<void> {
  const seen = await lockOrder(tx, actor, key)
  const as = requireStep(seen, 'cancel')
  if (as === 'store' && !reason) throw reasonMissing(undefined, 'reason')
  const { total, villageCode, isSample, state } = seen.order
  const wasPaid = state === 'paid'
  await change(tx, `update orders."order" set state = 'cancelled', closed_at = now() where store_id = $1 and id = $2`, [
    key.storeId,
    key.orderId,
  ])
  await releaseStock(tx, [key.orderId])
  if (wasPaid) await askRefund(tx, key, { amount: total, reason: 'cancelled' })
  await writeEvent(tx, actor, key, 'cancelled', { as, reason: as === 'store' ? reason : '' })
  if (as === 'store') {
    await audit(tx, actor, { did: 'orders.cancel_order', subject: `order:${key.orderId}`, divisionCode: villageCode })
  }
  await announce(tx, orderCancelled, { ...key, villageCode, isSample, wasPaid })
}
