import '../rooms.ts'
import { readConfig } from '../kernel/config.ts'
import { connect } from '../kernel/db.ts'
import { clearPhotosHourly } from '../kernel/files.ts'
import { logTo } from '../kernel/log.ts'
import { startWork } from '../kernel/work.ts'
import type { Command } from './command.ts'
import { openDatabase } from './database.ts'
import { offerMetrics } from './metrics.ts'
import { whenTold } from './signals.ts'

export const work: Command = {
  summary: 'do the background work: reactions, calls to the outside, chores',
  usage: 'yicun work',
  more: 'Run as many as you like: they share what waits. What fails is tried again, twelve times within half an hour, then set aside.',
  options: {},
  async run() {
    const config = readConfig()
    const log = logTo()
    const database = await openDatabase(config)
    const connection = connect(database.url, 6, 'byKey')
    clearPhotosHourly(config.dataDir)
    const running = startWork(connection.db, (message, error) => log.error({ err: error }, message))
    const endMetrics = await offerMetrics(config, connection)
    process.send?.('ready')
    await whenTold()
    await endMetrics()
    await running.stop()
    await connection.close()
    await database.stop()
    return 0
  },
}
