import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import type { Parts } from './app.ts'
import { connect } from './kernel/db.ts'
import { freshDatabase } from './kernel/testing.ts'
import { makeWorld, type World } from './testing.ts'

/** How long a test file may take to open its world. */
export const openingMs = 180_000

/** A world for one test file, on a database and a data folder of its own; closing it leaves nothing behind. */
export async function openWorld({
  log,
  connections = 8,
  onPool,
}: {
  log?: Parts['log']
  /** How many connections the servers share. With a single one, a request that holds it and asks for another gets none. */
  connections?: number
  /** Hears of the pool before anything is asked over it. */
  onPool?(pool: pg.Pool): void
} = {}): Promise<World> {
  const dataDir = mkdtempSync(join(tmpdir(), 'yicun-walk-'))
  const database = await freshDatabase()
  const own = connect(database.url, 4)
  const served = connect(database.url, connections)
  served.pool.options.connectionTimeoutMillis = 10_000
  const leave = async () => {
    await Promise.all([own.close(), served.close()])
    await database.drop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    onPool?.(served.pool)
    const world = await makeWorld(own.db, served.db, dataDir, log)
    return { ...world, close: () => world.close().finally(leave) }
  } catch (error) {
    await leave()
    throw error
  }
}
