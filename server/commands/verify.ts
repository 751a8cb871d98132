import { isDeepStrictEqual } from 'node:util'
import { allChecks } from '../rooms.ts'
import type { Command } from './command.ts'
import { withDatabase } from './database.ts'

export const verify: Command = {
  summary: 'check what must always be true',
  usage: 'yicun verify [--only NAME]',
  more: 'Prints one JSON line per check, {"check","ok","found","expected"}; the exit code is 1 if any is false.',
  options: { only: { type: 'string', about: 'only the checks whose name begins with this' } },
  /** One JSON line per check: {"check","ok","found","expected"}; exit code 1 if any is false. */
  async run({ only }) {
    const wanted = allChecks.filter((check) => check.name.startsWith((only as string | undefined) ?? ''))
    let broken = 0
    await withDatabase(async ({ db }) => {
      for (const check of wanted) {
        const { found, expected } = await check.run(db)
        const ok = isDeepStrictEqual(found, expected)
        if (!ok) broken++
        console.log(JSON.stringify({ check: check.name, ok, found, expected }))
      }
    })
    return broken > 0 ? 1 : 0
  },
}
