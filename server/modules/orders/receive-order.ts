import { type Actor, systemActor } from '../../kernel/actor.ts'
import { change, rows, type Tx, transact } from '../../kernel/db.ts'
import { every } from '../../kernel/schedule.ts'
import { markDelivered } from '../logistics/index.ts'
import { completeOrders } from './complete-orders.ts'
import { lockOrder, requireStep } from './require-order.ts'
import type { OrderKey } from './shapes.ts'
import { writeEvent } from './write-event.ts'

/** The buyer says the goods are here; the seller's money follows as the rule `completeAfter` says. */
export async function receiveOrder(tx: Tx, actor: Actor, key: OrderKey): Promise<void> {
  const seen = await lockOrder(tx, actor, key)
  requireStep(seen, 'receive')
  await markReceived(tx, actor, key, 'received')
  await completeOrders(tx, [key])
}

/** Writes down that the goods are with the buyer. */
export async function markReceived(
  tx: Tx,
  actor: Actor,
  key: OrderKey,
  how: 'received' | 'receivedByClock' | 'handedOver',
): Promise<void> {
  await change(
    tx,
    `update orders."order" set state = 'received', received_at = now() where store_id = $1 and id = $2`,
    [key.storeId, key.orderId],
  )
  await markDelivered(tx, { orderId: key.orderId })
  await writeEvent(tx, actor, key, how)
}

const batchAtMost = 100

// A buyer who forgets to confirm must not keep the farmer waiting for ever; an open request of theirs stops the clock.
every(60, 'orders.receive_by_clock', async (db) => {
  while ((await transact(db, receiveByClock)) === batchAtMost);
})

async function receiveByClock(tx: Tx): Promise<number> {
  const due = await rows<OrderKey>(
    tx,
    `select o.store_id, o.id order_id from orders."order" o
     where o.state = 'shipped' and o.receive_before < now() and not exists (
       select from orders.after_sale a where a.store_id = o.store_id and a.order_id = o.id and a.state = 'open')
     order by o.receive_before limit $1 for update of o skip locked`,
    [batchAtMost],
  )
  for (const key of due) await markReceived(tx, systemActor, key, 'receivedByClock')
  await completeOrders(tx, due)
  return due.length
}
