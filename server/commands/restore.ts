import { readConfig } from '../kernel/config.ts'
import type { Command } from './command.ts'
import { openDatabase } from './database.ts'
import { progress } from './progress.ts'
import { restoreBackup } from './restore-backup.ts'

export const restore: Command = {
  summary: 'bring a backup back into an empty database',
  usage: 'yicun restore FOLDER',
  more: 'Needs an empty database and an empty DATA_DIR; one transaction, whole or not at all. Say verify afterwards.',
  options: {},
  async run(_values, [folder]) {
    if (!folder) throw new Error('say where from: yicun restore FOLDER')
    const config = readConfig()
    const begun = Date.now()
    const database = await openDatabase(config)
    try {
      const step = progress('Restore')
      const target = { url: database.url, dataDir: config.dataDir, secret: process.env.SECRET }
      const { madeAt, tables } = await restoreBackup(folder, target, step.at)
      step.done()
      const rows = Object.values(tables).reduce((sum, count) => sum + count, 0)
      console.log(JSON.stringify({ folder, madeAt, rows, seconds: (Date.now() - begun) / 1000 }))
      return 0
    } finally {
      await database.stop()
    }
  },
}
