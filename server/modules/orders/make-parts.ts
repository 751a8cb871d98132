import { type Db, row, rows, transact } from '../../kernel/db.ts'
import { firstIdAt } from '../../kernel/ids.ts'
import { every } from '../../kernel/schedule.ts'
import { addMonths, type Month, monthOf, startOf } from '../../kernel/time.ts'

const tables = ['order', 'order_line', 'order_event'] as const

/** Makes the monthly parts of the order tables, from fourteen months back to two ahead; those that stand are left alone. */
export async function createOrderParts(db: Db, now: Date = new Date()): Promise<number> {
  const standing = new Set(
    (
      await rows<{ name: string }>(
        db,
        `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'orders'`,
      )
    ).map(({ name }) => name),
  )
  const months = Array.from({ length: 17 }, (_, index) => addMonths(monthOf(now), index - 14))
  const missing = months.filter((month) => tables.some((table) => !standing.has(partName(table, month))))
  for (const month of missing) await createPart(db, month)
  return missing.length
}

/** One month's parts. Rows of that month which already went to the rest are moved into their part. */
async function createPart(db: Db, month: Month): Promise<void> {
  const from = firstIdAt(startOf(`${month}-01`))
  const to = firstIdAt(startOf(`${addMonths(month, 1)}-01`))
  await transact(db, async (tx) => {
    await rows(tx, `select pg_advisory_xact_lock(hashtext('orders.parts'))`)
    for (const table of tables) {
      const part = partName(table, month)
      if ((await row<{ known: string | null }>(tx, 'select to_regclass($1)::text known', [`orders.${part}`]))?.known)
        continue
      const key = table === 'order' ? 'id' : 'order_id'
      const range = `${key} >= '${from}' and ${key} < '${to}'`
      // A lock that waits would stop all buyers behind it; after two seconds we step back and try again later.
      await rows(tx, `set local lock_timeout = '2s'`)
      await rows(tx, `create table orders."${part}" (like orders."${table}" including defaults including constraints)`)
      await rows(
        tx,
        `with gone as (delete from orders."${table}_rest" where ${range} returning *)
        insert into orders."${part}" select * from gone`,
      )
      await rows(
        tx,
        `alter table orders."${table}" attach partition orders."${part}" for values from ('${from}') to ('${to}')`,
      )
    }
  })
}

function partName(table: string, month: Month): string {
  return `${table}_${month.replace('-', '_')}`
}

every(6 * 3600, 'orders.make_parts', async (db) => {
  await createOrderParts(db)
})
