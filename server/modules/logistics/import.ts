import { change, type Db, type Tx, transact } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import type { Instant } from '../../kernel/time.ts'
import { writeTemplates } from './freight-templates.ts'
import type { Method, SaveFreightTemplate, ShipmentState } from './shapes.ts'

export interface ImportedShipment {
  /** One of the importer's choosing; a new one without it. */
  id?: string
  orderId: string
  storeId: string
  method: Method
  stationId?: string
  carrier?: string
  trackingNumber?: string
  state: Exclude<ShipmentState, 'arrived'>
  villageCode: string
  toRegion: string
  weightGrams: number
  preparedAt: Instant
  shippedAt?: Instant
  deliveredAt?: Instant
}

const batchSize = 5000

/** Loads many stores' freight tables at once. */
export async function importFreightTemplates(
  db: Db,
  templates: readonly (SaveFreightTemplate & { storeId: string })[],
): Promise<void> {
  await inBatches(db, templates, writeTemplates)
}

/** Loads parcels of the past in bulk. */
export async function importShipments(db: Db, shipments: readonly ImportedShipment[]): Promise<void> {
  await inBatches(db, shipments, async (tx, batch) => {
    const given = batch.map((shipment) => ({ id: newId(Date.parse(shipment.preparedAt)), ...shipment }))
    await change(
      tx,
      `insert into logistics.shipment (id, order_id, store_id, method, station_id, carrier, tracking_number, state,
         village_code, to_region, weight_grams, prepared_at, shipped_at, delivered_at)
       select id, "orderId", "storeId", method, "stationId", carrier, "trackingNumber", state, "villageCode", "toRegion",
         "weightGrams", "preparedAt", "shippedAt", "deliveredAt"
       from jsonb_to_recordset($1::jsonb) g(id uuid, "orderId" uuid, "storeId" uuid, method text, "stationId" uuid,
         carrier text, "trackingNumber" text, state text, "villageCode" text, "toRegion" text, "weightGrams" int,
         "preparedAt" timestamptz, "shippedAt" timestamptz, "deliveredAt" timestamptz)`,
      [JSON.stringify(given)],
    )
  })
}

async function inBatches<Row>(db: Db, all: readonly Row[], write: (tx: Tx, batch: readonly Row[]) => Promise<void>) {
  for (let from = 0; from < all.length; from += batchSize) {
    const batch = all.slice(from, from + batchSize)
    await (db.isTransaction ? write(db as Tx, batch) : transact(db, (tx) => write(tx, batch)))
  }
}
