import type { Db } from './db.ts'

/** One thing that must always be true; `yicun verify` runs them all and prints found against expected. */
export interface Check {
  name: string
  run(db: Db): Promise<{ found: unknown; expected: unknown }>
}
