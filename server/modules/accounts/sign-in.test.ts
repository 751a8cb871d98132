import { deepEqual, equal, match, notEqual, ok } from 'node:assert/strict'
import { test } from 'vitest'
import { change, row, rows } from '../../kernel/db.ts'
import { inDb } from '../../kernel/testing.ts'
import { importPeople } from './import-people.ts'
import { totpCode } from './sandbox.ts'
import { browser, codeFor, secret, signInWith, testServer } from './testing.ts'

const phone = '13812341234'
const county = '320382000000'

test(
  'a phone and its code sign a person in, the first time making the account',
  inDb(async (db) => {
    const app = await testServer(db)
    const visitor = browser(app)
    equal((await visitor.post('/api/auth/phone/code', { phone })).status, 204)
    const code = await codeFor(visitor, phone)
    const answer = await visitor.post('/api/auth/phone/verify', { phone, code })
    deepEqual([answer.status, answer.body], [200, { next: 'done' }])
    const cookie = answer.cookies.find(({ name }) => name === 'yicun.session_token')
    deepEqual([cookie?.httpOnly, cookie?.sameSite, cookie?.secure], [true, 'Lax', undefined])
    const me = await visitor.get('/api/me')
    equal(me.body.account.phone, '138****1234')
    equal(JSON.stringify(me.body).includes(phone), false)

    const kept = await row<{ codeHash: string }>(db, 'select code_hash from accounts.phone_code')
    equal(kept?.codeHash.includes(code), false)
    equal((await browser(app).post('/api/auth/phone/verify', { phone, code })).body.error.code, 'accounts.wrong_code')
    equal((await visitor.post('/api/auth/sign-out')).status, 204)
    equal((await visitor.get('/api/me')).body.account, undefined)
  }),
)

test(
  'over https the session cookie is Secure',
  inDb(async (db) => {
    process.env.TRUST_PROXY = 'on'
    const app = await testServer(db).finally(() => delete process.env.TRUST_PROXY)
    const visitor = browser(app)
    await visitor.post('/api/auth/phone/code', { phone })
    const code = await codeFor(visitor, phone)
    const answer = await visitor.post('/api/auth/phone/verify', { phone, code }, { 'x-forwarded-proto': 'https' })
    match(String(answer.headers['set-cookie']), /Secure/)
  }),
)

test(
  'five wrong codes spend a code, and a code ends after its time',
  inDb(async (db) => {
    const app = await testServer(db)
    const visitor = browser(app)
    await visitor.post('/api/auth/phone/code', { phone })
    const code = await codeFor(visitor, phone)
    const wrong = code === '000000' ? '000001' : '000000'
    const guesses = await Promise.all(
      [1, 2, 3, 4, 5].map(() => visitor.post('/api/auth/phone/verify', { phone, code: wrong })),
    )
    deepEqual(new Set(guesses.map(({ status }) => status)), new Set([401]))
    equal((await visitor.post('/api/auth/phone/verify', { phone, code })).status, 401)

    const other = '13912341234'
    await visitor.post('/api/auth/phone/code', { phone: other })
    await change(db, `update accounts.phone_code set expires_at = now() - interval '1 second'`)
    equal(
      (await visitor.post('/api/auth/phone/verify', { phone: other, code: await codeFor(visitor, other) })).status,
      401,
    )
  }),
)

test(
  'of many who use the same code at once, one gets in',
  inDb(async (db) => {
    const app = await testServer(db)
    await browser(app).post('/api/auth/phone/code', { phone })
    const code = await codeFor(browser(app), phone)
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => browser(app).post('/api/auth/phone/verify', { phone, code })),
    )
    equal(answers.filter(({ status }) => status === 200).length, 1)
  }),
)

test(
  'a phone gets one code a minute, and one address does not ask for ever',
  inDb(async (db) => {
    const app = await testServer(db)
    const visitor = browser(app)
    await visitor.post('/api/auth/phone/code', { phone })
    const again = await visitor.post('/api/auth/phone/code', { phone })
    equal(again.status, 429)
    ok(Number(again.headers['retry-after']) > 50)
    process.env.ATTEMPTS_PER_IP = '3'
    try {
      equal((await visitor.post('/api/auth/phone/code', { phone: '13700000001' })).status, 204)
      equal((await visitor.post('/api/auth/phone/code', { phone: '13700000002' })).status, 429)
    } finally {
      delete process.env.ATTEMPTS_PER_IP
    }
    const counted = await rows<{ who: string }>(db, 'select who from kernel.attempt')
    equal(JSON.stringify(counted).includes(phone), false)
  }),
)

test(
  'whoever says he comes from elsewhere, or has a whole network, is one address all the same',
  inDb(async (db) => {
    process.env.TRUST_PROXY = 'on'
    const app = await testServer(db).finally(() => delete process.env.TRUST_PROXY)
    let asked = 0
    const from = async (forwarded: string) => {
      const headers = { 'x-forwarded-for': forwarded }
      return (await browser(app).post('/api/auth/phone/code', { phone: `1370000000${asked++}` }, headers)).status
    }
    process.env.ATTEMPTS_PER_IP = '2'
    try {
      // What the balancer adds stands last; what stands before it is the stranger's own word.
      deepEqual(
        [await from('10.1.1.1, 203.0.113.9'), await from('10.1.1.2, 203.0.113.9'), await from('10.1.1.3, 203.0.113.9')],
        [204, 204, 429],
      )
      deepEqual(
        [await from('2001:db8::1'), await from('2001:0DB8:0:0:9:8:7:6'), await from('2001:db8::ffff:1')],
        [204, 204, 429],
      )
      equal(await from('2001:db8:0:1::1'), 204)
    } finally {
      delete process.env.ATTEMPTS_PER_IP
    }
  }),
)

test(
  'outside the sandbox nobody reads texts, and without a gateway none is sent',
  inDb(async (db) => {
    const app = await testServer(db, { sandbox: false })
    equal((await browser(app).get(`/api/sandbox/sms?phone=${phone}`)).status, 404)
    equal((await browser(app).get('/api/sandbox/totp?name=wang.li')).status, 404)
    equal((await browser(app).post('/api/auth/phone/code', { phone })).body.error.code, 'accounts.sms_not_set_up')
  }),
)

const officer = { username: 'Wang.Li', password: 'correct horse battery', totpSecret: 'a-known-secret-for-a-test' }
const duties = [{ role: 'officer' as const, divisionCode: county }]

test(
  'an officer needs password and app; half the way is nobody',
  inDb(async (db) => {
    const [id] = await importPeople(db, [{ ...officer, duties, isSample: true }], secret)
    const app = await testServer(db)
    const visitor = browser(app)
    const half = await visitor.post('/api/auth/officer/sign-in', { name: 'wang.li', password: officer.password })
    deepEqual([half.status, half.body], [200, { next: 'totp' }])
    equal((await visitor.get('/api/me')).body.account, undefined)
    equal((await visitor.post('/api/auth/officer/totp', { code: '000000' })).body.error.code, 'accounts.wrong_code')
    const lost = await visitor.post('/api/auth/officer/backup-code', { code: 'abcde-fghij' })
    equal(lost.body.error.code, 'accounts.wrong_code', 'of whom no codes were kept')
    const { code } = (await visitor.get('/api/sandbox/totp?name=wang.li')).body
    equal((await visitor.post('/api/auth/officer/totp', { code })).body.next, 'done')
    const me = await visitor.get('/api/me')
    equal(me.body.account.id, id)
    deepEqual(
      me.body.duties.map(({ role, divisionCode }: { role: string; divisionCode: string }) => [role, divisionCode]),
      [['officer', county]],
    )

    const replay = browser(app)
    await replay.post('/api/auth/officer/sign-in', { name: 'wang.li', password: officer.password })
    equal((await replay.post('/api/auth/officer/totp', { code })).status, 401)
    equal((await replay.get('/api/me')).body.account, undefined)
  }),
)

test(
  'five wrong passwords lock the name, whether or not it exists',
  inDb(async (db) => {
    await importPeople(db, [{ ...officer, duties, isSample: true }], secret)
    const app = await testServer(db)
    for (const name of ['wang.li', 'nobody.here', '不是 用户名']) {
      const answers = []
      for (let i = 0; i < 5; i++)
        answers.push(await browser(app).post('/api/auth/officer/sign-in', { name, password: 'wrong' }))
      deepEqual(new Set(answers.map(({ body }) => body.error.code)), new Set(['accounts.wrong_password']))
      const locked = await browser(app).post('/api/auth/officer/sign-in', { name, password: officer.password })
      equal(locked.status, 429)
      ok(Number(locked.headers['retry-after']) > 800)
    }
  }),
)

test(
  'an officer without a second factor may only set it up; then the duties wake',
  inDb(async (db) => {
    const { totpSecret: _, ...fresh } = officer
    await importPeople(db, [{ ...fresh, duties, isSample: false }], secret)
    const app = await testServer(db)
    const visitor = browser(app)
    equal(
      (await visitor.post('/api/auth/officer/sign-in', { name: 'wang.li', password: officer.password })).body.next,
      'enrol',
    )
    const asleep = await visitor.get('/api/me')
    deepEqual([asleep.body.account.mustEnrol, asleep.body.duties], [true, []])
    equal((await visitor.post('/api/auth/officer/enrol', { password: 'wrong' })).status, 401)
    const enrolled = await visitor.post('/api/auth/officer/enrol', { password: officer.password })
    equal(enrolled.body.backupCodes.length, 10)
    const made = textOf(new URL(enrolled.body.uri).searchParams.get('secret') ?? '')
    equal((await visitor.post('/api/auth/officer/totp', { code: await totpCode(made) })).status, 200)
    const awake = await visitor.get('/api/me')
    deepEqual([awake.body.account.mustEnrol, awake.body.duties.length], [false, 1])
    equal(
      (await visitor.post('/api/auth/officer/enrol', { password: officer.password })).body.error.code,
      'accounts.already_enrolled',
    )

    const lost = browser(app)
    await lost.post('/api/auth/officer/sign-in', { name: 'wang.li', password: officer.password })
    equal((await lost.post('/api/auth/officer/backup-code', { code: enrolled.body.backupCodes[0] })).status, 200)
    equal((await lost.get('/api/me')).body.duties.length, 1)
    const reused = browser(app)
    await reused.post('/api/auth/officer/sign-in', { name: 'wang.li', password: officer.password })
    equal((await reused.post('/api/auth/officer/backup-code', { code: enrolled.body.backupCodes[0] })).status, 401)
  }),
)

test(
  'setting up a second factor is no place to try passwords',
  inDb(async (db) => {
    const { totpSecret: _, ...fresh } = officer
    await importPeople(db, [{ ...fresh, phone, duties, isSample: false }], secret)
    const visitor = browser(await testServer(db))
    await signInWith(visitor, db, phone)
    const answers = []
    for (let i = 0; i < 5; i++) answers.push(await visitor.post('/api/auth/officer/enrol', { password: 'wrong' }))
    deepEqual(new Set(answers.map(({ status }) => status)), new Set([401]))
    equal((await visitor.post('/api/auth/officer/enrol', { password: officer.password })).status, 429)
  }),
)

test(
  'a phone alone never carries duties of government',
  inDb(async (db) => {
    await importPeople(
      db,
      [{ ...officer, phone, duties: [...duties, { role: 'station_operator', divisionCode: county }], isSample: true }],
      secret,
    )
    const visitor = browser(await testServer(db))
    await signInWith(visitor, db, phone)
    const me = await visitor.get('/api/me')
    deepEqual(
      me.body.duties.map(({ role }: { role: string }) => role),
      ['station_operator'],
    )
  }),
)

test(
  'a forged, expired or revoked session is nobody at once',
  inDb(async (db) => {
    const app = await testServer(db)
    const visitor = browser(app)
    await signInWith(visitor, db, phone)
    const good = visitor.jar.get('yicun.session_token') ?? ''
    notEqual((await visitor.get('/api/me')).body.account, undefined)
    const token = decodeURIComponent(good).split('.')[0] ?? ''
    for (const forged of [
      token,
      `${token}.`,
      `${token}.${'A'.repeat(43)}=`,
      `x${decodeURIComponent(good)}`,
      '.',
      'a.b',
      `${good}${'x'.repeat(300)}`,
    ]) {
      visitor.jar.set('yicun.session_token', encodeURIComponent(forged))
      equal((await visitor.get('/api/me')).body.account, undefined, forged)
    }
    visitor.jar.set('yicun.session_token', good)
    await change(db, `update accounts.session set expires_at = now() - interval '1 second'`)
    equal((await visitor.get('/api/me')).body.account, undefined)
    await change(db, `update accounts.session set expires_at = now() + interval '1 hour'`)
    notEqual((await visitor.get('/api/me')).body.account, undefined)
    await change(db, 'delete from accounts.session')
    equal((await visitor.get('/api/me')).body.account, undefined)
    const strangers = await testServer(db, { secret: 'another-secret-0123456789-0123456789' })
    equal((await browser(strangers).get('/api/me', { cookie: `yicun.session_token=${good}` })).body.account, undefined)
  }),
)

test(
  'a request from another site is refused',
  inDb(async (db) => {
    const visitor = browser(await testServer(db))
    await signInWith(visitor, db, phone)
    equal(
      (await visitor.post('/api/auth/sign-out', undefined, { origin: 'http://evil.test' })).body.error.code,
      'kernel.foreign_origin',
    )
    notEqual((await visitor.get('/api/me')).body.account, undefined)
  }),
)

/** Base32 back to text. */
function textOf(base32: string): string {
  const bits = [...base32]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2))).toString('utf8')
}
