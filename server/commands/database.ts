import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Config, readConfig } from '../kernel/config.ts'
import { type Connection, connect } from '../kernel/db.ts'
import { startPostgres } from '../kernel/postgres.ts'
import { isAlive } from '../kernel/postgres-process.ts'

export interface OpenDatabase {
  url: string
  stop(): Promise<void>
}

/** The database of this configuration: DATABASE_URL where it is set, else the embedded server, started or joined. */
export async function openDatabase(config: Config): Promise<OpenDatabase> {
  if (config.databaseUrl) return { url: config.databaseUrl, stop: async () => {} }
  return startPostgres({ dataDir: join(config.dataDir, 'postgres') })
}

/** The same for whoever runs for long: an embedded server that dies is started again, under the address it had. */
export async function keepDatabase(config: Config): Promise<OpenDatabase> {
  if (config.databaseUrl) return openDatabase(config)
  const dataDir = join(config.dataDir, 'postgres')
  let server = await startPostgres({ dataDir })
  const { url } = server
  const port = Number(new URL(url).port)
  let stopping = false
  const watching = (async () => {
    for (; !stopping; await sleep(500)) {
      if (isAlive(server.pid)) continue
      console.error('PostgreSQL has ended; starting it again')
      server = await startPostgres({ dataDir, port }).catch((error: Error) => {
        console.error(error.message)
        return server
      })
    }
  })()
  return {
    url,
    async stop() {
      stopping = true
      await watching
      await server.stop()
    },
  }
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
