import { type Db, row, rows } from '../../kernel/db.ts'
import { unknownLot } from './refusals.ts'
import type { Lot } from './shapes.ts'

const columns = `l.id, l.product_id, l.merchant_id, l.village_code, l.lot_number, l.harvested_on, l.quantity_grams,
  l.producer_name, l.plot, p.pledge_number, l.is_sample`

/** One lot; refuses when there is none. */
export async function requireLot(on: Db, id: string): Promise<Lot> {
  const lot = await row<Lot>(
    on,
    `select ${columns} from traceability.lot l left join traceability.conformity_pledge p on p.lot_id = l.id where l.id = $1`,
    [id],
  )
  if (!lot) throw unknownLot({ lot: id })
  return lot
}

/** Lots by their ids. */
export async function lotsById(on: Db, ids: readonly string[]): Promise<Map<string, Lot>> {
  const found = await rows<Lot>(
    on,
    `select ${columns} from traceability.lot l left join traceability.conformity_pledge p on p.lot_id = l.id
     where l.id = any($1)`,
    [ids],
  )
  return new Map(found.map((lot) => [lot.id, lot]))
}

/** The newest lots of each product, at most `each` (20), latest harvest first. */
export async function lotsOf(on: Db, productIds: readonly string[], each = 20): Promise<Map<string, Lot[]>> {
  const found = await rows<Lot>(
    on,
    `select ${columns} from unnest($1::uuid[]) product(id)
     cross join lateral (
       select * from traceability.lot l where l.product_id = product.id order by l.harvested_on desc, l.id limit $2
     ) l
     left join traceability.conformity_pledge p on p.lot_id = l.id
     order by l.harvested_on desc, l.id`,
    [[...new Set(productIds)], each],
  )
  const byProduct = new Map<string, Lot[]>(productIds.map((id) => [id, []]))
  for (const lot of found) byProduct.get(lot.productId)?.push(lot)
  return byProduct
}
