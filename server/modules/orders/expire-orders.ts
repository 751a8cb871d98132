import { rows, type Tx, transact } from '../../kernel/db.ts'
import { announce, whenMany } from '../../kernel/events.ts'
import { every } from '../../kernel/schedule.ts'
import { holdExpired, releaseStock } from '../inventory/index.ts'
import { boundsOf, ofOneStore } from './bounds.ts'
import { orderCancelled } from './events.ts'
import type { OrderKey } from './shapes.ts'
import { writeEvents } from './write-event.ts'

const batchAtMost = 200

// The row's state decides between a late payment and the clock: whoever locks the row first wins.
every(15, 'orders.expire_unpaid', async (db) => {
  while ((await transact(db, expireUnpaid)) === batchAtMost);
})

/** Ends orders whose time to pay has passed and lets go of their goods. */
export async function expireUnpaid(tx: Tx): Promise<number> {
  const due = await rows<OrderKey>(
    tx,
    `select store_id, id order_id from orders."order" where state = 'placed' and pay_before < now()
     order by pay_before limit $1 for update skip locked`,
    [batchAtMost],
  )
  await endUnpaid(tx, due)
  return due.length
}

// The stock room has its own clock; when it lets go of the goods, the order that held them has ended too.
whenMany(holdExpired, 'orders.end_with_hold', async (tx, holds) => {
  const ids = holds.map((hold) => hold.heldFor)
  const due = await rows<OrderKey>(
    tx,
    `select store_id, id order_id from orders."order"
     where id = any($1::uuid[]) and id between $2 and $3 and state = 'placed' order by id for update`,
    [ids, ...boundsOf(ids)],
  )
  await endUnpaid(tx, due)
})

/** Cancels orders that were not paid and gives their goods back to the shelf; what left `placed` meanwhile stays as it is. */
export async function endUnpaid(tx: Tx, due: readonly OrderKey[]): Promise<void> {
  if (due.length === 0) return
  const stores = due.map((order) => order.storeId)
  const ended = await rows<OrderKey & { villageCode: string; isSample: boolean }>(
    tx,
    `update orders."order" o set state = 'cancelled', closed_at = now()
     from unnest($1::uuid[], $2::uuid[]) d(store_id, order_id)
     where o.store_id = d.store_id and o.id = d.order_id and o.id between $3 and $4 and o.state = 'placed'
       ${ofOneStore('o', stores)}
     returning o.store_id, o.id order_id, o.village_code, o.is_sample`,
    [stores, due.map((order) => order.orderId), ...boundsOf(due.map((order) => order.orderId))],
  )
  await releaseStock(
    tx,
    ended.map((order) => order.orderId),
  )
  await writeEvents(
    tx,
    'expired',
    ended.map(({ storeId, orderId }) => ({ storeId, orderId })),
  )
  await announce(tx, orderCancelled, ...ended.map((order) => ({ ...order, wasPaid: false })))
}
