import type { Check } from '../../kernel/checks.ts'
import { type Db, row, type Tx } from '../../kernel/db.ts'
import { salesByVillageAndMonth } from '../orders/index.ts'
import { rebuildInTx } from './rebuild-figures.ts'

class Undone extends Error {}

// Live figures against a full rebuild from the records: rebuilt in a transaction that is then undone.
async function liveAndRebuilt(
  db: Db,
  measure: (tx: Tx) => Promise<unknown>,
): Promise<{ found: unknown; expected: unknown }> {
  const answer: { found?: unknown; expected?: unknown } = {}
  try {
    await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (tx) => {
        answer.found = await measure(tx as Tx)
        await rebuildInTx(tx as Tx)
        answer.expected = await measure(tx as Tx)
        throw new Undone()
      })
  } catch (error) {
    if (!(error instanceof Undone)) throw error
  }
  return { found: answer.found, expected: answer.expected }
}

const digest = (table: string, columns: string) => (tx: Tx) =>
  row(
    tx,
    `select count(*), md5(string_agg(t::text, ';' order by t)) hash from (select ${columns} from monitoring.${table} t) t`,
  )

export const checks: Check[] = [
  {
    name: 'monitoring.sales_equal_rebuild',
    run: (db) => liveAndRebuilt(db, digest('sales', 'division_code, month, orders, gross, refunded, sample_orders')),
  },
  {
    name: 'monitoring.standing_equals_rebuild',
    run: (db) =>
      liveAndRebuilt(
        db,
        digest('standing', 'division_code, villages, covered, with_product, with_store, with_station'),
      ),
  },
  {
    name: 'monitoring.province_is_sum_of_orders',
    run: async (db) => {
      const months = await salesByVillageAndMonth(db)
      const expected = months.reduce((sum, month) => sum + month.gross - month.refunded, 0)
      const live = await row<{ sales: number }>(
        db,
        `select coalesce(sum(gross - refunded), 0) sales from monitoring.sales where division_code like '__0000000000'`,
      )
      return { found: live?.sales, expected }
    },
  },
  {
    name: 'monitoring.targets',
    run: async (db) => ({
      found: (await row<{ count: number }>(db, 'select count(*) from monitoring.plan_target'))?.count,
      expected: 43,
    }),
  },
]
