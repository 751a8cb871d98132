import { rows, type Tx } from '../../kernel/db.ts'
import { announce, whenMany } from '../../kernel/events.ts'
import { keepHold } from '../inventory/index.ts'
import { prepareShipments } from '../logistics/index.ts'
import { paymentCaptured } from '../payments/index.ts'
import { askRefund } from './ask-refund.ts'
import { boundsOf, ofOneStore } from './bounds.ts'
import { type OrderPaid, orderPaid } from './events.ts'
import { endUnpaid } from './expire-orders.ts'
import type { OrderKey } from './shapes.ts'
import { writeEvents } from './write-event.ts'

interface Captured {
  storeId: string
  paysFor: string
  amount: number
  capturedAt: string
}

/** A second delivery finds no order left in `placed`, so repeating is harmless. */
whenMany(paymentCaptured, 'orders.mark_paid', async (tx, captured) => {
  const waiting = await lockPlaced(tx, captured)
  const kept = new Set(
    await keepHold(
      tx,
      waiting.map((order) => order.orderId),
    ),
  )
  await markPaid(
    tx,
    captured.filter((one) => kept.has(one.paysFor)),
  )
  // The stock room's clock was quicker: the goods are somebody else's now, and the order has ended.
  await endUnpaid(
    tx,
    waiting.filter((order) => !kept.has(order.orderId)),
  )
  await refundLate(tx, captured)
})

async function lockPlaced(tx: Tx, captured: readonly Captured[]): Promise<OrderKey[]> {
  return rows<OrderKey>(
    tx,
    `select o.store_id, o.id order_id from unnest($1::uuid[], $2::uuid[]) c(store_id, order_id)
     join orders."order" o on o.store_id = c.store_id and o.id = c.order_id and o.id between $3 and $4
       ${ofOneStore('o', storesOf(captured))}
     where o.state = 'placed' order by o.id for update of o`,
    [...keysOf(captured), ...boundsOf(idsOf(captured))],
  )
}

type Paid = OrderPaid & {
  method: 'express' | 'localDelivery' | 'stationPickup'
  stationId: string | null
  regionCode: string
  weightGrams: number
}

/** All orders of a batch become paid in one statement, and their parcels are prepared. */
async function markPaid(tx: Tx, captured: readonly Captured[]): Promise<void> {
  if (captured.length === 0) return
  const paid = await rows<Paid>(
    tx,
    `with paid as (
       update orders."order" o set state = 'paid', paid_at = c.at
       from unnest($1::uuid[], $2::uuid[], $3::timestamptz[]) c(store_id, order_id, at)
       where o.store_id = c.store_id and o.id = c.order_id and o.id between $4 and $5 and o.state = 'placed'
         ${ofOneStore('o', storesOf(captured))}
       returning o.*)
     select p.store_id, p.id order_id, p.merchant_id, p.village_code, p.total, p.goods_amount, p.paid_at, p.is_sample,
       p.method, p.station_id, p.region_code, p.weight_grams,
       (select array_agg(distinct l.product_id) from orders.order_line l
        where l.store_id = p.store_id and l.order_id = p.id and l.order_id between $4 and $5
          ${ofOneStore('l', storesOf(captured))}) product_ids
     from paid p order by p.id`,
    [...keysOf(captured), captured.map((one) => one.capturedAt), ...boundsOf(idsOf(captured))],
  )
  await prepareShipments(
    tx,
    paid.map((order) => ({ ...order, toRegion: order.regionCode })),
  )
  await writeEvents(
    tx,
    'paid',
    paid.map(({ storeId, orderId, paidAt }) => ({ storeId, orderId, at: paidAt })),
  )
  await announce(tx, orderPaid, ...paid.map(factOf))
}

/** The money of an order that had ended before it arrived goes back at once; an ended order is never woken up. */
async function refundLate(tx: Tx, captured: readonly Captured[]): Promise<void> {
  const late = await rows<OrderKey & { amount: number }>(
    tx,
    `select o.store_id, o.id order_id, c.amount
     from unnest($1::uuid[], $2::uuid[], $3::bigint[]) c(store_id, order_id, amount)
     join orders."order" o on o.store_id = c.store_id and o.id = c.order_id and o.id between $4 and $5
       ${ofOneStore('o', storesOf(captured))}
     where o.state = 'cancelled' and o.paid_at is null and not exists (
       select from orders.order_refund r where r.store_id = o.store_id and r.order_id = o.id and r.reason = 'latePayment')`,
    [...keysOf(captured), captured.map((one) => one.amount), ...boundsOf(idsOf(captured))],
  )
  for (const order of late) await askRefund(tx, order, { amount: order.amount, reason: 'latePayment' })
  await writeEvents(
    tx,
    'paidTooLate',
    late.map(({ storeId, orderId }) => ({ storeId, orderId })),
  )
}

function idsOf(captured: readonly Captured[]): string[] {
  return captured.map((one) => one.paysFor)
}

function storesOf(captured: readonly Captured[]): string[] {
  return captured.map((one) => one.storeId)
}

function keysOf(captured: readonly Captured[]) {
  return [storesOf(captured), idsOf(captured)]
}

function factOf({
  storeId,
  orderId,
  merchantId,
  villageCode,
  total,
  goodsAmount,
  paidAt,
  isSample,
  productIds,
}: Paid): OrderPaid {
  return { storeId, orderId, merchantId, villageCode, total, goodsAmount, paidAt, isSample, productIds }
}
