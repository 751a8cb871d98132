import { type Actor, holdsDuty } from '../../kernel/actor.ts'
import { type Db, row } from '../../kernel/db.ts'
import { notAllowed, notFound } from '../../kernel/errors.ts'
import { notPossibleNow } from './refusals.ts'
import type { OrderKey } from './shapes.ts'
import { mayStep, type OrderState, type Stance, type StepName } from './steps.ts'

export interface Order {
  storeId: string
  id: string
  orderNumber: string
  merchantId: string
  villageCode: string
  buyerAccountId: string | null
  state: OrderState
  goodsAmount: number
  freightAmount: number
  discountAmount: number
  total: number
  refundedAmount: number
  method: 'express' | 'localDelivery' | 'stationPickup'
  stationId: string | null
  weightGrams: number
  recipient: string
  phone: string
  regionCode: string
  regionName: string
  addressDetail: string
  note: string
  placedAt: string
  payBefore: string
  paidAt: string | null
  shippedAt: string | null
  receiveBefore: string | null
  receivedAt: string | null
  closedAt: string | null
  isSample: boolean
}

const columns = `o.store_id, o.id, o.order_number, o.merchant_id, o.village_code, o.buyer_account_id, o.state, o.goods_amount,
  o.freight_amount, o.discount_amount, o.total, o.refunded_amount, o.method, o.station_id, o.weight_grams, o.recipient,
  o.phone, o.region_code, o.region_name, o.address_detail, o.note, o.placed_at, o.pay_before, o.paid_at, o.shipped_at,
  o.receive_before, o.received_at, o.closed_at, o.is_sample`

// A buyer is known by account, by the guest cookie they ordered with, or because they named order number and phone.
const isBuyer = `(o.buyer_account_id = $3 or o.guest_id = $4 or exists (
  select from orders.order_viewer v where v.guest_id = $4 and v.store_id = $1 and v.order_id = $2))`

export interface Seen {
  order: Order
  /** Everything the actor is to this order, the closest first; never empty. */
  stances: Stance[]
}

/** Who reads a division's figures, and so the orders behind them, the buyer masked. */
export const readersOfFigures = ['officer', 'auditor', 'admin'] as const

/** The order, if the actor has anything to do with it. A guessed id and a foreign order look the same: not found. */
export async function requireOrder(on: Db, actor: Actor, { storeId, orderId }: OrderKey): Promise<Seen> {
  return seenBy(
    actor,
    await row<Order & { isBuyer: boolean }>(
      on,
      `select ${columns}, coalesce(${isBuyer}, false) is_buyer from orders."order" o where o.store_id = $1 and o.id = $2`,
      [storeId, orderId, actor.accountId ?? null, actor.guestId ?? null],
    ),
  )
}

/** The same, locked for a step: who comes second sees what the first one did. */
export async function lockOrder(on: Db, actor: Actor, { storeId, orderId }: OrderKey): Promise<Seen> {
  return seenBy(
    actor,
    await row<Order & { isBuyer: boolean }>(
      on,
      `select ${columns}, coalesce(${isBuyer}, false) is_buyer from orders."order" o where o.store_id = $1 and o.id = $2 for update of o`,
      [storeId, orderId, actor.accountId ?? null, actor.guestId ?? null],
    ),
  )
}

/** Refuses unless this step may be taken now by this person; says as whom it is taken. */
export function requireStep({ order, stances }: Seen, step: StepName): Stance {
  const verdicts = stances.map((as) => ({ as, verdict: mayStep(step, order.state, as) }))
  const may = verdicts.find(({ verdict }) => verdict === 'yes')
  if (may) return may.as
  throw verdicts.some(({ verdict }) => verdict === 'state')
    ? notPossibleNow({ step, state: order.state })
    : notAllowed()
}

function seenBy(actor: Actor, found: (Order & { isBuyer: boolean }) | undefined): Seen {
  if (!found) throw notFound({ what: 'order' })
  const { isBuyer: buyer, ...order } = found
  const stances = stancesOf(actor, order, buyer)
  if (stances.length === 0) throw notFound({ what: 'order' })
  return { order, stances }
}

function stancesOf(actor: Actor, { storeId, merchantId, villageCode }: Order, buyer: boolean): Stance[] {
  if (actor.system) return ['clock', 'store', 'buyer']
  const stances: Stance[] = buyer ? ['buyer'] : []
  if (worksFor(actor, storeId, merchantId)) stances.push('store')
  if (holdsDuty(actor, 'station_operator', { divisionCode: villageCode })) stances.push('station')
  if (holdsDuty(actor, readersOfFigures, { divisionCode: villageCode })) stances.push('officer')
  return stances
}

/** Is this one of the store's own people? */
export function worksFor(actor: Actor, storeId: string, merchantId?: string): boolean {
  return (
    holdsDuty(actor, ['store_owner', 'store_staff'], { storeId }) || holdsDuty(actor, 'merchant_owner', { merchantId })
  )
}
