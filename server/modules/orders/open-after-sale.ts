import type { Actor } from '../../kernel/actor.ts'
import { breaksUnique, change, row, rows, type Tx } from '../../kernel/db.ts'
import { badInput } from '../../kernel/errors.ts'
import { announce } from '../../kernel/events.ts'
import { claimPhotos } from '../../kernel/files.ts'
import { newId } from '../../kernel/ids.ts'
import { sum } from '../../kernel/money.ts'
import { shipmentOf } from '../logistics/index.ts'
import { afterSaleOpened } from './events.ts'
import { markReceived } from './receive-order.ts'
import {
  alreadyOpen,
  amountMissing,
  nothingToRefund,
  notInTime,
  notReturnable,
  photosMissing,
  shareMissing,
  tooEarly,
} from './refusals.ts'
import { lockOrder, type Order, requireStep } from './require-order.ts'
import { type Rule, ruleToday } from './rules.ts'
import type { OpenAfterSale, OrderKey } from './shapes.ts'
import {
  type Claim,
  type DamagedGoodsRule,
  type Suggestion,
  suggestForDamage,
  suggestForLoss,
  suggestForReturn,
} from './suggest-refund.ts'
import { writeEvent } from './write-event.ts'

interface ClaimedLine {
  line: number
  name: string
  amount: number
  returnPolicy: string
}

/** The buyer asks for money back; a rule, by name and version, suggests how much. The seller decides. */
export async function openAfterSale(
  tx: Tx,
  actor: Actor,
  key: OrderKey,
  input: OpenAfterSale,
): Promise<{ afterSaleId: string; suggestedAmount: number; askedAmount: number; rule: string }> {
  const seen = await lockOrder(tx, actor, key)
  requireStep(seen, 'openAfterSale')
  const { order } = seen
  const { claimed, all } = await linesOf(tx, key, input.lines)
  const refundable = order.total - (await givenBack(tx, key))
  if (refundable <= 0) throw nothingToRefund()
  const rule = await ruleToday<Record<string, unknown>>(tx, input.kind)
  await requireInTime(tx, order, input.kind, rule)
  const claim = {
    claimed: sum(claimed.map((l) => l.amount)),
    goods: sum(all.map((l) => l.amount)),
    freight: order.freightAmount,
    refundable,
  }
  const { amount, tier } = suggest(input, rule, claim, claimed)
  const askedAmount = Math.min(input.askedAmount ?? amount, refundable)
  if (askedAmount < 1) throw amountMissing(undefined, 'askedAmount')

  const opened = {
    id: newId(),
    rule: `${rule.name}.${rule.version}.${tier}`,
    lines: claimed.map((line) => line.line),
  }
  await claimPhotos(tx, actor, input.photos ?? [])
  try {
    await change(
      tx,
      `insert into orders.after_sale (id, store_id, order_id, kind, state, lines, description, photos, damaged_share,
         asked_amount, suggested_amount, rule, goods_come_back)
       values ($1, $2, $3, $4, 'open', $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        opened.id,
        key.storeId,
        key.orderId,
        input.kind,
        opened.lines,
        input.description ?? '',
        input.photos ?? [],
        input.damagedShare ?? null,
        askedAmount,
        amount,
        opened.rule,
        input.kind === 'sevenDayReturn',
      ],
    )
  } catch (error) {
    // Its own id is new: only the rule of one open request for each order can be broken.
    throw breaksUnique(error) ? alreadyOpen() : error
  }
  // Whoever complains about the goods has them: the clock of the claim starts now at the latest.
  if (order.state === 'shipped' && input.kind !== 'notDelivered') await markReceived(tx, actor, key, 'received')
  await writeEvent(tx, actor, key, 'afterSaleOpened', { kind: input.kind, askedAmount, rule: opened.rule })
  await announce(tx, afterSaleOpened, { ...key, afterSaleId: opened.id, orderNumber: order.orderNumber })
  return { afterSaleId: opened.id, suggestedAmount: amount, askedAmount, rule: opened.rule }
}

/** What has been given back or is on its way. */
export async function givenBack(tx: Tx, { storeId, orderId }: OrderKey): Promise<number> {
  const found = await row<{ amount: number }>(
    tx,
    'select coalesce(sum(amount), 0)::bigint amount from orders.order_refund where store_id = $1 and order_id = $2',
    [storeId, orderId],
  )
  return found?.amount ?? 0
}

async function linesOf(tx: Tx, { storeId, orderId }: OrderKey, wanted: number[] | undefined) {
  const all = await rows<ClaimedLine>(
    tx,
    'select line, name, amount, return_policy from orders.order_line where store_id = $1 and order_id = $2 order by line',
    [storeId, orderId],
  )
  const claimed = wanted ? all.filter(({ line }) => wanted.includes(line)) : all
  if (claimed.length !== (wanted?.length ?? all.length)) throw badInput({ detail: 'lines' }, 'lines')
  return { claimed, all }
}

/** Time counts from when the goods arrived: as the buyer said, or as the courier did; before that it has not begun. */
async function requireInTime(tx: Tx, order: Order, kind: OpenAfterSale['kind'], rule: Rule<Record<string, unknown>>) {
  const hoursSince = (at: string) => (Date.now() - Date.parse(at)) / 3_600_000
  if (kind === 'notDelivered') {
    const hours = Number(rule.value.afterHours)
    if (order.shippedAt && hoursSince(order.shippedAt) < hours) throw tooEarly({ hours })
    return
  }
  const hours = Number(rule.value.withinHours)
  const delivered = (await shipmentOf(tx, order.id))?.deliveredAt
  const since = [order.receivedAt, delivered].filter((at) => typeof at === 'string').sort()[0]
  if (since && hoursSince(since) > hours) throw notInTime({ hours })
}

function suggest(
  input: OpenAfterSale,
  rule: Rule<Record<string, unknown>>,
  claim: Claim,
  lines: ClaimedLine[],
): Suggestion {
  if (input.kind === 'damagedGoods') {
    const { photosAtLeast } = rule.value as unknown as DamagedGoodsRule
    if ((input.photos?.length ?? 0) < photosAtLeast) throw photosMissing({ least: photosAtLeast }, 'photos')
    if (!input.damagedShare) throw shareMissing(undefined, 'damagedShare')
    return suggestForDamage(rule.value as unknown as DamagedGoodsRule, input.damagedShare, claim)
  }
  if (input.kind === 'sevenDayReturn') {
    const exempt = lines.filter((line) => line.returnPolicy !== 'sevenDay')
    if (exempt.length > 0) throw notReturnable({ names: exempt.map((line) => line.name).join('、') }, 'lines')
    return suggestForReturn(claim)
  }
  if (input.kind === 'notDelivered') return suggestForLoss(claim)
  // No rule knows what this is worth: the buyer says, the seller decides.
  return { amount: 0, tier: 0 }
}
