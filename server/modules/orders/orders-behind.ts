import { type Actor, requireDuty } from '../../kernel/actor.ts'
import { type Db, rows } from '../../kernel/db.ts'
import { firstIdAt } from '../../kernel/ids.ts'
import { maskName, maskPhone } from '../../kernel/mask.ts'
import { decodeCursor, type Page, pageOf } from '../../kernel/pages.ts'
import { addDays, type Day, startOf } from '../../kernel/time.ts'
import { levelOf, rangeOf } from '../divisions/index.ts'
import { storesById } from '../stores/index.ts'
import { readersOfFigures } from './require-order.ts'
import type { Evidence } from './shapes.ts'

type Row = Omit<Evidence, 'buyer' | 'storeName'> & { recipient: string; phone: string; paidKey: string }

/**
 * The orders behind a figure: paid in a division from one day until before another, latest first. What is listed
 * here, summed, is the figure; the buyer is masked.
 */
export async function ordersBehind(
  on: Db,
  actor: Actor,
  {
    divisionCode,
    from,
    to,
    cursor,
    limit,
  }: { divisionCode: string; from: Day; to: Day; cursor?: string; limit: number },
): Promise<Page<Evidence>> {
  requireDuty(actor, readersOfFigures, { divisionCode })
  const [paidBefore, idBefore] = cursor ? decodeCursor(cursor, 'string', 'string') : [null, null]
  const range = rangeOf(divisionCode)
  // Ids carry the time of placing, and payment follows within the hour the provider takes: months that cannot hold the
  // answer are left out. Two days are ample.
  const found = await rows<Row>(on, statements[levelOf(divisionCode)], [
    startOf(from),
    startOf(to),
    firstIdAt(startOf(addDays(from, -2))),
    firstIdAt(startOf(to)),
    paidBefore,
    idBefore,
    limit + 1,
    ...keysFor(divisionCode, range),
  ])
  const page = pageOf(found, limit, (order) => [order.paidKey, order.orderId])
  const stores = await storesById(on, [...new Set(page.items.map((order) => order.storeId))])
  const items = page.items.map(({ recipient, phone, paidKey: _key, ...order }) => ({
    ...order,
    storeName: stores.get(order.storeId)?.name ?? '',
    buyer: `${maskName(recipient)} ${phone ? maskPhone(phone) : ''}`.trim(),
  }))
  return { ...page, items }
}

// Each level has the index that suits its size: a township's orders are few and sorted on the spot; a county's stand in
// order in an index of their own; a city's or the province's are found by walking all payments backwards.
const statements = {
  village: behind('o.village_code >= $8 and o.village_code < $9'),
  township: behind('o.village_code >= $8 and o.village_code < $9'),
  county: behind('left(o.village_code, 6) = $8'),
  city: behind('o.village_code >= $8 and o.village_code < $9'),
  province: behind('o.village_code >= $8 and o.village_code < $9'),
}

function keysFor(divisionCode: string, { from, to }: { from: string; to: string }): string[] {
  return levelOf(divisionCode) === 'county' ? [divisionCode.slice(0, 6)] : [from, to]
}

function behind(inside: string): string {
  // The cursor keeps microseconds as text: a time cut to milliseconds would show an order twice or not at all.
  return `with o as (
      select * from orders."order" o
      where ${inside} and o.paid_at >= $1 and o.paid_at < $2 and o.id >= $3 and o.id < $4
        and ($5::text is null or (o.paid_at, o.id) < ($5::timestamptz, $6::uuid))
      order by o.paid_at desc, o.id desc limit $7)
    select o.store_id, o.id order_id, o.order_number, o.village_code, o.goods_amount, o.freight_amount, o.total,
      o.refunded_amount, o.state, o.paid_at, o.paid_at::text paid_key, o.region_name, o.is_sample, o.recipient, o.phone,
      l.name product_name, n.line_count, n.quantity
    from o join orders.order_line l on l.store_id = o.store_id and l.order_id = o.id and l.line = 1
    cross join lateral (select count(*)::int line_count, sum(quantity)::int quantity from orders.order_line m
      where m.store_id = o.store_id and m.order_id = o.id) n
    order by o.paid_at desc, o.id desc`
}
