import type { Actor } from '../../kernel/actor.ts'
import { audit } from '../../kernel/audit.ts'
import { type Db, row, type Tx } from '../../kernel/db.ts'
import { maskName, maskPhone } from '../../kernel/mask.ts'
import { storesById } from '../stores/index.ts'
import { type Order, requireOrder, requireStep, type Seen } from './require-order.ts'
import type { AfterSale, OrderKey, OrderLine, OrderView } from './shapes.ts'
import { stepsFrom } from './steps.ts'

/** One order as its buyer, its store, the village's station operator or an officer may see it. */
export async function orderPage(on: Db, actor: Actor, storeId: string, orderId: string): Promise<OrderView> {
  const seen = await requireOrder(on, actor, { storeId, orderId })
  return drawOrder(on, seen)
}

/** The order for the inside of the office: whoever reads the division's figures, masked. */
export async function orderForOffice(on: Db, actor: Actor, key: OrderKey): Promise<OrderView> {
  const { order, stances } = await requireOrder(on, { ...actor, guestId: undefined }, key)
  return drawOrder(on, { order, stances: stances.includes('officer') ? ['officer'] : stances })
}

/** The whole view of an order that was found for somebody. */
export async function drawOrder(on: Db, { order, stances }: Seen): Promise<OrderView> {
  const as = stances.find((stance) => stance !== 'clock') ?? 'store'
  const [parts, stores] = await Promise.all([partsOf(on, order), storesById(on, [order.storeId])])
  const { buyerAccountId: _buyer, id, ...rest } = order
  return {
    ...rest,
    orderId: id,
    storeName: stores.get(order.storeId)?.name ?? '',
    as,
    ...(as === 'buyer' ? {} : masked(order)),
    ...parts,
    timeline: parts.timeline.length > 0 ? parts.timeline : timelineOf(order),
    steps: [...new Set(stances.flatMap((stance) => stepsFrom(order.state, stance)))].filter(
      (step) => step !== 'pay' || as === 'buyer',
    ),
  }
}

/** What the store needs to send the goods: name, phone and address in full. Who looked, and at which order, is kept. */
export async function revealContact(tx: Tx, actor: Actor, key: OrderKey) {
  const seen = await requireOrder(tx, actor, key)
  const as = requireStep(seen, 'reveal')
  const { recipient, phone, regionName, addressDetail, villageCode, merchantId } = seen.order
  await audit(tx, actor, {
    did: 'orders.reveal_contact',
    subject: `order:${key.orderId}`,
    divisionCode: villageCode,
    detail: as === 'station' ? { onBehalfOf: merchantId } : {},
  })
  return { recipient, phone, regionName, addressDetail }
}

export function masked({ recipient, phone }: { recipient: string; phone: string }) {
  return { recipient: maskName(recipient), phone: phone ? maskPhone(phone) : '', addressDetail: '***' }
}

interface Parts {
  lines: OrderLine[]
  timeline: OrderView['timeline']
  afterSales: AfterSale[]
}

async function partsOf(on: Db, { storeId, id }: Order): Promise<Parts> {
  const parts = await row<Parts>(
    on,
    `select
       (select coalesce(jsonb_agg(jsonb_build_object('line', line, 'skuId', sku_id, 'productId', product_id, 'name', name,
          'nameEn', name_en, 'label', sku_label, 'quantity', quantity, 'unitPrice', unit_price, 'amount', amount, 'weightGrams', weight_grams,
          'returnPolicy', return_policy) order by line), '[]')
        from orders.order_line where store_id = $1 and order_id = $2) lines,
       (select coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'at', ${iso('at')}, 'detail', detail) order by at, id), '[]')
        from orders.order_event where store_id = $1 and order_id = $2) timeline,
       (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'storeId', store_id, 'orderId', order_id, 'kind', kind,
          'state', state, 'lines', lines, 'description', description, 'photos', photos, 'damagedShare', damaged_share,
          'askedAmount', asked_amount, 'suggestedAmount', suggested_amount, 'rule', rule, 'decidedAmount', decided_amount,
          'decisionReason', decision_reason, 'goodsComeBack', goods_come_back, 'openedAt', ${iso('opened_at')},
          'decidedAt', ${iso('decided_at')}, 'disputedAt', ${iso('disputed_at')}) order by id), '[]')
        from orders.after_sale where store_id = $1 and order_id = $2) after_sales`,
    [storeId, id],
  )
  return parts ?? { lines: [], timeline: [], afterSales: [] }
}

/** Times inside JSON do not pass the driver, so they are written here as it writes them: ISO, UTC. */
function iso(column: string): string {
  return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
}

/** Orders that were loaded in bulk carry no words of their own; their times tell the same story. */
function timelineOf(order: Order): OrderView['timeline'] {
  const moments: [string, string | null][] = [
    ['placed', order.placedAt],
    ['paid', order.paidAt],
    ['shipped', order.shippedAt],
    ['received', order.receivedAt],
    [
      order.state,
      order.state === 'completed' || order.state === 'cancelled' || order.state === 'refunded' ? order.closedAt : null,
    ],
  ]
  return moments.flatMap(([kind, at]) => (at ? [{ kind, at, detail: {} }] : []))
}
