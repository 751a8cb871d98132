import type { Actor } from '../../kernel/actor.ts'
import { audit } from '../../kernel/audit.ts'
import { row, type Tx } from '../../kernel/db.ts'
import { announce } from '../../kernel/events.ts'
import { shipStock } from '../inventory/index.ts'
import { markShipped } from '../logistics/index.ts'
import { recordTraceEvents } from '../traceability/index.ts'
import { orderShipped } from './events.ts'
import { lockOrder, requireStep } from './require-order.ts'
import { ruleToday } from './rules.ts'
import type { OrderKey } from './shapes.ts'
import { writeEvent } from './write-event.ts'

/** Sends an order's goods: by the store, or by the village's station operator on its behalf. */
export async function shipOrder(
  tx: Tx,
  actor: Actor,
  key: OrderKey,
  { carrier, trackingNumber }: { carrier: string; trackingNumber: string },
): Promise<{ receiveBefore: string }> {
  const seen = await lockOrder(tx, actor, key)
  const as = requireStep(seen, 'ship')
  const { order } = seen
  const { days } = (await ruleToday<{ days: number }>(tx, 'receiveWithin')).value
  const sent = await row<{ shippedAt: string; receiveBefore: string }>(
    tx,
    `update orders."order" set state = 'shipped', shipped_at = now(), receive_before = now() + make_interval(days => $3)
     where store_id = $1 and id = $2 returning shipped_at, receive_before`,
    [key.storeId, key.orderId, days],
  )
  if (!sent) throw new Error('a locked order is there')
  await markShipped(tx, { orderId: key.orderId, carrier, trackingNumber })
  const lots = await shipStock(tx, [key.orderId])
  await recordTraceEvents(
    tx,
    lots.map(({ lotId, quantity }) => ({
      lotId,
      kind: 'shipped' as const,
      happenedAt: sent.shippedAt,
      divisionCode: order.villageCode,
      // The whole world reads a trace page: the province or city is enough, the buyer's street is nobody's business.
      place: cityOf(order.regionName),
      quantity,
      reference: `order:${key.orderId}`,
    })),
  )
  await writeEvent(tx, actor, key, 'shipped', { carrier, trackingNumber })
  await audit(tx, actor, {
    did: 'orders.ship_order',
    subject: `order:${key.orderId}`,
    divisionCode: order.villageCode,
    detail: as === 'station' ? { onBehalfOf: order.merchantId } : {},
  })
  const { villageCode, isSample, orderNumber, buyerAccountId } = order
  await announce(tx, orderShipped, { ...key, villageCode, isSample, orderNumber, buyerAccountId })
  return { receiveBefore: sent.receiveBefore }
}

/** 江苏省苏州市常熟市… → 江苏省苏州市; a province alone stays as it is. */
function cityOf(regionName: string): string {
  return /^(.+?(?:省|自治区|市))(.+?市)?/.exec(regionName)?.[0] ?? regionName
}
