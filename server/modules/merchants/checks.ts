import type { Check } from '../../kernel/checks.ts'
import { row, rows } from '../../kernel/db.ts'
import { isUscc } from './uscc.ts'

export const checks: Check[] = [
  {
    name: 'merchants.credit_codes',
    run: async (db) => {
      const codes = await rows<{ uscc: string }>(db, 'select uscc from merchants.merchant where uscc is not null')
      return { found: codes.filter(({ uscc }) => !isUscc(uscc)).length, expected: 0 }
    },
  },
  {
    name: 'merchants.in_villages',
    run: async (db) => ({
      found: (
        await row<{ count: number }>(
          db,
          'select count(*) from merchants.merchant m join divisions.division d on d.code = m.village_code where d.level <> 5',
        )
      )?.count,
      expected: 0,
    }),
  },
]
