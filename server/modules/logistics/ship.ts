import { breaksUnique, change, type Db, row, type Tx } from '../../kernel/db.ts'
import { findCarrier, looksRight, tidyWaybill } from './carriers.ts'
import { alreadyShipped, shipmentNotFound, unknownCarrier, waybillMalformed, waybillUsed } from './refusals.ts'
import type { Shipment } from './shapes.ts'

const columns = `id as shipment_id, order_id, store_id, method, station_id, pickup_code, carrier, tracking_number, state,
  village_code, to_region, weight_grams, prepared_at, shipped_at, arrived_at, delivered_at`

/** The parcel of an order, if one was prepared. */
export async function shipmentOf(on: Db, orderId: string): Promise<Shipment | undefined> {
  return row<Shipment>(on, `select ${columns} from logistics.shipment where order_id = $1`, [orderId])
}

/** A parcel is on its way. `looksRight` is false when the number is unusual for the carrier: worth a second look. */
export async function markShipped(
  tx: Tx,
  { orderId, carrier: carrierName, trackingNumber }: { orderId: string; carrier: string; trackingNumber: string },
): Promise<{ looksRight: boolean }> {
  const carrier = findCarrier(carrierName)
  if (!carrier) throw unknownCarrier({ carrier: carrierName }, 'carrier')
  const waybill = tidyWaybill(trackingNumber)
  const isNeeded = carrier.code !== 'self'
  if ((isNeeded || waybill !== '') && !/^[A-Z0-9]{6,30}$/.test(waybill))
    throw waybillMalformed(undefined, 'trackingNumber')
  const moved = await send(tx, orderId, carrier.code, waybill || null)
  if (moved === 0) await explain(tx, orderId, carrier.code, waybill || null)
  return { looksRight: looksRight(carrier, waybill) }
}

async function send(tx: Tx, orderId: string, carrier: string, waybill: string | null): Promise<number> {
  try {
    return await change(
      tx,
      `update logistics.shipment set state = 'shipped', carrier = $2, tracking_number = $3, shipped_at = now()
       where order_id = $1 and state = 'prepared'`,
      [orderId, carrier, waybill],
    )
  } catch (error) {
    if (breaksUnique(error, 'waybill_once')) throw waybillUsed(undefined, 'trackingNumber')
    throw error
  }
}

/** The same parcel with the same number again is the same wish; anything else is not. */
async function explain(tx: Tx, orderId: string, carrier: string, waybill: string | null): Promise<void> {
  const known = await shipmentOf(tx, orderId)
  if (!known) throw shipmentNotFound()
  if (known.carrier !== carrier || known.trackingNumber !== waybill) throw alreadyShipped()
}

/** The buyer has the parcel. A repeat, or an order without a parcel, changes nothing. */
export async function markDelivered(tx: Tx, { orderId }: { orderId: string }): Promise<void> {
  await change(
    tx,
    `update logistics.shipment set state = 'delivered', delivered_at = now(), shipped_at = coalesce(shipped_at, now())
     where order_id = $1 and state not in ('delivered', 'returned')`,
    [orderId],
  )
}
