import { type Db, rows } from '../../kernel/db.ts'
import type { SkuStock } from './shapes.ts'

/** How many of each sku are free to be sold; an unknown sku has none. */
export async function availabilityOf(on: Db, skuIds: readonly string[]): Promise<Map<string, number>> {
  const found = await rows<{ skuId: string; left: number }>(
    on,
    'select sku_id, on_hand - held as left from inventory.stock where sku_id = any($1)',
    [skuIds],
  )
  const left = new Map(skuIds.map((id) => [id, 0]))
  for (const each of found) left.set(each.skuId, each.left)
  return left
}

/** The stock of some skus with the lots it lies in, newest harvest first, at most 50 lots each. */
export async function stockOf(on: Db, skuIds: readonly string[]): Promise<SkuStock[]> {
  return rows<SkuStock>(
    on,
    `select s.sku_id, s.on_hand, s.held, s.on_hand - s.held as left,
       (select coalesce(jsonb_agg(jsonb_build_object('lotId', l.lot_id, 'harvestedOn', l.harvested_on, 'received', l.received,
          'onHand', l.on_hand, 'held', l.held) order by l.harvested_on desc, l.lot_id), '[]')
        from (select * from inventory.lot_stock l where l.sku_id = s.sku_id order by harvested_on desc, lot_id limit 50) l) lots
     from inventory.stock s where s.sku_id = any($1) order by s.sku_id`,
    [skuIds],
  )
}

/** How many pieces are held for each of these orders, and how many were sent out, by the movements. */
export async function movedFor(
  on: Db,
  orderIds: readonly string[],
): Promise<Map<string, { held: number; sent: number }>> {
  const found = await rows<{ reference: string; held: number; sent: number }>(
    on,
    `select reference, sum(held_change)::int held, coalesce(-sum(on_hand_change) filter (where kind = 'ship'), 0)::int sent
     from inventory.movement where reference = any($1) group by reference`,
    [orderIds],
  )
  return new Map(found.map(({ reference, held, sent }) => [reference, { held, sent }]))
}

/** From which lots an order's goods come, held or sent out already; the lot with the most pieces first. */
export async function lotsFor(on: Db, orderId: string): Promise<{ skuId: string; lotId: string; quantity: number }[]> {
  return rows(
    on,
    `select sku_id, lot_id, sum(held_change)::int quantity from inventory.movement
     where reference = $1 and kind in ('hold', 'release') group by sku_id, lot_id having sum(held_change) > 0
     order by quantity desc, lot_id`,
    [orderId],
  )
}
