import { deepEqual, equal, rejects } from 'node:assert/strict'
import { test, vi } from 'vitest'
import { transact } from '../kernel/db.ts'
import { guest, inDb } from '../kernel/testing.ts'
import { acceptInvitation, dutiesOf } from '../modules/accounts/index.ts'
import { inviteAdministrator } from './invite.ts'

test(
  'a house with nobody in it lets its first administrator in',
  inDb(async (db, { url }) => {
    vi.stubEnv('DATABASE_URL', url)
    vi.stubEnv('SECRET', 'a-secret-for-tests-only-0123456789')
    vi.stubEnv('OFFICE_URL', 'https://office.example')
    const said = vi.spyOn(console, 'log').mockImplementation(() => {})
    try {
      equal(await inviteAdministrator.run({}, ['li.na']), 0)
      const { link } = JSON.parse(String(said.mock.lastCall?.[0])) as { link: string }
      const [, token = ''] = /^https:\/\/office\.example\/invitations\/([\w-]+)$/.exec(link) ?? []
      const password = 'a-long-password'
      const { accountId } = await transact(db, (tx) => acceptInvitation(tx, guest(), { token, name: '李娜', password }))
      deepEqual(
        (await dutiesOf(db, accountId)).map(({ role, divisionCode }) => [role, divisionCode]),
        [['admin', '320000000000']],
      )
      await rejects(inviteAdministrator.run({}, []), /username/)
      await rejects(inviteAdministrator.run({ division: '999999999999' }, ['wang']), /no such division/)
    } finally {
      vi.unstubAllEnvs()
      said.mockRestore()
    }
  }),
)
