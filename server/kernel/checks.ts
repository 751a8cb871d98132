import type { Db, Tx } from './db.ts'

/** One thing that must always be true; `yicun verify` runs them all and prints found against expected. */
export interface Check {
  name: string
  run(db: Db): Promise<{ found: unknown; expected: unknown }>
}

/**
 * Reads with several statements what the database was at one moment: of what happens meanwhile, and there is always
 * something in a house at work, all of them see nothing.
 */
export async function atOneMoment<T>(db: Db, read: (on: Db) => Promise<T>): Promise<T> {
  if (db.isTransaction) return read(db)
  const moment = db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only')
  return moment.execute((tx: Tx) => read(tx))
}
