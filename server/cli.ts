import { backup } from './commands/backup.ts'
import { type Command, type Values, values } from './commands/command.ts'
import { demo } from './commands/demo.ts'
import { describe } from './commands/describe.ts'
import { importData } from './commands/import.ts'
import { migrateDatabase } from './commands/migrate.ts'
import { restore } from './commands/restore.ts'
import { serve } from './commands/serve.ts'
import { start } from './commands/start.ts'
import { verify } from './commands/verify.ts'
import { work } from './commands/work.ts'

const commands: Record<string, Command> = {
  start,
  serve,
  work,
  migrate: migrateDatabase,
  import: importData,
  demo,
  verify,
  backup,
  restore,
  describe,
}

const [name, ...rest] = process.argv.slice(2)
const command = name ? commands[name] : undefined

if (!command) {
  const unknown = name && !['help', '--help', '-h'].includes(name)
  if (unknown) console.error(`yicun: there is no command ${name}`)
  console.log(overview())
  process.exit(unknown ? 2 : 0)
}

let options: { values: Values; positionals: string[] }
try {
  options = values(command, rest)
} catch (error) {
  console.error(`yicun ${name}: ${(error as Error).message}\n\n${help(name as string, command)}`)
  process.exit(2)
}
if (options.values.help) {
  console.log(help(name as string, command))
  process.exit(0)
}
try {
  process.exitCode = await command.run(options.values, options.positionals)
} catch (error) {
  console.error(`yicun ${name}: ${error instanceof Error ? error.message : error}`)
  if (process.env.DEBUG) console.error(error)
  process.exit(1)
}

function overview(): string {
  const lines = Object.entries(commands).map(([each, { summary }]) => `  ${each.padEnd(10)}${summary}`)
  return `yicun: one village, one product, one store\n\n${lines.join('\n')}\n\n  yicun COMMAND --help explains one.`
}

function help(each: string, { summary, usage, options: described }: Command): string {
  const lines = Object.entries(described).map(
    ([flag, { about, type }]) => `  --${flag}${type === 'string' ? ' …' : ''}`.padEnd(22) + about,
  )
  return [`yicun ${each}: ${summary}`, '', `  ${usage}`, ...(lines.length ? ['', ...lines] : [])].join('\n')
}
