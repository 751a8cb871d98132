import { setTimeout as sleep } from 'node:timers/promises'
import type { Check } from '../../kernel/checks.ts'
import { type Db, row, rows, type Tx } from '../../kernel/db.ts'
import { reactionNamed } from '../../kernel/events.ts'
import { salesByVillageAndMonth } from '../orders/index.ts'
import { endCoverage } from './fold-coverage.ts'
import { rebuildInTx } from './rebuild-figures.ts'

class Undone extends Error {
  constructor(readonly seen: unknown) {
    super('undone')
  }
}

/** Looks at the figures as they are a moment later, when what was announced and waits is folded; then all is undone. */
async function onceFolded<Seen>(db: Db, look: (tx: Tx) => Promise<Seen>): Promise<Seen> {
  try {
    return await whileNobodyFolds(db, async (tx) => {
      await foldWaiting(tx)
      throw new Undone(await look(tx))
    })
  } catch (error) {
    if (error instanceof Undone) return error.seen as Seen
    throw error
  }
}

const patience = { attempts: 300, pauseMs: 100 }

/**
 * One view of the records, taken once the locks are there: a row that changed after it could not be rebuilt in it. The
 * locks are not waited for, so that whoever folds is never waited for in a circle.
 */
async function whileNobodyFolds(db: Db, work: (tx: Tx) => Promise<never>): Promise<never> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db
        .transaction()
        .setIsolationLevel('repeatable read')
        .execute(async (tx) => {
          const tables = ['coverage', 'folded', 'sales', 'standing'].map((table) => `monitoring.${table}`)
          await rows(tx, `lock table ${tables.join(', ')} in share row exclusive mode nowait`)
          return work(tx)
        })
    } catch (error) {
      if ((error as { code?: string }).code !== '55P03' || attempt === patience.attempts) throw error
      await sleep(patience.pauseMs)
    }
  }
}

async function foldWaiting(tx: Tx): Promise<void> {
  const waiting = await rows<{ name: string; payloads: never[] }>(
    tx,
    `select name, jsonb_agg(payload order by id) payloads from kernel.reaction
     where name like 'monitoring.%' and name not like '%!%' group by name order by name`,
  )
  for (const { name, payloads } of waiting) {
    const reaction = reactionNamed(name)
    if (reaction?.kind === 'many') await reaction.react(tx, payloads)
  }
  // Coverage ends with time alone, and the chore that lets it end comes every ten minutes.
  await endCoverage(tx)
}

const figures = {
  sales: 'division_code, month, orders, gross, refunded, sample_orders',
  standing: 'division_code, villages, covered, with_product, with_store, with_station',
}

async function digests(tx: Tx) {
  const found: Record<string, unknown> = {}
  for (const [table, columns] of Object.entries(figures))
    found[table] = await row(
      tx,
      `select count(*), md5(string_agg(t::text, ';' order by t)) hash from (select ${columns} from monitoring.${table} t) t`,
    )
  return found
}

export const checks: Check[] = [
  {
    // Live figures against a full rebuild from the records.
    name: 'monitoring.figures_equal_rebuild',
    run: (db) =>
      onceFolded(db, async (tx) => {
        const found = await digests(tx)
        await rebuildInTx(tx)
        return { found, expected: await digests(tx) }
      }),
  },
  {
    name: 'monitoring.province_is_sum_of_orders',
    run: (db) =>
      onceFolded(db, async (tx) => {
        const months = await salesByVillageAndMonth(tx)
        const expected = months.reduce((sum, month) => sum + month.gross - month.refunded, 0)
        const live = await row<{ sales: number }>(
          tx,
          `select coalesce(sum(gross - refunded), 0) sales from monitoring.sales where division_code like '__0000000000'`,
        )
        return { found: live?.sales, expected }
      }),
  },
  {
    name: 'monitoring.targets',
    run: async (db) => ({
      found: (await row<{ count: number }>(db, 'select count(*) from monitoring.plan_target'))?.count,
      expected: 43,
    }),
  },
]
