import pg from 'pg'
import { roomOrder } from '../modules.ts'
import { connect, type Db } from './db.ts'
import { migrate } from './migrate.ts'

interface Filling {
  isNew(db: Db): Promise<boolean>
  fill(db: Db): Promise<void>
  renew(db: Db): Promise<unknown>
  say(line: string): void
}

/**
 * Brings the database to this version and fills a new one: wholly, or it counts as new again. A filling that was killed
 * half way leaves its mark; what it made is thrown away, and the next one begins from nothing. A full one is only
 * renewed: it takes over what this version ships otherwise than the one before.
 */
export async function fillNew(url: string, { isNew, fill, renew, say }: Filling): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  // A server that goes away fails the statement under way; an idle connection must not end the process.
  client.on('error', () => {})
  await client.connect()
  try {
    // One at a time; the others wait and then find it full.
    await client.query('select pg_advisory_lock(716255)')
    const { rows } = await client.query<{ half: boolean }>(`select to_regclass('kernel.filling') is not null half`)
    if (rows[0]?.half) {
      say('The last filling of the database was interrupted; it begins again')
      for (const schema of ['kernel', ...roomOrder].reverse())
        await client.query(`drop schema if exists ${schema} cascade`)
    }
    await migrate(url, say)
    const { db, close } = connect(url, 4)
    try {
      if (!(await isNew(db))) {
        await renew(db)
        return
      }
      await client.query('create table kernel.filling ()')
      await fill(db)
      await client.query('drop table kernel.filling')
    } finally {
      await close()
    }
  } finally {
    await client.end()
  }
}
