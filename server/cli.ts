// Before all else: it sets how what comes after is run.
import './kernel/engine.ts'

import { commands, help, overview } from './commands/all.ts'
import { type Values, values } from './commands/command.ts'

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
