import type { Socket } from 'node:net'
import type { CompiledQuery, DatabaseConnection, Driver, QueryResult, TransactionSettings } from 'kysely'
import type pg from 'pg'
import { type Answer, type Columns, Statement } from './statement.ts'

/**
 * One connection to PostgreSQL. It may send a statement before the answer to the last one is there: a transaction's
 * `begin` travels with its first statement, its `commit` with its last, and what nobody needs the answer of is not
 * waited for. Half of what a small transaction costs is messages going to and fro.
 */
export class Line implements DatabaseConnection {
  readonly #client: pg.PoolClient
  readonly #stream: Socket
  readonly #known = new Map<string, Columns>()
  #unanswered: Promise<unknown>[] = []
  #holding = false
  #broken = false

  constructor(client: pg.PoolClient) {
    this.#client = client
    this.#stream = (client as unknown as { connection: { stream: Socket } }).connection.stream
  }

  /** Sends a statement and waits for its answer. */
  async run(text: string, values: readonly unknown[] = []): Promise<Answer> {
    try {
      return await this.#send(text, values)
    } catch (error) {
      // Whoever reads the trace looks for who asked, not for the socket that brought the answer.
      if (error instanceof Error) Error.captureStackTrace(error)
      throw await this.#first(error)
    } finally {
      if (text.startsWith('rollback to')) this.#unanswered = []
    }
  }

  /** Sends a statement without waiting: should it fail, the next statement or the commit does. */
  later(text: string, values: readonly unknown[] = []): void {
    const asked = this.#send(text, values)
    asked.catch(() => {})
    this.#unanswered.push(asked)
  }

  async commit(): Promise<void> {
    const { command } = await this.run('commit')
    const failed = await firstFailure(this.#unanswered)
    this.#unanswered = []
    if (failed) throw failed.reason
    if (command === 'ROLLBACK')
      throw new Error('nothing was committed: a statement failed and its error was passed over')
  }

  /** What went wrong before is what the caller must hear; a line that cannot even roll back is not used again. */
  async rollback(): Promise<void> {
    this.#unanswered = []
    await this.run('rollback').catch(() => {
      this.#broken = true
    })
  }

  release(): void {
    this.#client.release(this.#broken)
  }

  /** For statements that Kysely builds. */
  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const { fields, rows, changed } = await this.run(sql, parameters)
    const found = rows.map((cells) => Object.fromEntries(cells.map((cell, at) => [fields[at], cell])) as Row)
    return changed === undefined ? { rows: found } : { rows: found, numAffectedRows: BigInt(changed) }
  }

  // biome-ignore lint/correctness/useYield: nothing streams; Kysely wants the method to be there
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error('results are not streamed')
  }

  #send(text: string, values: readonly unknown[]): Promise<Answer> {
    this.#hold()
    return this.#client.query(new Statement(text, nameOf(text), values, this.#known)).answer
  }

  /** All that is sent in one turn leaves together at its end. */
  #hold(): void {
    if (this.#holding) return
    this.#holding = true
    this.#stream.cork()
    process.nextTick(() => {
      this.#holding = false
      this.#stream.uncork()
    })
  }

  /** PostgreSQL refuses everything after a failure; what matters is the failure itself. */
  async #first(error: unknown): Promise<unknown> {
    if ((error as { code?: string }).code !== '25P02') return error
    const failed = await firstFailure(this.#unanswered)
    return failed?.reason ?? error
  }
}

async function firstFailure(asked: readonly Promise<unknown>[]): Promise<PromiseRejectedResult | undefined> {
  return (await Promise.allSettled(asked)).find((result) => result.status === 'rejected')
}

const lines = new WeakMap<pg.PoolClient, Line>()

/** Takes a line from the pool; give it back with `release`. */
export async function lineFrom(pool: pg.Pool): Promise<Line> {
  const client = await pool.connect()
  const known = lines.get(client)
  if (known) return known
  const line = new Line(client)
  lines.set(client, line)
  return line
}

/** Lets Kysely work on the lines of a pool. */
export function driverOf(pool: pg.Pool): Driver {
  return {
    init: async () => {},
    acquireConnection: () => lineFrom(pool),
    beginTransaction: async (line, settings) => (line as Line).later(opening(settings)),
    commitTransaction: (line) => (line as Line).commit(),
    rollbackTransaction: (line) => (line as Line).rollback(),
    releaseConnection: async (line) => (line as Line).release(),
    destroy: () => pool.end(),
  }
}

function opening({ isolationLevel, accessMode }: TransactionSettings): string {
  if (!isolationLevel && !accessMode) return 'begin'
  return ['start transaction', isolationLevel && `isolation level ${isolationLevel}`, accessMode]
    .filter(Boolean)
    .join(' ')
}

// Every statement text gets a name, so PostgreSQL parses and plans it once per connection. Texts are bounded: lists
// travel as arrays (`= any($1)`), never as a varying number of placeholders.
const names = new Map<string, string>()

function nameOf(text: string): string {
  const known = names.get(text)
  if (known) return known
  if (names.size >= 2000) return ''
  const name = `s${names.size}`
  names.set(text, name)
  return name
}
