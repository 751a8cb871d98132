import { rows, type Tx } from '../../kernel/db.ts'
import { whenMany } from '../../kernel/events.ts'
import { addSales } from '../stores/index.ts'
import { boundsOf, ofOneStore } from './bounds.ts'
import { orderCancelled, orderPaid } from './events.ts'
import type { OrderKey } from './shapes.ts'

/** How often something was sold is what buyers read beside its price. */
whenMany(orderPaid, 'orders.count_sales', async (tx, paid) => addSales(tx, await goodsOf(tx, paid)))

whenMany(orderCancelled, 'orders.uncount_sales', async (tx, cancelled) => {
  const goods = await goodsOf(
    tx,
    cancelled.filter((order) => order.wasPaid),
  )
  await addSales(
    tx,
    goods.map(({ productId, quantity }) => ({ productId, quantity: -quantity })),
  )
})

async function goodsOf(tx: Tx, orders: readonly OrderKey[]): Promise<{ productId: string; quantity: number }[]> {
  const stores = orders.map((order) => order.storeId)
  const ids = orders.map((order) => order.orderId)
  return rows(
    tx,
    `select l.product_id, sum(l.quantity)::int quantity from unnest($1::uuid[], $2::uuid[]) k(store_id, order_id)
     join orders.order_line l on l.store_id = k.store_id and l.order_id = k.order_id and l.order_id between $3 and $4
       ${ofOneStore('l', stores)}
     group by l.product_id`,
    [stores, ids, ...boundsOf(ids)],
  )
}
