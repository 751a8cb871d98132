import type { Check } from '../../kernel/checks.ts'
import { type Db, row } from '../../kernel/db.ts'

const count = async (db: Db, sql: string) => (await row<{ count: number }>(db, `select count(*) from ${sql}`))?.count

/** Counts are those of the 2023 register that data/ ships; later changes keep history, so rows are never fewer. */
export const checks: Check[] = [
  {
    name: 'divisions.counts',
    run: async (db) => ({
      found: await row(
        db,
        `select count(*) filter (where level = 2) prefectures,
           count(*) filter (where level = 3 and kind <> 'development_zone') counties,
           count(*) filter (where kind = 'development_zone') zones,
           count(*) filter (where level = 4) townships, count(*) filter (where level = 5) villages,
           count(*) filter (where kind = 'administrative_village') administrative
         from divisions.division where valid_from = '2023-01-01'`,
      ),
      expected: { prefectures: 13, counties: 95, zones: 9, townships: 1487, villages: 21958, administrative: 13263 },
    }),
  },
  {
    name: 'divisions.nesting',
    run: async (db) => ({
      found: await count(
        db,
        `divisions.division d join divisions.division p on p.code = d.parent_code
         where not starts_with(d.code, p.prefix) or d.level <> p.level + 1`,
      ),
      expected: 0,
    }),
  },
  {
    name: 'divisions.no_orphans',
    run: async (db) => ({
      found: await count(db, 'divisions.division where parent_code is null and level > 1'),
      expected: 0,
    }),
  },
]
