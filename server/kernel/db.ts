import { CamelCasePlugin, CompiledQuery, Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'

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

/** Connects to PostgreSQL with a pool of `size` connections. */
export function connect(url: string, size = 16): Connection {
  const pool = new pg.Pool({ connectionString: url, max: size, application_name: 'yicun' })
  // An idle connection that dies is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  const db = new Kysely<NoTables>({
    dialect: new PostgresDialect({ pool: preparing(pool) }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
  return { db, pool, close: () => db.destroy() }
}

/** Runs `work` in one transaction; a deadlock or serialization failure is tried again, up to three times. */
export async function transact<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(work)
    } catch (error) {
      if (attempt === 3 || !isRetryable(error)) throw error
    }
  }
}

/** A room's door to its own tables. */
export function tablesIn<Tables>(schema: string): (on: Db) => Kysely<Tables> {
  return (on) => on.withSchema(schema) as unknown as Kysely<Tables>
}

/** All rows of one plain SQL statement; columns come back in camelCase. */
export async function rows<Row>(on: Db, text: string, values: readonly unknown[] = []): Promise<Row[]> {
  return (await on.executeQuery<Row>(CompiledQuery.raw(text, values as unknown[]))).rows
}

/** The first row of one plain SQL statement, or undefined. */
export async function row<Row>(on: Db, text: string, values: readonly unknown[] = []): Promise<Row | undefined> {
  return (await rows<Row>(on, text, values))[0]
}

/** Runs one plain SQL statement and says how many rows it changed. */
export async function change(on: Db, text: string, values: readonly unknown[] = []): Promise<number> {
  return Number((await on.executeQuery(CompiledQuery.raw(text, values as unknown[]))).numAffectedRows ?? 0)
}

/** Is this PostgreSQL's word that a unique rule would be broken? */
export function breaksUnique(error: unknown, constraint?: string): boolean {
  return error instanceof pg.DatabaseError && error.code === '23505' && (!constraint || error.constraint === constraint)
}

function isRetryable(error: unknown): boolean {
  return error instanceof pg.DatabaseError && (error.code === '40001' || error.code === '40P01')
}

// Every statement text gets a name, so PostgreSQL parses and plans it once per connection. Texts are bounded: lists
// travel as arrays (`= any($1)`), never as a varying number of placeholders.
const names = new Map<string, string>()

function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known) return known
  if (names.size >= 2000) return undefined
  const name = `s${names.size}`
  names.set(text, name)
  return name
}

function preparing(pool: pg.Pool) {
  return {
    async connect() {
      const client = await pool.connect()
      return {
        query: ((text: string, values: unknown[]) => client.query({ name: nameOf(text), text, values })) as never,
        release: () => client.release(),
      }
    },
    end: () => pool.end(),
  }
}
