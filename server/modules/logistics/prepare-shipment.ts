import { send, type Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import type { Method } from './shapes.ts'

export interface PrepareShipment {
  orderId: string
  storeId: string
  method: Method
  stationId: string | null
  /** Where the goods come from. */
  villageCode: string
  /** A 12-digit code in Jiangsu, or six digits for a province outside. */
  toRegion: string
  weightGrams: number
}

/** Prepares the parcels of paid orders, all in one statement. A repeat changes nothing. */
export async function prepareShipments(tx: Tx, parcels: readonly PrepareShipment[]): Promise<void> {
  if (parcels.length === 0) return
  await send(
    tx,
    `insert into logistics.shipment (id, order_id, store_id, method, station_id, state, village_code, to_region, weight_grams)
     select id, order_id, store_id, method, station_id, 'prepared', village_code, to_region, weight_grams
     from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::uuid[], $6::text[], $7::text[], $8::int[])
       p(id, order_id, store_id, method, station_id, village_code, to_region, weight_grams)
     on conflict (order_id) do nothing`,
    [
      parcels.map(() => newId()),
      parcels.map((parcel) => parcel.orderId),
      parcels.map((parcel) => parcel.storeId),
      parcels.map((parcel) => parcel.method),
      parcels.map((parcel) => (parcel.method === 'stationPickup' ? parcel.stationId : null)),
      parcels.map((parcel) => parcel.villageCode),
      parcels.map((parcel) => parcel.toRegion),
      parcels.map((parcel) => parcel.weightGrams),
    ],
  )
}

/** Prepares the parcel of one paid order. */
export async function prepareShipment(tx: Tx, parcel: PrepareShipment): Promise<void> {
  await prepareShipments(tx, [parcel])
}
