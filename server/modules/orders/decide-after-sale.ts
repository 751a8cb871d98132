import type { Actor } from '../../kernel/actor.ts'
import { audit } from '../../kernel/audit.ts'
import { change, row, rows, type Tx } from '../../kernel/db.ts'
import { notAllowed, notFound } from '../../kernel/errors.ts'
import { announce } from '../../kernel/events.ts'
import { yuan } from '../../kernel/money.ts'
import { returnStock } from '../inventory/index.ts'
import { askRefund } from './ask-refund.ts'
import { completeOrders } from './complete-orders.ts'
import { afterSaleDecided, afterSaleDisputed } from './events.ts'
import { givenBack } from './open-after-sale.ts'
import { alreadyDecided, amountTooLarge, nothingToRefund, reasonMissing } from './refusals.ts'
import { lockOrder, type Seen } from './require-order.ts'
import type { DecideAfterSale } from './shapes.ts'
import { writeEvent } from './write-event.ts'

interface Request {
  id: string
  storeId: string
  orderId: string
  kind: string
  state: 'open' | 'accepted' | 'refused' | 'withdrawn' | 'settled'
  lines: number[]
  rule: string
  damagedShare: number | null
  askedAmount: number
  suggestedAmount: number
  goodsComeBack: boolean
  disputedAt: string | null
}

/** The seller accepts a request, for the amount the rule suggests unless another is named, or refuses it and says why. */
export async function decideAfterSale(
  tx: Tx,
  actor: Actor,
  afterSaleId: string,
  input: DecideAfterSale,
): Promise<{ amount: number }> {
  const { request, seen } = await lockRequest(tx, actor, afterSaleId)
  const { order, stances } = seen
  if (!stances.includes('store')) throw notAllowed()
  if (request.state !== 'open') throw alreadyDecided()
  if (input.decision === 'refuse' && !input.reason) throw reasonMissing(undefined, 'reason')

  const refundable = order.total - (await givenBack(tx, request))
  if (input.decision === 'accept' && refundable <= 0) throw nothingToRefund()
  const amount = input.decision === 'refuse' ? 0 : (input.amount ?? Math.min(defaultOf(request), refundable))
  if (amount > refundable) throw amountTooLarge({ most: yuan(refundable) }, 'amount')
  const comeBack = input.goodsComeBack ?? request.goodsComeBack
  await change(
    tx,
    `update orders.after_sale set state = $2, decided_amount = nullif($3::bigint, 0), decision_reason = $4, goods_come_back = $5,
       decided_at = now(), decided_by = $6 where store_id = $7 and id = $1`,
    [
      request.id,
      input.decision === 'accept' ? 'accepted' : 'refused',
      amount,
      input.reason ?? null,
      comeBack,
      actor.accountId ?? null,
      request.storeId,
    ],
  )
  if (input.decision === 'accept') {
    await askRefund(tx, request, { amount, reason: 'afterSale', afterSaleId: request.id })
    await takeGoodsBack(tx, request, comeBack)
  }
  const kind = input.decision === 'accept' ? 'afterSaleAccepted' : 'afterSaleRefused'
  await writeEvent(tx, actor, request, kind, { amount, rule: request.rule, reason: input.reason ?? '' })
  await audit(tx, actor, {
    did: 'orders.decide_after_sale',
    subject: `order:${request.orderId}`,
    divisionCode: order.villageCode,
    detail: { decision: input.decision, amount, rule: request.rule },
  })
  const { storeId, orderId } = request
  await announce(tx, afterSaleDecided, {
    storeId,
    orderId,
    orderNumber: order.orderNumber,
    buyerAccountId: order.buyerAccountId,
    accepted: input.decision === 'accept',
    amount,
  })
  if (input.decision === 'refuse') await completeOrders(tx, [request])
  return { amount }
}

/** The buyer takes the request back: it was a mistake, or the two have come to terms. */
export async function withdrawAfterSale(tx: Tx, actor: Actor, afterSaleId: string): Promise<void> {
  const { request, seen } = await lockRequest(tx, actor, afterSaleId)
  if (!seen.stances.includes('buyer')) throw notAllowed()
  if (request.state !== 'open') throw alreadyDecided()
  await change(
    tx,
    `update orders.after_sale set state = 'withdrawn', decided_at = now() where store_id = $1 and id = $2`,
    [request.storeId, request.id],
  )
  await writeEvent(tx, actor, request, 'afterSaleWithdrawn')
  await completeOrders(tx, [request])
}

/** The buyer asks the county to look at a request that was refused or is not answered; the county's officers are told. */
export async function disputeAfterSale(tx: Tx, actor: Actor, afterSaleId: string): Promise<void> {
  const { request, seen } = await lockRequest(tx, actor, afterSaleId)
  if (!seen.stances.includes('buyer')) throw notAllowed()
  if (request.state !== 'open' && request.state !== 'refused') throw alreadyDecided()
  if (request.disputedAt) return
  await change(tx, 'update orders.after_sale set disputed_at = now() where store_id = $1 and id = $2', [
    request.storeId,
    request.id,
  ])
  await writeEvent(tx, actor, request, 'disputed')
  const { storeId, orderId } = request
  await announce(tx, afterSaleDisputed, {
    storeId,
    orderId,
    villageCode: seen.order.villageCode,
    orderNumber: seen.order.orderNumber,
  })
}

/** Locks the order first and the request under it, as every other step does, so that two steps never wait in a circle. */
async function lockRequest(tx: Tx, actor: Actor, afterSaleId: string): Promise<{ request: Request; seen: Seen }> {
  const key = await row<{ storeId: string; orderId: string }>(
    tx,
    'select store_id, order_id from orders.after_sale where id = $1',
    [afterSaleId],
  )
  if (!key) throw notFound({ what: 'after-sale' })
  const seen = await lockOrder(tx, actor, key)
  const request = await row<Request>(
    tx,
    `select id, store_id, order_id, kind, state, lines, rule, damaged_share, asked_amount, suggested_amount, goods_come_back,
       disputed_at from orders.after_sale where store_id = $1 and id = $2 for update`,
    [key.storeId, afterSaleId],
  )
  if (!request) throw notFound({ what: 'after-sale' })
  return { request, seen }
}

/** The rule's amount, or what the buyer asks where they ask for less or no rule speaks. */
function defaultOf({ askedAmount, suggestedAmount }: Request): number {
  return suggestedAmount > 0 ? Math.min(askedAmount, suggestedAmount) : askedAmount
}

/** Goods that come back go on the shelf; goods that are wholly spoiled are written off; the rest stays with the buyer. */
async function takeGoodsBack(
  tx: Tx,
  { storeId, orderId, lines, kind, damagedShare }: Request,
  comeBack: boolean,
): Promise<void> {
  const spoiled = kind === 'damagedGoods' && (damagedShare ?? 0) >= 80
  if (!comeBack && !spoiled) return
  const goods = await rows<{ skuId: string; quantity: number }>(
    tx,
    'select sku_id, quantity from orders.order_line where store_id = $1 and order_id = $2 and line = any($3)',
    [storeId, orderId, lines],
  )
  await returnStock(tx, orderId, comeBack ? 'return' : 'spoil', goods)
}
