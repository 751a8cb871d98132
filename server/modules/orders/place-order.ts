import type { Actor } from '../../kernel/actor.ts'
import { type Db, row, send, type Tx } from '../../kernel/db.ts'
import { announce } from '../../kernel/events.ts'
import { newId } from '../../kernel/ids.ts'
import { yuan } from '../../kernel/money.ts'
import { once } from '../../kernel/once.ts'
import { regionName } from '../divisions/index.ts'
import { holdStock } from '../inventory/index.ts'
import { freightRateOf, quoteBy } from '../logistics/index.ts'
import { type OpenedPayment, openPayment } from '../payments/index.ts'
import { requireStation } from '../stations/index.ts'
import { requireOffers } from '../stores/index.ts'
import { type BasketAddress, type BasketRow, basketIdOf } from './basket.ts'
import { orderPlaced } from './events.ts'
import { orderNumberAt } from './order-number.ts'
import { exemptLines, type PricedLine, priceLine, totalOf } from './price-order.ts'
import {
  addressMissing,
  basketEmpty,
  exemptNotConfirmed,
  noPickupThere,
  priceChanged,
  stationMissing,
} from './refusals.ts'
import { holdsOn } from './rules.ts'
import type { PlacedOrder, PlaceOrder } from './shapes.ts'

/** Places an order once per key: a repeat, however quick, gets the same order, but nothing newly `opened`. */
export async function placeOrderOnce(db: Db, actor: Actor, key: string, input: PlaceOrder): Promise<Placed> {
  let opened: OpenedPayment | undefined
  const answer = await once(db, { key, actor, request: input }, async (tx) => {
    const { opened: first, ...placed } = await placeOrder(tx, actor, input)
    opened = first
    return placed
  })
  // What a repeat had opened was undone with it.
  return { ...answer, opened: opened?.reference === answer.intentId ? opened : undefined }
}

type Placed = PlacedOrder & { opened: OpenedPayment | undefined }

/** Places an order of what the basket holds of one store: goods held and a payment awaited, or nothing happened at all. */
export async function placeOrder(tx: Tx, actor: Actor, input: PlaceOrder): Promise<Placed> {
  const { lines: wanted, address, payMinutes } = await takeFromBasket(tx, basketIdOf(actor), input.storeId)
  if (!address) throw addressMissing()
  const to = input.method === 'stationPickup' ? await stationAddress(tx, input.stationId, address) : address

  const [offers, rate] = await Promise.all([
    requireOffers(
      tx,
      wanted.map((line) => line.skuId),
    ),
    freightRateOf(tx, { storeId: input.storeId, regionCode: to.regionCode }),
  ])
  const found = wanted.flatMap(({ skuId, quantity }) => {
    const offer = offers.get(skuId)
    return offer && offer.storeId === input.storeId ? [{ offer, quantity }] : []
  })
  const [first] = found
  if (!first) throw basketEmpty()
  const lines = found.map(({ offer, quantity }) => priceLine(offer, quantity))
  const unconfirmed = input.confirmedExempt ? [] : exemptLines(lines)
  if (unconfirmed.length > 0) {
    throw exemptNotConfirmed({ names: unconfirmed.map((line) => line.name).join('、') }, 'confirmedExempt')
  }

  const weightGrams = lines.reduce((grams, line) => grams + line.weightGrams, 0)
  const { freight } = quoteBy(rate, { grams: weightGrams, goodsAmount: totalOf(lines, 0).goodsAmount })
  const amounts = totalOf(lines, freight)
  if (input.expectedTotal !== undefined && input.expectedTotal !== amounts.total)
    throw priceChanged({ total: yuan(amounts.total) })

  const placedAt = new Date()
  const order = {
    ...amounts,
    id: newId(placedAt.getTime()),
    orderNumber: orderNumberAt(placedAt, Math.random()),
    merchantId: first.offer.merchantId,
    villageCode: first.offer.villageCode,
    isSample: first.offer.isSample,
    weightGrams,
    placedAt,
    payBefore: new Date(placedAt.getTime() + payMinutes * 60_000),
  }
  await writeOrder(tx, actor, input, to, order, lines)
  // Both travel in one message; when goods are short, the payment is undone with the order.
  const [opened] = await Promise.all([
    openPayment(tx, {
      paysFor: order.id,
      storeId: input.storeId,
      merchantId: order.merchantId,
      amount: order.total,
      subject: subjectOf(lines),
      returnPath: `/orders/${input.storeId}/${order.id}`,
      channel: input.channel,
    }),
    holdStock(tx, {
      heldFor: order.id,
      expiresAt: order.payBefore.toISOString(),
      lines: lines.map(({ skuId, quantity }) => ({ skuId, quantity })),
    }),
  ])
  const { villageCode, isSample, total } = order
  await announce(tx, orderPlaced, { storeId: input.storeId, orderId: order.id, villageCode, isSample, total })
  return { orderId: order.id, orderNumber: order.orderNumber, total, intentId: opened.reference, opened }
}

interface Taken {
  lines: BasketRow[] | null
  address: BasketAddress | null
  payMinutes: number
}

/** Taking the lines out locks them, so the same basket cannot become two orders; a refusal puts them back. */
async function takeFromBasket(tx: Tx, basketId: string, storeId: string) {
  const taken = await row<Taken>(
    tx,
    `with taken as (delete from orders.basket_line where basket_id = $1 and store_id = $2 returning sku_id, quantity, added_at)
     select (select jsonb_agg(jsonb_build_object('skuId', sku_id, 'quantity', quantity) order by added_at, sku_id) from taken) lines,
       (select jsonb_build_object('recipient', recipient, 'phone', phone, 'regionCode', region_code,
          'regionName', region_name, 'detail', detail) from orders.basket_address where basket_id = $1) address,
       (select (value->>'minutes')::int from orders.rule
        where name = 'payWithin' and ${holdsOn()}
        order by version desc limit 1) pay_minutes`,
    [basketId, storeId],
  )
  if (!taken?.lines) throw basketEmpty()
  return { lines: taken.lines, address: taken.address, payMinutes: taken.payMinutes }
}

/** A parcel that is picked up goes to its station; name and phone stay the buyer's. */
async function stationAddress(tx: Tx, stationId: string | undefined, buyer: BasketAddress): Promise<BasketAddress> {
  if (!stationId) throw stationMissing(undefined, 'stationId')
  const { divisionCode, name, address, pickup, closedOn } = await requireStation(tx, stationId)
  if (!pickup || closedOn) throw noPickupThere(undefined, 'stationId')
  const regionCode = divisionCode
  return { ...buyer, regionCode, regionName: await regionName(tx, regionCode), detail: `${address} ${name}`.trim() }
}

interface NewOrder {
  id: string
  orderNumber: string
  merchantId: string
  villageCode: string
  isSample: boolean
  goodsAmount: number
  freightAmount: number
  discountAmount: number
  total: number
  weightGrams: number
  placedAt: Date
  payBefore: Date
}

/** Order, lines and the first word of its timeline in one statement. */
async function writeOrder(
  tx: Tx,
  actor: Actor,
  input: PlaceOrder,
  to: BasketAddress,
  order: NewOrder,
  lines: PricedLine[],
) {
  await send(
    tx,
    `with o as (
       insert into orders."order" (store_id, id, order_number, merchant_id, village_code, buyer_account_id, guest_id, state,
         goods_amount, freight_amount, discount_amount, total, method, station_id, weight_grams, recipient, phone,
         region_code, region_name, address_detail, note, confirmed_exempt, placed_at, pay_before, is_sample)
       values ($1, $2, $3, $4, $5, $6, $7, 'placed', $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
         $23, $24)),
     l as (
       insert into orders.order_line (store_id, order_id, line, sku_id, product_id, category_code, name, name_en, sku_label,
         quantity, unit_price, amount, weight_grams, return_policy)
       select $1, $2, line, sku_id, product_id, category_code, name, name_en, label, quantity, unit_price, quantity * unit_price,
         grams, policy
       from unnest($25::uuid[], $26::uuid[], $27::text[], $28::text[], $29::text[], $30::text[], $31::int[], $32::bigint[],
         $33::int[], $34::text[])
         with ordinality as l(sku_id, product_id, category_code, name, name_en, label, quantity, unit_price, grams, policy, line))
     insert into orders.order_event (store_id, order_id, id, kind, at, by_account, detail)
     values ($1, $2, $35, 'placed', $22, $6, '{}')`,
    [
      input.storeId,
      order.id,
      order.orderNumber,
      order.merchantId,
      order.villageCode,
      actor.accountId ?? null,
      // Whoever signs in later on this browser must not find another person's order.
      actor.accountId ? null : actor.guestId,
      order.goodsAmount,
      order.freightAmount,
      order.discountAmount,
      order.total,
      input.method,
      input.method === 'stationPickup' ? input.stationId : null,
      order.weightGrams,
      to.recipient,
      to.phone,
      to.regionCode,
      to.regionName,
      to.detail,
      input.note ?? '',
      input.confirmedExempt ?? false,
      order.placedAt,
      order.payBefore,
      order.isSample,
      lines.map((line) => line.skuId),
      lines.map((line) => line.productId),
      lines.map((line) => line.categoryCode),
      lines.map((line) => line.name),
      lines.map((line) => line.nameEn),
      lines.map((line) => line.label),
      lines.map((line) => line.quantity),
      lines.map((line) => line.unitPrice),
      lines.map((line) => line.weightGrams),
      lines.map((line) => line.returnPolicy),
      newId(order.placedAt.getTime()),
    ],
  )
}

function subjectOf(lines: readonly PricedLine[]): string {
  const name = lines[0]?.name ?? ''
  return lines.length > 1 ? `${name} 等 ${lines.length} 件` : name
}
