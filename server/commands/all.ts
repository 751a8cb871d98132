import { backup } from './backup.ts'
import { changePlace } from './change.ts'
import type { Command } from './command.ts'
import { demo } from './demo.ts'
import { describe } from './describe.ts'
import { importData } from './import.ts'
import { inviteAdministrator } from './invite.ts'
import { migrateDatabase } from './migrate.ts'
import { restore } from './restore.ts'
import { serve } from './serve.ts'
import { start } from './start.ts'
import { verify } from './verify.ts'
import { work } from './work.ts'

/** Everything that `yicun` can do, in the order of its help. */
export const commands: Record<string, Command> = {
  start,
  serve,
  work,
  migrate: migrateDatabase,
  import: importData,
  change: changePlace,
  invite: inviteAdministrator,
  demo,
  verify,
  backup,
  restore,
  describe,
}

/** What `yicun --help` says. */
export function overview(): string {
  const lines = Object.entries(commands).map(([each, { summary }]) => `  ${each.padEnd(10)}${summary}`)
  return `yicun: one village, one product, one store\n\n${lines.join('\n')}\n\n  yicun COMMAND --help explains one.
  Where the database, the ports and the data are, the environment says: ${settings.join(', ')}.`
}

const settings = ['DATABASE_URL', 'DATA_DIR', 'HOST', 'MARKET_PORT', 'OFFICE_PORT', 'METRICS_PORT', 'SANDBOX', 'LOG']

/** What `yicun COMMAND --help` says. */
export function help(each: string, { summary, usage, more, options: described }: Command): string {
  const lines = Object.entries(described).map(
    ([flag, { about, type }]) => `  --${flag}${type === 'string' ? ' …' : ''}`.padEnd(22) + about,
  )
  return [
    `yicun ${each}: ${summary}`,
    '',
    `  ${usage}`,
    ...(more ? ['', `  ${more}`] : []),
    ...(lines.length ? ['', ...lines] : []),
  ].join('\n')
}
