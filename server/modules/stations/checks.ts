import type { Check } from '../../kernel/checks.ts'
import { type Db, row } from '../../kernel/db.ts'

const none = (name: string, from: string): Check => ({
  name,
  run: async (db: Db) => ({
    found: (await row<{ count: number }>(db, `select count(*) from ${from}`))?.count,
    expected: 0,
  }),
})

export const checks: Check[] = [
  none(
    'stations.one_open_per_division',
    `(select division_code from stations.station where closed_on is null group by 1 having count(*) > 1) twice`,
  ),
  none(
    'stations.tier_is_the_divisions',
    `stations.station s join divisions.division d on d.code = s.division_code
     where s.tier is distinct from (array['county', 'township', 'village'])[d.level - 2]`,
  ),
  none(
    'stations.closed_ones_have_no_operator',
    `stations.station s join stations.operator o on o.station_id = s.id
     where s.closed_on is not null and o.to_on is null`,
  ),
]
