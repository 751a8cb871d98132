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
  onPool,
}: {
  log?: Parts['log']
  /** Hears of the pool before anything is asked over it. */
  onPool?(pool: pg.Pool): void
} = {}): Promise<World> {
  const dataDir = mkdtempSync(join(tmpdir(), 'yicun-walk-'))
  const database = await freshDatabase()
  const { db, pool, close } = connect(database.url, 8)
  const leave = async () => {
    await close()
    await database.drop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    onPool?.(pool)
    const world = await makeWorld(db, dataDir, log)
    return { ...world, close: () => world.close().finally(leave) }
  } catch (error) {
    await leave()
    throw error
  }
}
