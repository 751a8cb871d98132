import { buildMarket, buildOffice, type Parts } from '../app.ts'
import { readConfig } from '../kernel/config.ts'
import { connect } from '../kernel/db.ts'
import type { App } from '../kernel/http.ts'
import type { Command } from './command.ts'
import { openDatabase } from './database.ts'
import { listening } from './listen.ts'
import { offerMetrics } from './metrics.ts'
import { whenTold } from './signals.ts'

export const serve: Command = {
  summary: 'answer requests: market, office, or both in one process',
  usage: 'yicun serve [market|office]',
  more: 'Run as many as you like behind a balancer: no process holds state. Say migrate first; /api/health answers on both ports.',
  options: {},
  async run(_values, [face]) {
    if (face && face !== 'market' && face !== 'office') throw new Error('say market or office, or nothing for both')
    const config = readConfig()
    const database = await openDatabase(config)
    const connection = connect(database.url, config.poolSize, 'byKey')
    const parts: Parts = { db: connection.db, config }
    const apps: App[] = []
    if (face !== 'office')
      apps.push(await opened(await buildMarket(parts), 'MARKET_PORT', config.host, config.marketPort))
    if (face !== 'market')
      apps.push(await opened(await buildOffice(parts), 'OFFICE_PORT', config.host, config.officePort))
    const endMetrics = await offerMetrics(config, connection)
    process.send?.('ready')
    await whenTold()
    await endMetrics()
    await Promise.all(apps.map((app) => app.close()))
    await connection.close()
    await database.stop()
    return 0
  },
}

async function opened(app: App, variable: string, host: string, port: number): Promise<App> {
  await listening(() => app.listen({ host, port }), variable, port, host)
  return app
}
