import type { Check } from '../../kernel/checks.ts'
import { type Db, row } from '../../kernel/db.ts'

const count = async (db: Db, sql: string) => (await row<{ count: number }>(db, `select count(*) from ${sql}`))?.count

export const checks: Check[] = [
  {
    name: 'accounts.duties_point_somewhere',
    run: async (db) => ({
      found: await count(
        db,
        `accounts.duty d left join accounts.account a on a.id = d.account_id
           left join divisions.division v on v.code = d.division_code
         where a.id is null or (d.division_code is not null and v.code is null)`,
      ),
      expected: 0,
    }),
  },
  {
    name: 'accounts.erased_hold_nothing',
    run: async (db) => ({
      found: await count(
        db,
        `accounts.account a where a.erased_at is not null and (a.phone_number is not null or a.username is not null
           or exists (select 1 from accounts.session s where s.account_id = a.id)
           or exists (select 1 from accounts.credential c where c.account_id = a.id)
           or exists (select 1 from accounts.duty d where d.account_id = a.id and (d.to_at is null or d.to_at > now())))`,
      ),
      expected: 0,
    }),
  },
]
