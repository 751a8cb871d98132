import { readConfig } from '../kernel/config.ts'
import { migrate } from '../kernel/migrate.ts'
import type { Command } from './command.ts'
import { openDatabase } from './database.ts'

export const migrateDatabase: Command = {
  summary: 'bring the database to this version',
  usage: 'yicun migrate',
  more: 'Runs what is new, in one transaction each; many may start at once, one does it. Prints {"migrated"}: how many ran.',
  options: {},
  async run() {
    const database = await openDatabase(readConfig())
    try {
      const ran = await migrate(database.url, (line) => console.error(line))
      console.log(JSON.stringify({ migrated: ran }))
      return 0
    } finally {
      await database.stop()
    }
  },
}
