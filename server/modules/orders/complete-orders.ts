import { rows, type Tx, transact } from '../../kernel/db.ts'
import { announce } from '../../kernel/events.ts'
import { every } from '../../kernel/schedule.ts'
import { instructSplit } from '../payments/index.ts'
import { boundsOf, ofOneStore } from './bounds.ts'
import { orderCompleted } from './events.ts'
import { holdsOn } from './rules.ts'
import type { OrderKey } from './shapes.ts'
import { writeEvents } from './write-event.ts'

const batchAtMost = 100

// Orders whose request was withdrawn or whose waiting time is over have nobody who comes by: the clock completes them.
every(60, 'orders.complete_by_clock', async (db) => {
  while ((await transact(db, completeDue)) === batchAtMost);
})

async function completeDue(tx: Tx): Promise<number> {
  const due = await rows<OrderKey>(
    tx,
    `select o.store_id, o.id order_id from orders."order" o
     where o.state = 'received' and o.received_at + make_interval(hours => ${waitHours}) <= now() and ${nothingOpen}
     order by o.received_at limit $1 for update of o skip locked`,
    [batchAtMost],
  )
  await completeOrders(tx, due)
  return due.length
}

/**
 * Completes received orders whose waiting time is over and on which nothing is open, and tells the provider to share the
 * money out, less what was given back. Orders that are not so far yet are left as they are.
 */
export async function completeOrders(tx: Tx, keys: readonly OrderKey[]): Promise<void> {
  if (keys.length === 0) return
  const stores = keys.map((key) => key.storeId)
  const done = await rows<Done>(
    tx,
    `update orders."order" o set state = 'completed', closed_at = now()
     from unnest($1::uuid[], $2::uuid[]) k(store_id, order_id)
     where o.store_id = k.store_id and o.id = k.order_id and o.id between $3 and $4 and o.state = 'received'
       ${ofOneStore('o', stores)}
       and o.received_at + make_interval(hours => ${waitHours}) <= now() and ${nothingOpen}
     returning o.store_id, o.id order_id, o.merchant_id, o.village_code, o.total, o.freight_amount, o.refunded_amount, o.is_sample`,
    [stores, keys.map((key) => key.orderId), ...boundsOf(keys.map((key) => key.orderId))],
  )
  for (const order of done) {
    await instructSplit(tx, {
      paysFor: order.orderId,
      storeId: order.storeId,
      merchantId: order.merchantId,
      gross: order.total,
      freight: order.freightAmount,
      refunded: order.refundedAmount,
    })
  }
  await writeEvents(
    tx,
    'completed',
    done.map(({ storeId, orderId }) => ({ storeId, orderId })),
  )
  await announce(
    tx,
    orderCompleted,
    ...done.map(({ storeId, orderId, villageCode, isSample, total, refundedAmount }) => ({
      storeId,
      orderId,
      villageCode,
      isSample,
      total,
      refunded: refundedAmount,
    })),
  )
}

interface Done extends OrderKey {
  merchantId: string
  villageCode: string
  total: number
  freightAmount: number
  refundedAmount: number
  isSample: boolean
}

const waitHours = `(select (value->>'hours')::int from orders.rule
  where name = 'completeAfter' and ${holdsOn()}
  order by version desc limit 1)`

// Two negations and not the negation of an either-or: PostgreSQL then looks for the order's own requests by their key.
const nothingOpen = `not exists (
    select from orders.after_sale a where a.store_id = o.store_id and a.order_id = o.id and a.state = 'open')
  and not exists (
    select from orders.order_refund r where r.store_id = o.store_id and r.order_id = o.id and r.settled_at is null)`
