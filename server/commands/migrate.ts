import { migrate } from '../kernel/migrate.ts'
import { importTargets } from '../modules/monitoring/index.ts'
import type { Command } from './command.ts'
import { withDatabase } from './database.ts'

export const migrateDatabase: Command = {
  summary: 'bring the database to this version',
  usage: 'yicun migrate',
  more: 'Runs what is new, in one transaction each, and takes over the plan\'s targets from data/; many may start at once, one does it. Prints {"migrated"}: how many ran.',
  options: {},
  run: () =>
    withDatabase(async ({ db, url }) => {
      const ran = await migrate(url, (line) => console.error(line))
      await importTargets(db)
      console.log(JSON.stringify({ migrated: ran }))
      return 0
    }),
}
