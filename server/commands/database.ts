import { join } from 'node:path'
import { type Config, readConfig } from '../kernel/config.ts'
import { type Connection, connect } from '../kernel/db.ts'
import { startPostgres } from '../kernel/postgres.ts'

export interface OpenDatabase {
  url: string
  stop(): Promise<void>
}

/** The database of this configuration: DATABASE_URL where it is set, else the embedded server, started or joined. */
export async function openDatabase(config: Config): Promise<OpenDatabase> {
  if (config.databaseUrl) return { url: config.databaseUrl, stop: async () => {} }
  return startPostgres({ dataDir: join(config.dataDir, 'postgres') })
}

/** Runs one piece of work on the database and closes everything it opened. */
export async function withDatabase<T>(
  work: (connection: Connection & { url: string }, config: Config) => Promise<T>,
): Promise<T> {
  const config = readConfig()
  const database = await openDatabase(config)
  const connection = connect(database.url, config.poolSize)
  try {
    return await work({ ...connection, url: database.url }, config)
  } finally {
    await connection.close()
    await database.stop()
  }
}
