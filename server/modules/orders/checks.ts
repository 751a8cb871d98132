import type { Check } from '../../kernel/checks.ts'
import { type Db, row } from '../../kernel/db.ts'
import { unlikeJournal, unlikeStock } from './compare-rooms.ts'

/** What must always be true of orders. */
export const checks: Check[] = [
  none(
    'orders.total_is_lines_and_freight',
    `
    select o.id from orders."order" o
    left join (select store_id, order_id, sum(amount) goods, sum(weight_grams) grams from orders.order_line group by 1, 2) l
      on l.store_id = o.store_id and l.order_id = o.id
    where o.goods_amount is distinct from l.goods or o.total <> o.goods_amount + o.freight_amount - o.discount_amount`,
  ),
  none(
    'orders.lines_have_orders',
    `
    select l.order_id from orders.order_line l where not exists (
      select from orders."order" o where o.store_id = l.store_id and o.id = l.order_id)`,
  ),
  none(
    'orders.times_follow_states',
    `
    select id from orders."order" where (state in ('paid', 'shipped', 'received', 'completed', 'refunded') and paid_at is null)
      or (state in ('shipped', 'received', 'completed') and shipped_at is null)
      or (state in ('completed', 'cancelled', 'refunded') and closed_at is null)
      or shipped_at < paid_at or received_at < shipped_at`,
  ),
  none(
    'orders.refunds_sum_up',
    `
    select o.id from orders."order" o
    join (select store_id, order_id, sum(amount) amount from orders.order_refund
      where settled_at is not null and reason <> 'latePayment' group by 1, 2) r on r.store_id = o.store_id and r.order_id = o.id
    where r.amount <> o.refunded_amount`,
  ),
  { name: 'orders.agree_with_journal', run: async (db) => ({ found: await unlikeJournal(db), expected: 0 }) },
  { name: 'orders.agree_with_stock', run: async (db) => ({ found: await unlikeStock(db), expected: 0 }) },
]

function none(name: string, query: string): Check {
  return {
    name,
    run: async (db: Db) => ({
      found: (await row<{ count: number }>(db, `select count(*) from (${query}) wrong`))?.count,
      expected: 0,
    }),
  }
}
