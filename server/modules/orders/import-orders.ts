import { change, type Db, rows } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import { type Fen, sum } from '../../kernel/money.ts'
import type { Instant } from '../../kernel/time.ts'
import { orderNumberAt } from './order-number.ts'
import type { OrderState } from './steps.ts'

export interface ImportedLine {
  skuId: string
  productId: string
  categoryCode: string
  name: string
  nameEn?: string
  label: string
  quantity: number
  unitPrice: Fen
  /** Of all pieces together. */
  weightGrams: number
  returnPolicy: 'sevenDay' | 'perishableExempt' | 'confirmedExempt'
}

/** An order of the past, as other systems or the demo world know it. */
export interface ImportedOrder {
  /** One of the importer's choosing; a new one without it. */
  orderId?: string
  storeId: string
  merchantId: string
  villageCode: string
  state: Exclude<OrderState, 'placed'>
  placedAt: Instant
  paidAt?: Instant
  shippedAt?: Instant
  receivedAt?: Instant
  closedAt?: Instant
  freight: Fen
  refunded?: Fen
  method?: 'express' | 'localDelivery' | 'stationPickup'
  stationId?: string
  recipient: string
  phone: string
  regionCode: string
  regionName: string
  addressDetail: string
  isSample: boolean
  lines: readonly ImportedLine[]
}

const batchSize = 2000

/**
 * Loads orders of the past in bulk, in the transaction of the caller or none: rows only, no stock is held, no payment
 * opened and nothing announced. Gives their ids and numbers in the order of the input, for the rooms that load payments
 * and stock beside them. Make the parts first (createOrderParts); figures are rebuilt afterwards.
 */
export async function importOrders(
  on: Db,
  orders: readonly ImportedOrder[],
): Promise<{ orderId: string; orderNumber: string; total: Fen }[]> {
  const made: { orderId: string; orderNumber: string; total: Fen }[] = []
  for (let from = 0; from < orders.length; from += batchSize) {
    const batch = orders.slice(from, from + batchSize).map((order, index) => prepared(order, from + index))
    await insertBatch(on, batch)
    for (const { orderId, orderNumber, total } of batch) made.push({ orderId, orderNumber, total })
  }
  return made
}

function prepared(order: ImportedOrder, index: number) {
  const placed = new Date(order.placedAt)
  const goods = sum(order.lines.map((line) => line.quantity * line.unitPrice))
  const weight = sum(order.lines.map((line) => line.weightGrams))
  // Numbers of one batch never meet: the last digits count. The half keeps the rounding away from the next number.
  const orderNumber = orderNumberAt(placed, ((index % 1_000_000) + 0.5) / 1_000_000)
  return {
    ...order,
    orderId: order.orderId ?? newId(placed.getTime()),
    orderNumber,
    goods,
    weight,
    total: goods + order.freight,
  }
}

async function insertBatch(on: Db, batch: ReturnType<typeof prepared>[]): Promise<void> {
  await change(
    on,
    `with given as materialized (
       select * from jsonb_to_recordset($1::jsonb) g("storeId" uuid, "orderId" uuid, "orderNumber" text, "merchantId" uuid,
         "villageCode" text, state text, goods bigint, freight bigint, total bigint, refunded bigint, method text,
         "stationId" uuid, weight int, recipient text, phone text, "regionCode" text, "regionName" text,
         "addressDetail" text, "placedAt" timestamptz, "paidAt" timestamptz, "shippedAt" timestamptz,
         "receivedAt" timestamptz, "closedAt" timestamptz, "isSample" boolean, lines jsonb)),
     orders as (
       insert into orders."order" (store_id, id, order_number, merchant_id, village_code, state, goods_amount,
         freight_amount, total, refunded_amount, method, station_id, weight_grams, recipient, phone, region_code,
         region_name, address_detail, confirmed_exempt, placed_at, pay_before, paid_at, shipped_at, receive_before,
         received_at, closed_at, is_sample)
       select "storeId", "orderId", "orderNumber", "merchantId", "villageCode", state, goods, freight, total,
         coalesce(refunded, 0), coalesce(method, 'express'), "stationId", weight, recipient, phone, "regionCode",
         "regionName", "addressDetail", true, "placedAt", "placedAt" + interval '15 minutes', "paidAt", "shippedAt",
         "shippedAt" + interval '7 days', "receivedAt", "closedAt", "isSample" from given)
     insert into orders.order_line (store_id, order_id, line, sku_id, product_id, category_code, name, name_en, sku_label,
       quantity, unit_price, amount, weight_grams, return_policy)
     select "storeId", "orderId", l.line, (l.one->>'skuId')::uuid, (l.one->>'productId')::uuid, l.one->>'categoryCode',
       l.one->>'name', coalesce(l.one->>'nameEn', ''), l.one->>'label', (l.one->>'quantity')::int, (l.one->>'unitPrice')::bigint,
       (l.one->>'quantity')::int * (l.one->>'unitPrice')::bigint, (l.one->>'weightGrams')::int, l.one->>'returnPolicy'
     from given, jsonb_array_elements(lines) with ordinality l(one, line)`,
    [JSON.stringify(batch)],
  )
}

/**
 * Does bulk work with the order table's search indexes taken off and put back afterwards, which makes millions of rows
 * several times faster. Only for a database that serves nobody meanwhile.
 */
export async function withoutOrderIndexes(db: Db, work: () => Promise<void>): Promise<void> {
  const indexes = await rows<{ name: string; definition: string }>(
    db,
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) definition from pg_index i
     where i.indrelid = 'orders."order"'::regclass and not i.indisprimary`,
  )
  for (const { name } of indexes) await change(db, `drop index ${name}`)
  try {
    await work()
  } finally {
    // pg_get_indexdef says ON ONLY for the parent of parts; without it the parts are indexed too.
    for (const { definition } of indexes) await change(db, definition.replace(' ON ONLY ', ' ON '))
  }
}
