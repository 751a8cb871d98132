import type { Check } from '../../kernel/checks.ts'
import { type Db, row } from '../../kernel/db.ts'

const none = (name: string, sql: string): Check => ({
  name,
  run: async (db: Db) => ({
    found: (await row<{ count: number }>(db, `select count(*) from ${sql}`))?.count,
    expected: 0,
  }),
})

/** Stock can be rebuilt from what moved it, from its lots and from its holds, to the piece. */
export const checks: Check[] = [
  none(
    'inventory.stock_equals_movements',
    `inventory.stock s
     full join (select sku_id, sum(on_hand_change) on_hand, sum(held_change) held from inventory.movement group by sku_id) m
       using (sku_id)
     where coalesce(s.on_hand, 0) <> coalesce(m.on_hand, 0) or coalesce(s.held, 0) <> coalesce(m.held, 0)`,
  ),
  none(
    'inventory.lots_equal_movements',
    `inventory.lot_stock l
     full join (select sku_id, lot_id, sum(on_hand_change) on_hand, sum(held_change) held from inventory.movement
                group by sku_id, lot_id) m using (sku_id, lot_id)
     where coalesce(l.on_hand, 0) <> coalesce(m.on_hand, 0) or coalesce(l.held, 0) <> coalesce(m.held, 0)`,
  ),
  none(
    'inventory.lots_sum_to_stock',
    `inventory.stock s
     left join (select sku_id, sum(on_hand) on_hand, sum(held) held from inventory.lot_stock group by sku_id) l using (sku_id)
     where s.on_hand <> coalesce(l.on_hand, 0) or s.held <> coalesce(l.held, 0)`,
  ),
  none(
    'inventory.holds_sum_to_held',
    `inventory.lot_stock l
     full join (select sku_id, lot_id, sum(quantity) held from inventory.hold group by sku_id, lot_id) h using (sku_id, lot_id)
     where coalesce(l.held, 0) <> coalesce(h.held, 0)`,
  ),
  none(
    'inventory.out_never_exceeds_in',
    `(select 1 from inventory.movement group by sku_id, lot_id having sum(on_hand_change) < 0) lot`,
  ),
]
