import type { Check } from '../../kernel/checks.ts'
import { row } from '../../kernel/db.ts'

/** What must always be true of parcels and freight tables. */
export const checks: Check[] = [
  none(
    'logistics.templates_send_somewhere',
    `select count(*) found from logistics.freight_template t
    where not exists (select 1 from logistics.freight_rule r where r.template_id = t.id and not r.refused)`,
  ),
  none(
    'logistics.parcels_move_forward',
    `select count(*) found from logistics.shipment
    where shipped_at < prepared_at or arrived_at < shipped_at or delivered_at < shipped_at`,
  ),
]

function none(name: string, sql: string): Check {
  return { name, run: async (db) => ({ found: (await row<{ found: number }>(db, sql))?.found, expected: 0 }) }
}
