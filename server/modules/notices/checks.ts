import type { Check } from '../../kernel/checks.ts'
import { row } from '../../kernel/db.ts'

export const checks: Check[] = [
  {
    name: 'notices.public_notices_end',
    run: async (db) => ({
      found: (
        await row<{ count: number }>(
          db,
          `select count(*) from notices.announcement
           where kind = 'publicNotice' and (open_until is null or open_until <= published_at::date)`,
        )
      )?.count,
      expected: 0,
    }),
  },
]
