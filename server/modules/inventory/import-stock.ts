import { change, type Db } from '../../kernel/db.ts'

export interface StockRow {
  skuId: string
  lotId: string
  harvestedOn: string
  received: number
  /** Already sent out; must not exceed what was received. */
  shipped: number
  receivedAt: string
  shippedAt: string
}

/** Loads the stock of many lots in one statement, with the movements that explain it. Lots already there are passed over. */
export async function importStock(on: Db, stock: readonly StockRow[]): Promise<number> {
  return change(
    on,
    `with r as materialized (
       select * from jsonb_to_recordset($1::jsonb) r("skuId" uuid, "lotId" uuid, "harvestedOn" date, received int, shipped int,
         "receivedAt" timestamptz, "shippedAt" timestamptz)
       where not exists (select 1 from inventory.lot_stock l where l.sku_id = r."skuId" and l.lot_id = r."lotId")
     ), skus as (
       insert into inventory.stock as s (sku_id, on_hand) select "skuId", sum(received - shipped) from r group by "skuId"
       on conflict (sku_id) do update set on_hand = s.on_hand + excluded.on_hand returning 1
     ), lots as (
       insert into inventory.lot_stock (sku_id, lot_id, harvested_on, received, on_hand)
       select "skuId", "lotId", "harvestedOn", received, received - shipped from r returning 1
     )
     insert into inventory.movement (sku_id, lot_id, kind, on_hand_change, held_change, at)
     select "skuId", "lotId", 'receive', received, 0, "receivedAt" from r
     union all select "skuId", "lotId", 'ship', -shipped, 0, "shippedAt" from r where shipped > 0`,
    [JSON.stringify(stock)],
  )
}
