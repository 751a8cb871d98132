import { parseArgs } from 'node:util'

export type Values = Record<string, string | boolean | undefined>

/** One command of `yicun`. Its result is the exit code. */
export interface Command {
  summary: string
  usage: string
  /** What a person wants to know before running it. */
  more: string
  options: Record<string, { type: 'string' | 'boolean'; about: string }>
  run(values: Values, positionals: string[]): Promise<number>
}

/** Reads a command's arguments; an unknown option is an error. */
export function values(command: Command, args: string[]): { values: Values; positionals: string[] } {
  const options = Object.fromEntries(Object.entries(command.options).map(([flag, { type }]) => [flag, { type }]))
  return parseArgs({ args, options: { ...options, help: { type: 'boolean', short: 'h' } }, allowPositionals: true })
}
