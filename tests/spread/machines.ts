import pg from 'pg'
import { connect } from '../../server/kernel/db.ts'
import { migrate } from '../../server/kernel/migrate.ts'
import { startPostgres } from '../../server/kernel/postgres.ts'
import { createOrderParts } from '../../server/modules/orders/index.ts'

/** One PostgreSQL; on a machine for orders everything but the orders is there as well, and empty. */
export interface Machine {
  name: string
  dataDir: string
  url: string
  pid: number
  stop(): Promise<void>
}

export async function startMachine(name: string, dataDir: string): Promise<Machine> {
  return { name, dataDir, ...(await startPostgres({ dataDir, quiet: true })) }
}

/** All tables and months with their keys and rules, as on any one machine. */
export async function prepare(url: string, now = new Date()): Promise<void> {
  await migrate(url)
  const { db, close } = connect(url, 1)
  await createOrderParts(db, now)
  await close()
}

export async function on<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const monthly = ['order', 'order_line', 'order_event']
const undivided = ['after_sale', 'order_refund']

/**
 * Moves the orders that still lie on the coordinator to the machines, by the hash of their store. Months stay the first
 * cut: postgres_fdw finds a row that it changes by its place in the table, and a table cut into months has many such places
 * of the same name.
 */
export async function spreadOrders(coordinator: pg.Client, machines: readonly Machine[]): Promise<void> {
  await coordinator.query('begin')
  await coordinator.query('create extension if not exists postgres_fdw')
  for (const machine of machines) await coordinator.query(serverOf(machine))
  // A key cannot reach over machines; each of them keeps those of its own rows.
  const { rows: keys } = await coordinator.query<{ rule: string }>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) rule from pg_constraint
     where contype in ('p', 'f') and conparentid = 0 and conrelid = any($1::regclass[]) order by contype`,
    [[...monthly, ...undivided].map((table) => `orders."${table}"`)],
  )
  for (const { rule } of keys) await coordinator.query(rule)
  for (const table of monthly) {
    for (const { name, bound } of await tablesHere(coordinator, table)) {
      await coordinator.query(`alter table orders."${table}" detach partition orders."${name}"`)
      await spread(coordinator, machines, name, `partition of orders."${table}" ${bound}`)
    }
  }
  for (const table of await undividedHere(coordinator))
    await spread(coordinator, machines, table, `(like orders.${table}_here including defaults including constraints)`)
  await coordinator.query('commit')
}

/** One table, or one month of it, gets a part on every machine, and its rows go there. */
async function spread(coordinator: pg.Client, machines: readonly Machine[], table: string, as: string): Promise<void> {
  await coordinator.query(`alter table orders."${table}" rename to "${table}_here"`)
  await coordinator.query(`create table orders."${table}" ${as} partition by hash (store_id)`)
  for (const [remainder, { name }] of machines.entries())
    await coordinator.query(`create foreign table orders."${table}.${name}" partition of orders."${table}"
      for values with (modulus ${machines.length}, remainder ${remainder})
      server "${name}" options (schema_name 'orders', table_name '${table}')`)
  await coordinator.query(`insert into orders."${table}" select * from orders."${table}_here"`)
  await coordinator.query(`drop table orders."${table}_here"`)
}

// Estimates are asked for there, or a row would never be looked up by a key that is only known row by row.
function serverOf({ name, url }: Machine): string {
  const { hostname, port, username, password, pathname } = new URL(url)
  return `create server if not exists "${name}" foreign data wrapper postgres_fdw options (host '${hostname}', port '${port}',
      dbname '${pathname.slice(1)}', connect_timeout '2', use_remote_estimate 'true', batch_size '100');
    create user mapping if not exists for current_user server "${name}" options (user '${username}', password '${password}')`
}

async function tablesHere(client: pg.Client, table: string): Promise<{ name: string; bound: string }[]> {
  const { rows } = await client.query(
    `select c.relname as name, pg_get_expr(c.relpartbound, c.oid) bound from pg_inherits i join pg_class c on c.oid = i.inhrelid
     where i.inhparent = $1::regclass and c.relkind = 'r'`,
    [`orders."${table}"`],
  )
  return rows
}

async function undividedHere(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where oid = any($1::regclass[]) and relkind = 'r'`,
    [undivided.map((table) => `orders.${table}`)],
  )
  return rows.map(({ name }) => name)
}

/** Which machine the hash gives each store to. */
export async function homesOf(coordinator: pg.Client, machines: readonly Machine[]): Promise<Map<string, string>> {
  const { rows } = await coordinator.query<{ id: string; remainder: number }>(
    `select id, remainder from stores.store, generate_series(0, $1 - 1) remainder
     where satisfies_hash_partition('orders.after_sale'::regclass, $1, remainder, id)`,
    [machines.length],
  )
  return new Map(rows.map(({ id, remainder }) => [id, machines[remainder]?.name ?? '']))
}

/** The stores of which a machine holds anything, in whichever table. */
export async function storesOn({ url }: Machine): Promise<string[]> {
  const tables = [...monthly, ...undivided].map((table) => `select store_id from orders."${table}"`).join(' union ')
  return on(url, async (client) => (await client.query<{ store_id: string }>(tables)).rows.map((row) => row.store_id))
}
