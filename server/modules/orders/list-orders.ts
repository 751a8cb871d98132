import { type Actor, holdsDuty } from '../../kernel/actor.ts'
import { type Db, rows } from '../../kernel/db.ts'
import { notAllowed, signInFirst } from '../../kernel/errors.ts'
import { decodeCursor, type Page, pageOf } from '../../kernel/pages.ts'
import { requireStore, storesById } from '../stores/index.ts'
import { masked } from './order-page.ts'
import { worksFor } from './require-order.ts'
import type { OrderSummary } from './shapes.ts'
import type { OrderState } from './steps.ts'

interface PageInput {
  cursor?: string
  limit: number
}

// A store's own page names the store in every part of the question, so that no other machine than its own takes part.
const summary = (
  storeId: string,
) => `o.store_id, o.id order_id, o.order_number, o.state, o.total, o.refunded_amount, o.placed_at, o.pay_before,
  o.paid_at, o.is_sample, o.recipient, o.phone, o.region_name, l.name first_name, l.name_en first_name_en,
  l.sku_label first_label, l.product_id first_product_id, n.pieces, n.line_count,
  (select a.id from orders.after_sale a where a.store_id = ${storeId} and a.order_id = o.id and a.state = 'open') open_after_sale_id`
// The page is cut first; only its orders are looked into.
const withLines = (
  storeId: string,
) => `join orders.order_line l on l.store_id = ${storeId} and l.order_id = o.id and l.line = 1
  cross join lateral (select sum(quantity)::int pieces, count(*)::int line_count from orders.order_line m
    where m.store_id = ${storeId} and m.order_id = o.id) n`

// One arm per state keeps to the index (store, state, id): no store's page depends on how many orders it ever had.
const byState = `select p.* from unnest($2::text[]) s(state) cross join lateral (
    select * from orders."order" where store_id = $1 and state = s.state and id < $3 order by id desc limit $4) p`
// Few requests are open at a time: they lead to the orders.
const byRequest = `select p.* from orders.after_sale a join orders."order" p on p.store_id = a.store_id and p.id = a.order_id
    where a.store_id = $1 and a.state = 'open' and p.state = any($2) and p.id < $3`

type Row = Omit<OrderSummary, 'storeName'>

/** The buyer's own orders, newest first: those of the account, and those of this browser without one. */
export async function ordersOfBuyer(on: Db, actor: Actor, { cursor, limit }: PageInput): Promise<Page<OrderSummary>> {
  const [before] = cursor ? decodeCursor(cursor, 'string') : [lastId]
  // Two indexes, two arms; each is read at most a page deep.
  const found = await rows<Row>(
    on,
    `with mine as (
       (select * from orders."order" where buyer_account_id = $1 and id < $3 order by id desc limit $4)
       union all
       (select * from orders."order" where guest_id = $2 and id < $3 order by id desc limit $4)),
     o as (select * from mine order by id desc limit $4)
     select ${summary('o.store_id')} from o ${withLines('o.store_id')} order by o.id desc`,
    [actor.accountId ?? null, actor.guestId ?? null, before, limit + 1],
  )
  return withStoreNames(
    on,
    pageOf(found, limit, (order) => [order.orderId]),
  )
}

/**
 * A store's orders, or those whose buyer waits for an answer, newest first, for its people and the village's station
 * operator; the buyer is masked.
 */
export async function ordersOfStore(
  on: Db,
  actor: Actor,
  { storeId, state, afterSale, cursor, limit }: PageInput & { storeId: string; state?: OrderState; afterSale?: 'open' },
): Promise<Page<OrderSummary>> {
  const store = await requireStore(on, storeId)
  if (
    !worksFor(actor, storeId, store.merchantId) &&
    !holdsDuty(actor, 'station_operator', { divisionCode: store.villageCode })
  ) {
    throw actor.accountId ? notAllowed() : signInFirst()
  }
  const [before] = cursor ? decodeCursor(cursor, 'string') : [lastId]
  const states = state ? [state] : ['placed', 'paid', 'shipped', 'received', 'completed', 'cancelled', 'refunded']
  const found = await rows<Row>(
    on,
    `with o as (${afterSale ? byRequest : byState} order by p.id desc limit $4)
     select ${summary('$1')} from o ${withLines('$1')} order by o.id desc`,
    [storeId, states, before, limit + 1],
  )
  const page = pageOf(found, limit, (order) => [order.orderId])
  const items = page.items.map((order) => {
    const { recipient, phone } = masked(order)
    return { ...order, recipient, phone, storeName: store.name }
  })
  return { ...page, items }
}

/** How many orders of a store stand in each state that asks something of its people. */
export async function waitingOf(on: Db, actor: Actor, storeId: string): Promise<{ paid: number; afterSales: number }> {
  const store = await requireStore(on, storeId)
  if (
    !worksFor(actor, storeId, store.merchantId) &&
    !holdsDuty(actor, 'station_operator', { divisionCode: store.villageCode })
  ) {
    throw actor.accountId ? notAllowed() : signInFirst()
  }
  const [found] = await rows<{ paid: number; afterSales: number }>(
    on,
    `select (select count(*) from (select from orders."order" where store_id = $1 and state = 'paid' limit 1000) o) paid,
       (select count(*) from (select from orders.after_sale where store_id = $1 and state = 'open' limit 1000) a) after_sales`,
    [storeId],
  )
  return found ?? { paid: 0, afterSales: 0 }
}

const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

async function withStoreNames(on: Db, page: Page<Row>): Promise<Page<OrderSummary>> {
  const stores = await storesById(on, [...new Set(page.items.map((order) => order.storeId))])
  return { ...page, items: page.items.map((order) => ({ ...order, storeName: stores.get(order.storeId)?.name ?? '' })) }
}
