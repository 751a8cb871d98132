import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'vitest'
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
