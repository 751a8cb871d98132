import { rows, type Tx } from '../../kernel/db.ts'
import { announce, whenMany } from '../../kernel/events.ts'
import { refundSettled } from '../payments/index.ts'
import { boundsOf, ofOneStore } from './bounds.ts'
import { completeOrders } from './complete-orders.ts'
import { orderRefunded } from './events.ts'
import { writeEvents } from './write-event.ts'

interface Settled {
  refundId: string
  storeId: string
  orderId: string
  amount: number
  reason: 'cancelled' | 'latePayment' | 'afterSale'
  villageCode: string
  paidAt: string | null
  settledAt: string
  isSample: boolean
}

/**
 * Money has reached the buyer. Only refunds that orders asked for count, and each once: a surplus that payments sends
 * back on its own, or a repeat, finds no row here.
 */
whenMany(refundSettled, 'orders.settle_refunds', async (tx, refunds) => {
  const stores = refunds.map((refund) => refund.storeId)
  const one = (alias: string) => ofOneStore(alias, stores)
  const settled = await rows<Settled>(
    tx,
    `with settled as (
       update orders.order_refund r set settled_at = s.at
       from unnest($1::uuid[], $2::uuid[], $3::timestamptz[]) s(store_id, refund_id, at)
       where r.store_id = s.store_id and r.refund_id = s.refund_id ${one('r')} and r.settled_at is null
       returning r.refund_id, r.store_id, r.order_id, r.amount, r.reason, r.after_sale_id, r.settled_at),
     closed as (
       update orders.after_sale a set state = 'settled' from settled s
       where a.store_id = s.store_id and a.id = s.after_sale_id ${one('a')}),
     totals as (
       select store_id, order_id, sum(amount)::bigint amount from settled where reason <> 'latePayment' group by store_id, order_id),
     lessened as (
       update orders."order" o set refunded_amount = o.refunded_amount + t.amount,
         state = case when o.refunded_amount + t.amount = o.total then 'refunded' else o.state end,
         closed_at = case when o.refunded_amount + t.amount = o.total then coalesce(o.closed_at, now()) else o.closed_at end
       from totals t where o.store_id = t.store_id and o.id = t.order_id and o.id between $4 and $5 ${one('o')})
     select s.refund_id, s.store_id, s.order_id, s.amount, s.reason, s.settled_at, o.village_code, o.paid_at, o.is_sample
     from settled s
     join orders."order" o on o.store_id = s.store_id and o.id = s.order_id and o.id between $4 and $5 ${one('o')} order by s.refund_id`,
    [
      stores,
      refunds.map((refund) => refund.refundId),
      refunds.map((refund) => refund.settledAt),
      ...boundsOf(refunds.map((refund) => refund.paysFor)),
    ],
  )
  await tellOf(tx, settled)
  await completeOrders(
    tx,
    settled.map(({ storeId, orderId }) => ({ storeId, orderId })),
  )
})

async function tellOf(tx: Tx, settled: readonly Settled[]): Promise<void> {
  await writeEvents(
    tx,
    'refunded',
    settled.map(({ storeId, orderId, amount, reason, settledAt }) => ({
      storeId,
      orderId,
      at: settledAt,
      detail: { amount, reason },
    })),
  )
  // A payment that came too late was never a sale, so giving it back lessens none.
  const ofSales = settled.filter(({ reason, paidAt }) => reason !== 'latePayment' && paidAt !== null)
  await announce(
    tx,
    orderRefunded,
    ...ofSales.map(({ storeId, orderId, villageCode, isSample, refundId, amount, paidAt, settledAt }) => ({
      storeId,
      orderId,
      villageCode,
      isSample,
      refundId,
      amount,
      paidAt: paidAt ?? settledAt,
      refundedAt: settledAt,
    })),
  )
}
