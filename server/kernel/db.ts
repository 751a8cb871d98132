import {
  CamelCasePlugin,
  CompiledQuery,
  type Dialect,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type Transaction,
} from 'kysely'
import pg from 'pg'
import { driverOf, type Line, lineFrom } from './line.ts'
import type { Answer } from './statement.ts'

// Fen and counts stay far below 2^53, so eight-byte integers are plain numbers here.
pg.types.setTypeParser(20, Number)
pg.types.setTypeParser(1700, Number)
// A day stays the day it is; an instant travels as ISO text, as it does over HTTP.
pg.types.setTypeParser(1082, (day) => day)
pg.types.setTypeParser(1184, (instant) => new Date(instant).toISOString())

/** No tables: a room brings its own through `tablesIn`, so a query on another room's table does not compile. */
// biome-ignore lint/complexity/noBannedTypes: an empty schema is exactly what is meant
type NoTables = {}

export type Db = Kysely<NoTables>
export type Tx = Transaction<NoTables>

export interface Connection {
  db: Db
  pool: pg.Pool
  close(): Promise<void>
}

// What is asked for again and again is planned once for each connection. PostgreSQL would plan it by the tables' size at
// that moment, and read a table that was empty then from end to end for ever after. Where compiling plans is switched on,
// it would take whole seconds for what these settings make look dear.
const planning = {
  once: '-c plan_cache_mode=force_generic_plan',
  byKey: '-c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c jit=off',
}

/** Connects to PostgreSQL with a pool of `size` connections; whoever serves people looks rows up `byKey`. */
export function connect(url: string, size = 16, plans: keyof typeof planning = 'once'): Connection {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    application_name: 'yicun',
    pipeline: true,
    // A database machine that is gone without a word is known so after twenty seconds; unasked, TCP waits for hours.
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    // The first statements of a connection cost tens of milliseconds of planning and reading the catalogue: keep it.
    idleTimeoutMillis: 0,
    options: planning[plans],
  })
  // An idle connection that dies is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  // So would one that dies while it is lent out: the query under way fails, and that is told where it was asked.
  pool.on('connect', (client) => client.on('error', () => {}))
  const dialect: Dialect = {
    createDriver: () => driverOf(pool),
    createAdapter: () => new PostgresAdapter(),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createIntrospector: (of) => new PostgresIntrospector(of),
  }
  const db = new Kysely<NoTables>({
    dialect,
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
  pools.set(db, pool)
  // Not through Kysely, which leaves the pool open as long as it has not used it itself.
  return { db, pool, close: () => pool.end() }
}

const pools = new WeakMap<Db, pg.Pool>()
const lines = new WeakMap<Db, Line>()

/**
 * Runs `work` in one transaction; a deadlock, a serialization failure and what comes after something else are tried again.
 * Who has not come through after three times is asked over HTTP to come again.
 */
export async function transact<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      const then: (() => void)[] = []
      const done = await db.transaction().execute((tx) => {
        afterwards.set(tx, then)
        return onLine(tx, work)
      })
      for (const each of then) each()
      return done
    } catch (error) {
      if (attempt === 3 || !isRetryable(error)) throw error
      if (error instanceof ComeAfter) await error.first(db)
    }
  }
}

/** Undoes the transaction, has something done first, and tries again: for locks that are out of their order inside it. */
export class ComeAfter extends Error {
  constructor(readonly first: (db: Db) => Promise<unknown>) {
    super('this transaction has to come after another')
  }
}

const afterwards = new WeakMap<Db, (() => void)[]>()

/** Does something in this process once the transaction is committed, and not at all when it is undone. */
export function afterCommit(tx: Tx, then: () => void): void {
  afterwards.get(tx)?.push(then)
}

/** Runs reads that belong together on one connection, where what is asked at once travels in one message. */
export async function together<T>(db: Db, work: (on: Db) => Promise<T>): Promise<T> {
  if (db.isTransaction) return work(db)
  return db.connection().execute((on) => {
    wholes.set(on, db)
    return onLine(on, work)
  })
}

const wholes = new WeakMap<Db, Db>()

/** The database that one connection of `together` belongs to. */
export function wholeOf(on: Db): Db {
  return wholes.get(on) ?? on
}

/** Lets our statements go to the line of `on` without Kysely, which would let them wait for each other. */
async function onLine<On extends Db, T>(on: On, work: (on: On) => Promise<T>): Promise<T> {
  lines.set(on, await on.getExecutor().provideConnection(async (line) => line as Line))
  try {
    return await work(on)
  } finally {
    // From here on Kysely itself refuses whoever kept it.
    lines.delete(on)
  }
}

/** A room's door to its own tables. */
export function tablesIn<Tables>(schema: string): (on: Db) => Kysely<Tables> {
  return (on) => on.withSchema(schema) as unknown as Kysely<Tables>
}

/** All rows of one plain SQL statement; columns come back in camelCase. */
export async function rows<Row>(on: Db, text: string, values: readonly unknown[] = []): Promise<Row[]> {
  const answer = await ask(on, text, values)
  return answer ? rowsOf<Row>(answer) : (await on.executeQuery<Row>(raw(text, values))).rows
}

/** The first row of one plain SQL statement, or undefined. */
export async function row<Row>(on: Db, text: string, values: readonly unknown[] = []): Promise<Row | undefined> {
  return (await rows<Row>(on, text, values))[0]
}

/** Runs one plain SQL statement and says how many rows it changed. */
export async function change(on: Db, text: string, values: readonly unknown[] = []): Promise<number> {
  const answer = await ask(on, text, values)
  return answer ? (answer.changed ?? 0) : Number((await on.executeQuery(raw(text, values))).numAffectedRows ?? 0)
}

/**
 * Runs one plain SQL statement whose result nobody needs. It is on its way at once but is not waited for: should it
 * fail, the transaction does so at its next statement or at its commit, and nothing of it was done.
 */
export async function send(tx: Tx, text: string, values: readonly unknown[] = []): Promise<void> {
  const line = lines.get(tx)
  if (line) line.later(text, values)
  else await change(tx, text, values)
}

/** Asks without Kysely, which would only pass the text on; undefined where only Kysely knows the connection. */
async function ask(on: Db, text: string, values: readonly unknown[]): Promise<Answer | undefined> {
  const line = lines.get(on)
  if (line) return line.run(text, values)
  const pool = pools.get(on)
  if (!pool) return undefined
  const taken = await lineFrom(pool)
  try {
    return await taken.run(text, values)
  } finally {
    taken.release()
  }
}

const raw = (text: string, values: readonly unknown[]) => CompiledQuery.raw(text, values as unknown[])

function rowsOf<Row>({ fields, rows }: Answer): Row[] {
  const keys = fields.map(camelOf)
  return rows.map((cells) => {
    const made: Record<string, unknown> = {}
    for (let at = 0; at < keys.length; at++) made[keys[at] as string] = cells[at]
    return made as Row
  })
}

const camels = new Map<string, string>()

function camelOf(column: string): string {
  const known = camels.get(column)
  if (known !== undefined) return known
  const camel = column.replace(/(?<=[^_])_+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
  camels.set(column, camel)
  return camel
}

/** Is this PostgreSQL's word that a unique rule would be broken? */
export function breaksUnique(error: unknown, constraint?: string): boolean {
  return error instanceof pg.DatabaseError && error.code === '23505' && (!constraint || error.constraint === constraint)
}

/** Is it worth coming again: the database is gone, starting, handing over to another machine or full, or others came first? */
export function isOutOfReach(error: unknown): boolean {
  if (isRetryable(error)) return true
  if (error instanceof pg.DatabaseError) return /^(08...|57P0[123]|53300|25006)$/.test(error.code ?? '')
  if (!(error instanceof Error)) return false
  if ('code' in error && /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH)$/.test(String(error.code)))
    return true
  return /^(Connection terminated|Client has encountered a connection error|timeout exceeded when)/.test(error.message)
}

function isRetryable(error: unknown): boolean {
  if (error instanceof ComeAfter) return true
  return error instanceof pg.DatabaseError && (error.code === '40001' || error.code === '40P01')
}
