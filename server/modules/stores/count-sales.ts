import { change, type Db, type Tx } from '../../kernel/db.ts'
import { every } from '../../kernel/schedule.ts'

/** Adds to how often products were sold; called from reactions, many sales at once. A negative count takes back. */
export async function addSales(tx: Tx, sales: readonly { productId: string; quantity: number }[]): Promise<void> {
  const sums = new Map<string, number>()
  for (const { productId, quantity } of sales) sums.set(productId, (sums.get(productId) ?? 0) + quantity)
  const ids = [...sums.keys()].sort()
  await change(
    tx,
    `insert into stores.sale_count as c (product_id, sold) select id, greatest(n, 0) from unnest($1::uuid[], $2::int[]) s(id, n)
     on conflict (product_id) do update set sold = greatest(c.sold + (
       select n from unnest($1::uuid[], $2::int[]) s(id, n) where id = c.product_id), 0), counted = false`,
    [ids, ids.map((id) => sums.get(id))],
  )
}

/** Brings new counts to the market's rows, and so to the order of lists. Every five minutes: a rank that moved all the
 * time would lose the reader's place, and each row that moves is moved in a dozen indexes. */
export async function showSales(db: Db): Promise<number> {
  return change(
    db,
    `with fresh as (
       update stores.sale_count set counted = true where product_id in (
         select product_id from stores.sale_count where not counted limit 5000) returning product_id, sold
     )
     update stores.offer o set sold = f.sold, rank = o.rank + ln(1 + f.sold) - ln(1 + o.sold),
       detail = jsonb_set(o.detail, '{sold}', to_jsonb(f.sold))
     from fresh f where o.product_id = f.product_id and o.sold <> f.sold`,
  )
}

every(300, 'stores.show_sales', async (db) => {
  await showSales(db)
})
