import { randomInt } from 'node:crypto'
import { type Actor, requireDuty } from '../../kernel/actor.ts'
import { type Db, row, rows, type Tx } from '../../kernel/db.ts'
import { announce } from '../../kernel/events.ts'
import { decodeCursor, type Page, pageOf } from '../../kernel/pages.ts'
import { requireStation } from '../stations/index.ts'
import { parcelArrived, parcelHandedOver } from './events.ts'
import { notArrived, notOnItsWay, pickupCodeWrong, shipmentNotFound } from './refusals.ts'
import type { Parcel, ShipmentState } from './shapes.ts'

async function requireOperator(on: Db, actor: Actor, stationId: string): Promise<void> {
  const { divisionCode } = await requireStation(on, stationId)
  requireDuty(actor, 'station_operator', { divisionCode })
}

/** The parcels of a station in one state, oldest first; what is still to come is `shipped`. */
export async function parcelsAt(
  on: Db,
  actor: Actor,
  stationId: string,
  { state, cursor, limit }: { state: ShipmentState; cursor?: string; limit: number },
): Promise<Page<Parcel>> {
  await requireOperator(on, actor, stationId)
  const found = await rows<Parcel>(
    on,
    `select id as shipment_id, order_id, store_id, state, carrier, tracking_number, shipped_at, arrived_at, delivered_at
     from logistics.shipment where station_id = $1 and state = $2 and ($3::uuid is null or id > $3) order by id limit $4`,
    [stationId, state, cursor ? decodeCursor(cursor, 'string')[0] : null, limit + 1],
  )
  return pageOf(found, limit, (parcel) => [parcel.shipmentId])
}

/** A parcel has come to the station: the buyer gets a code to collect it with. A repeat keeps the first code. */
export async function markArrived(
  tx: Tx,
  actor: Actor,
  stationId: string,
  shipmentId: string,
): Promise<{ pickupCode: string }> {
  await requireOperator(tx, actor, stationId)
  const arrived = await row<{ orderId: string; storeId: string; pickupCode: string }>(
    tx,
    `update logistics.shipment s set state = 'arrived', arrived_at = now(), shipped_at = coalesce(shipped_at, now()),
       pickup_code = (select code from unnest($3::text[]) with ordinality c(code, n)
         where not exists (select 1 from logistics.shipment o
           where o.station_id = $2 and o.state = 'arrived' and o.pickup_code = c.code) order by n limit 1)
     where id = $1 and station_id = $2 and state in ('prepared', 'shipped')
     returning order_id, store_id, pickup_code`,
    [shipmentId, stationId, Array.from({ length: 12 }, () => String(randomInt(1_000_000)).padStart(6, '0'))],
  )
  if (arrived) {
    await announce(tx, parcelArrived, { ...arrived, stationId })
    return { pickupCode: arrived.pickupCode }
  }
  const known = await requireParcel(tx, stationId, shipmentId)
  if (known.state !== 'arrived' || !known.pickupCode) throw notOnItsWay()
  return { pickupCode: known.pickupCode }
}

/** Hands a parcel to the buyer who shows the right code. */
export async function handOver(
  tx: Tx,
  actor: Actor,
  stationId: string,
  shipmentId: string,
  { pickupCode }: { pickupCode: string },
): Promise<void> {
  await requireOperator(tx, actor, stationId)
  const handed = await row<{ orderId: string; storeId: string; deliveredAt: string }>(
    tx,
    `update logistics.shipment set state = 'delivered', delivered_at = now()
     where id = $1 and station_id = $2 and state = 'arrived' and pickup_code = $3
     returning order_id, store_id, delivered_at`,
    [shipmentId, stationId, pickupCode],
  )
  if (handed) return announce(tx, parcelHandedOver, handed)
  const known = await requireParcel(tx, stationId, shipmentId)
  if (known.pickupCode !== pickupCode) throw pickupCodeWrong(undefined, 'pickupCode')
  // The same hand-over again, after a lost answer.
  if (known.state !== 'delivered') throw notArrived()
}

async function requireParcel(on: Db, stationId: string, shipmentId: string) {
  const known = await row<{ state: ShipmentState; pickupCode: string | null }>(
    on,
    'select state, pickup_code from logistics.shipment where id = $1 and station_id = $2',
    [shipmentId, stationId],
  )
  if (!known) throw shipmentNotFound()
  return known
}
