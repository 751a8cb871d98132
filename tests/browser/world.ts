import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildMarket, buildOffice } from '../../server/app.ts'
import { readConfig } from '../../server/kernel/config.ts'
import { connect, type Db } from '../../server/kernel/db.ts'
import { migrate } from '../../server/kernel/migrate.ts'
import { startPostgres } from '../../server/kernel/postgres.ts'
import { removeCluster } from '../../server/kernel/postgres-ground.ts'
import { startWork } from '../../server/kernel/work.ts'
import { freePort } from '../free-ports.ts'
import { fillWorld, type Officers, type Place } from './world-data.ts'

/** A running system of its own: database, both faces, and the background work, filled with a few sample villages. */
export interface System {
  marketUrl: string
  officeUrl: string
  db: Db
  stop(): Promise<void>
}

/** A small world for the browser journeys. */
export interface World extends System {
  officers: Officers
  /** A village that sells, with the names on the way to it. */
  place: Place
}

export const startWorld = (): Promise<World> => startSystem(fillWorld)

/** Starts a system of its own on free ports, filled by `fill`. */
export async function startSystem<Filled>(fill: (db: Db, secret: string) => Promise<Filled>): Promise<System & Filled> {
  const dataDir = await mkdtemp(join(tmpdir(), 'yicun-world-'))
  const postgres = await startPostgres({ dataDir: join(dataDir, 'postgres'), quiet: true, durable: false })
  await migrate(postgres.url)
  const [marketPort, officePort] = [await freePort(), await freePort()]
  const config = {
    ...readConfig({ DATA_DIR: dataDir, SECRET: 'a-secret-for-tests-only-0123456789' }),
    marketPort,
    officePort,
    marketUrl: `http://127.0.0.1:${marketPort}`,
    officeUrl: `http://127.0.0.1:${officePort}`,
    databaseUrl: postgres.url,
  }
  const connection = connect(postgres.url, 16)
  const { db } = connection
  const filled = await fill(db, config.secret)
  const market = await buildMarket({ db, config })
  const office = await buildOffice({ db, config })
  await market.listen({ host: '127.0.0.1', port: marketPort })
  await office.listen({ host: '127.0.0.1', port: officePort })
  const work = startWork(db, () => {})
  return {
    marketUrl: config.marketUrl,
    officeUrl: config.officeUrl,
    db,
    ...filled,
    async stop() {
      await work.stop()
      await Promise.all([market.close(), office.close()])
      await connection.close()
      await postgres.stop()
      await removeCluster(join(dataDir, 'postgres'))
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
