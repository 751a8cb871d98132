import type { Check } from '../../kernel/checks.ts'
import { type Db, row } from '../../kernel/db.ts'

const none = (name: string, sql: string): Check => ({
  name,
  run: async (db: Db) => ({
    found: (await row<{ count: number }>(db, `select count(*) from ${sql}`))?.count,
    expected: 0,
  }),
})

/** What must always be true of lots, pledges and their journeys. */
export const checks: Check[] = [
  none(
    'traceability.every_lot_was_harvested',
    `traceability.lot l where not exists (
       select 1 from traceability.trace_event e where e.lot_id = l.id and e.kind = 'harvested')`,
  ),
  none(
    'traceability.pledge_matches_lot',
    `traceability.conformity_pledge p join traceability.lot l on l.id = p.lot_id
     where p.quantity_grams > l.quantity_grams or p.issued_on < l.harvested_on`,
  ),
  none(
    'traceability.nothing_before_harvest',
    `traceability.trace_event e join traceability.lot l on l.id = e.lot_id
     where e.happened_at < l.harvested_on::timestamp at time zone 'Asia/Shanghai'`,
  ),
  {
    name: 'traceability.records_are_append_only',
    run: async (db) => ({
      found: (
        await row<{ count: number }>(
          db,
          `select count(*) from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
           where n.nspname = 'traceability' and t.tgname = 'append_only' and t.tgenabled in ('O', 'A')`,
        )
      )?.count,
      expected: 2,
    }),
  },
]
