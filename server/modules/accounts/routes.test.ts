import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'vitest'
import { change } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import { inDb } from '../../kernel/testing.ts'
import { importPeople } from './import-people.ts'
import { totpCode } from './sandbox.ts'
import { browser, secret, signInWith, testServer } from './testing.ts'

const county = '320382000000'
const password = 'correct horse battery'
const totpSecret = 'a-known-secret-for-a-test'

test(
  'an administrator invites an officer, who accepts, sets up the second factor and is audited',
  inDb(async (db) => {
    await importPeople(
      db,
      [
        {
          username: 'admin.pi',
          password,
          totpSecret,
          duties: [{ role: 'admin', divisionCode: county }],
          isSample: true,
        },
      ],
      secret,
    )
    const app = await testServer(db)
    const admin = browser(app)
    await admin.post('/api/auth/officer/sign-in', { name: 'admin.pi', password })
    await admin.post('/api/auth/officer/totp', { code: await totpCode(totpSecret) })

    const invited = await admin.post('/api/invitations', { username: 'Wang.Li', role: 'officer', divisionCode: county })
    equal(invited.status, 201)
    const officer = browser(app)
    const accept = `/api${invited.body.path}/accept`
    equal((await officer.get(`/api${invited.body.path}`)).body.username, 'wang.li')
    equal((await officer.post(accept, { password: 'short' })).status, 400)
    const accepted = await officer.post(accept, { name: '王丽', password })
    deepEqual([accepted.status, accepted.body.next], [200, 'enrol'])
    equal((await officer.post(accept, { password })).status, 410)
    equal((await officer.get('/api/me')).body.account.mustEnrol, true)
    equal((await officer.get(`/api/duties?division=${county}`)).status, 403)

    const held = await admin.get(`/api/duties?division=${county}`)
    const duty = held.body.items.find(({ name }: { name: string }) => name === '王丽')
    const handed = await admin.post(`/api/duties/${duty.id}/hand-over`, { username: 'li.na' })
    deepEqual([handed.status, handed.body.moved], [200, 0])
    equal((await admin.post(`/api/duties/${duty.id}/end`)).status, 204)
    const trail = await admin.get(`/api/audit?division=${county}`)
    deepEqual(
      trail.body.items.map(({ did }: { did: string }) => did),
      ['accounts.end_duty', 'accounts.invite', 'accounts.give_duty', 'accounts.invite'],
    )
    equal(/王丽|wang\.li/.test(JSON.stringify(trail.body)), false)
    equal((await admin.get('/api/audit?division=320322000000')).status, 403)
    equal((await admin.get('/api/audit?cursor=xyz')).status, 400)
  }),
)

test(
  'an administrator resets an officer’s sign-in: the old way ends at once, the link leads to a new one',
  inDb(async (db) => {
    const [chief, , officer] = await importPeople(
      db,
      [
        ...['admin.pi', 'admin.xu'].map((username, at) => ({
          ...{ username, password, totpSecret, isSample: true },
          duties: [{ role: 'admin' as const, divisionCode: at ? '320300000000' : county }],
        })),
        {
          ...{ username: 'wang.li', password, totpSecret, isSample: true, phone: '13812341234' },
          duties: [{ role: 'officer' as const, divisionCode: county }],
        },
      ],
      secret,
    )
    const app = await testServer(db)
    const signIn = async (name: string, with_ = password, code?: string) => {
      const visitor = browser(app)
      const { status } = await visitor.post('/api/auth/officer/sign-in', { name, password: with_ })
      if (status === 200) await visitor.post('/api/auth/officer/totp', { code: code ?? (await totpCode(totpSecret)) })
      return { visitor, status }
    }
    const { visitor: admin } = await signIn('admin.pi')
    const { visitor: lost } = await signIn('wang.li')
    equal((await lost.get('/api/me')).body.duties.length, 1)
    const { items } = (await admin.get(`/api/duties?division=${county}`)).body
    const dutyOf = (accountId?: string) => items.find((duty: { accountId: string }) => duty.accountId === accountId).id
    equal((await lost.post(`/api/duties/${dutyOf(chief)}/reset-access`)).status, 403)
    equal((await admin.post(`/api/duties/${dutyOf(chief)}/reset-access`)).status, 403, 'not one’s own')

    for (let tries = 0; tries < 6; tries++) await signIn('wang.li', 'forgotten and guessed')
    const reset = await admin.post(`/api/duties/${dutyOf(officer)}/reset-access`)
    equal(reset.status, 201)
    equal((await lost.get('/api/me')).body.account, undefined)
    const again = await admin.post(`/api/duties/${dutyOf(officer)}/reset-access`)
    equal((await browser(app).get(`/api${reset.body.path}`)).status, 410, 'a newer link ends the older one')
    const { path } = again.body
    const shown = (await browser(app).get(`/api${path}`)).body
    deepEqual([shown.resets, shown.by, shown.username, shown.role], [true, 'username', 'wang.li', undefined])
    equal((await admin.post(`/api${path}/accept`, { password: 'another long one' })).status, 403)
    equal((await browser(app).post(`/api${path}/accept`, {})).status, 422)

    const back = browser(app)
    const accepted = await back.post(`/api${path}/accept`, { password: 'a new long password' })
    deepEqual([accepted.status, accepted.body], [200, { accountId: officer, next: 'enrol' }])
    equal((await back.get('/api/me')).body.duties.length, 0, 'duties sleep until the second factor is new')
    const { uri } = (await back.post('/api/auth/officer/enrol', { password: 'a new long password' })).body
    ok(String(uri).startsWith('otpauth://'))
    equal((await back.post(`/api${path}/accept`, { password: 'a new long password' })).status, 410)
    const { status } = await signIn('wang.li', password)
    equal(status, 401, 'the old password is gone')

    // Who also holds something beyond this county is not this county's to reset.
    await change(db, `insert into accounts.duty (id, account_id, role, division_code) values ($1, $2, 'officer', $3)`, [
      newId(),
      officer,
      '320300000000',
    ])
    equal((await admin.post(`/api/duties/${dutyOf(officer)}/reset-access`)).status, 403)
    const trail = await admin.get(`/api/audit?division=${county}`)
    const dids = trail.body.items.map(({ did }: { did: string }) => did)
    deepEqual(dids, ['accounts.reset_access', 'accounts.reset_access'])
  }),
)

test(
  'who signs in by phone has no password to reset',
  inDb(async (db) => {
    const [, operator] = await importPeople(
      db,
      [
        {
          ...{ username: 'admin.pi', password, totpSecret, isSample: true },
          duties: [{ role: 'admin', divisionCode: county }],
        },
        { phone: '13812341234', duties: [{ role: 'station_operator', divisionCode: county }], isSample: true },
      ],
      secret,
    )
    const admin = browser(await testServer(db))
    await admin.post('/api/auth/officer/sign-in', { name: 'admin.pi', password })
    await admin.post('/api/auth/officer/totp', { code: await totpCode(totpSecret) })
    const { items } = (await admin.get(`/api/duties?division=${county}`)).body
    const { id } = items.find(({ accountId }: { accountId: string }) => accountId === operator)
    equal((await admin.post(`/api/duties/${id}/reset-access`)).body.error.code, 'accounts.no_password')
  }),
)

test(
  'a person reads, downloads and erases what is theirs',
  inDb(async (db) => {
    const app = await testServer(db)
    const visitor = browser(app)
    equal((await visitor.get('/api/me/data')).status, 401)
    const id = await signInWith(visitor, db, '13812341234')
    equal((await visitor.post('/api/me/consents', { kind: 'marketing' })).status, 204)
    equal((await visitor.post('/api/me/consents', { kind: 'everything' })).status, 400)
    const data = await visitor.get('/api/me/data')
    deepEqual([data.body.account.id, data.body.account.phone, data.body.consents.length], [id, '13812341234', 1])
    equal((await visitor.post('/api/me/consents/marketing/withdraw')).status, 204)
    equal((await visitor.post('/api/duties', { accountId: id, role: 'admin', divisionCode: county })).status, 403)
    equal((await visitor.post('/api/me/erasure')).status, 204)
    equal((await visitor.get('/api/me')).body.account, undefined)
    equal((await visitor.get('/api/me/data')).status, 401)
  }),
)
