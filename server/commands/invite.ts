import { systemActor } from '../kernel/actor.ts'
import { transact } from '../kernel/db.ts'
import { invite } from '../modules/accounts/index.ts'
import type { Command } from './command.ts'
import { withDatabase } from './database.ts'

const province = '320000000000'

export const inviteAdministrator: Command = {
  summary: 'invite the first administrator, who then invites everybody else',
  usage: 'yicun invite USERNAME [--division CODE]',
  more: 'A start with SANDBOX=off has nobody in it. Prints a link into the office that works once within seven days: whoever opens it chooses a password and sets up the second factor.',
  options: { division: { type: 'string', about: `the place to look after (default ${province}, the province)` } },
  async run({ division = province }, [username]) {
    if (!username) throw new Error('say the username that the administrator will have')
    return withDatabase(async ({ db }, { officeUrl }) => {
      const duty = { role: 'admin' as const, divisionCode: String(division) }
      const { path, expiresAt } = await transact(db, (tx) => invite(tx, systemActor, { username, ...duty }))
      console.log(JSON.stringify({ link: `${officeUrl}${path}`, expiresAt }))
      return 0
    })
  },
}
