import { change, type Db } from '../../kernel/db.ts'
import type { Lot, Pledge } from './shapes.ts'

export type LotRow = Omit<Lot, 'pledgeNumber'>
export type PledgeRow = Pledge & { id: string; lotId: string }

/** Loads many lots in one statement; those already there stay as they are. */
export async function importLots(on: Db, lots: readonly LotRow[]): Promise<number> {
  return change(
    on,
    `insert into traceability.lot
       (id, product_id, merchant_id, village_code, lot_number, harvested_on, quantity_grams, producer_name, plot, is_sample)
     select "id", "productId", "merchantId", "villageCode", "lotNumber", "harvestedOn", "quantityGrams", "producerName",
       "plot", "isSample"
     from jsonb_to_recordset($1::jsonb) r("id" uuid, "productId" uuid, "merchantId" uuid, "villageCode" text, "lotNumber" text,
       "harvestedOn" date, "quantityGrams" bigint, "producerName" text, "plot" text, "isSample" boolean)
     on conflict do nothing`,
    [JSON.stringify(lots)],
  )
}

/** Loads many conformity pledges in one statement. */
export async function importPledges(on: Db, pledges: readonly PledgeRow[]): Promise<number> {
  return change(
    on,
    `insert into traceability.conformity_pledge
       (id, lot_id, pledge_number, product_name, quantity_grams, origin, pledger, contact, basis, issued_on)
     select "id", "lotId", "pledgeNumber", "productName", "quantityGrams", "origin", "pledger", "contact", "basis", "issuedOn"
     from jsonb_to_recordset($1::jsonb) r("id" uuid, "lotId" uuid, "pledgeNumber" text, "productName" text,
       "quantityGrams" bigint, "origin" text, "pledger" text, "contact" text, "basis" text, "issuedOn" date)
     on conflict do nothing`,
    [JSON.stringify(pledges)],
  )
}
