import { rejects } from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import type { Actor, Duty } from './actor.ts'
import { type Connection, connect, type Db, type Tx } from './db.ts'
import { Refusal, type RefusalKind } from './errors.ts'
import { newId } from './ids.ts'
import { inDatabase, sharedName, templateName } from './testing-setup.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The test run's PostgreSQL server. */
    databaseUrl: string
  }
}

class RolledBack extends Error {}
let shared: Connection | undefined

/** Runs a test in a transaction on the template's data and rolls it back: fast, and leaves nothing behind. */
export function inTx(work: (tx: Tx) => Promise<void>): () => Promise<void> {
  return async () => {
    shared ??= connect(inDatabase(inject('databaseUrl'), sharedName), 4)
    try {
      await shared.db.transaction().execute(async (tx) => {
        await work(tx as Tx)
        throw new RolledBack()
      })
    } catch (error) {
      if (!(error instanceof RolledBack)) throw error
    }
  }
}

/** Runs a test on a database of its own, for what needs several connections or commits. */
export function inDb(work: (db: Db, connection: Connection & { url: string }) => Promise<void>): () => Promise<void> {
  return async () => {
    const { url, drop } = await freshDatabase()
    const connection = connect(url, 16)
    try {
      await work(connection.db, { ...connection, url })
    } finally {
      await connection.close()
      await drop()
    }
  }
}

interface TestDatabase {
  url: string
  drop(): Promise<void>
}

/** A new database copied from the template. */
export function freshDatabase(): Promise<TestDatabase> {
  return makeDatabase(`template ${templateName}`, 'select pg_advisory_lock(716254)')
}

/** A new database with nothing in it. */
export function emptyDatabase(): Promise<TestDatabase> {
  return makeDatabase(`encoding 'UTF8' template template0`)
}

async function makeDatabase(how: string, ...before: string[]): Promise<TestDatabase> {
  const server = inject('databaseUrl')
  const name = `test_${randomBytes(6).toString('hex')}`
  await asAdmin(server, ...before, `create database ${name} ${how}`)
  return { url: inDatabase(server, name), drop: () => asAdmin(server, `drop database if exists ${name} with (force)`) }
}

async function asAdmin(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

/** The promise is refused in just this way. */
export async function refuses(promise: Promise<unknown>, kind: RefusalKind<never>): Promise<void> {
  await rejects(promise, (error) => error instanceof Refusal && error.code === kind.code)
}

/** A person with these duties. */
export function person(...duties: Duty[]): Actor & { accountId: string } {
  return { accountId: newId(), duties, language: 'zh' }
}

/** An officer of one division. */
export function officer(divisionCode: string): Actor & { accountId: string } {
  return person({ role: 'officer', divisionCode })
}

/** A guest who shops without signing in. */
export function guest(): Actor & { guestId: string } {
  return { guestId: randomBytes(12).toString('hex'), duties: [], language: 'zh' }
}
