import { deepEqual, equal, ok } from 'node:assert/strict'
import type { InjectOptions } from 'fastify'
import { afterAll, beforeAll, test } from 'vitest'
import { change } from './kernel/db.ts'
import { buildServer } from './kernel/http.ts'
import { newId, newToken } from './kernel/ids.ts'
import { logTo } from './kernel/log.ts'
import { importPeople, totpCode } from './modules/accounts/index.ts'
import { secret, testConfig } from './modules/accounts/testing.ts'
import { buyerPhone, contactPhone, privateWords, type World } from './testing.ts'
import { openingMs, openWorld } from './testing-world.ts'

const phone = '13899990001'
const address = { recipient: '司马听雨', phone, regionCode: '310000', detail: '听雨巷 99 号 3 单元' }
const officer = { username: 'shangguan.ce', password: 'a quiet password 77', totpSecret: 'a-known-secret-for-a-test' }

const lines: Record<string, unknown>[] = []
const log = logTo({ write: (line: string) => void lines.push(JSON.parse(line)) }, 'trace')
let world: World

beforeAll(async () => {
  world = await openWorld({ log })
}, openingMs)

afterAll(() => world?.close())

/** All that was logged, without the times, whose digits could be taken for a code. */
const written = () => lines.map(({ time: _, ms: __, responseTime: ___, ...line }) => JSON.stringify(line)).join('\n')
const heard = (words: readonly string[]) => words.filter((word) => word && written().includes(word))

async function ask(url: string, options: InjectOptions = {}) {
  const answer = await world.market.inject({ url, ...options })
  const cookies = answer.cookies.map(({ name, value }) => ({ name, value }))
  return { status: answer.statusCode, body: answer.body, cookies }
}

const post = (url: string, payload: object | string, headers: Record<string, string> = {}) =>
  ask(url, { method: 'POST', payload, headers: { 'idempotency-key': newToken(), ...headers } })
const form = { 'content-type': 'application/x-www-form-urlencoded' }
const fields = (of: Record<string, string>) => new URLSearchParams(of).toString()

test('signing in leaves no phone, code, password or key in the log', async () => {
  await importPeople(
    world.db,
    [{ ...officer, duties: [{ role: 'officer', divisionCode: world.own.villageCode }], isSample: true }],
    secret,
  )
  equal((await post('/api/auth/phone/code', { phone })).status, 204)
  const [text] = JSON.parse((await ask(`/api/sandbox/sms?phone=${phone}`)).body) as { text: string }[]
  const code = /\d{6}/.exec(text?.text ?? '')?.[0] ?? ''
  const wrong = code === '271828' ? '314159' : '271828'
  equal((await post('/api/auth/phone/verify', { phone, code: wrong })).status, 401)
  const signedIn = await post('/sign-in', fields({ phone, code, next: `/orders?of=${phone}` }), form)
  equal(signedIn.status, 303)
  equal((await post('/sign-in/code', fields({ phone }), form)).status, 429)
  const name = officer.username
  equal((await post('/api/auth/officer/sign-in', { name, password: 'not the right one' })).status, 401)
  const half = await post('/api/auth/officer/sign-in', { name, password: officer.password })
  equal(half.status, 200)
  const totp = await totpCode(officer.totpSecret)
  const cookie = half.cookies.map(({ name: of, value }) => `${of}=${value}`).join('; ')
  const whole = await post('/api/auth/officer/totp', { code: totp }, { cookie })
  equal(whole.status, 200)
  const keys = [...signedIn.cookies, ...half.cookies, ...whole.cookies].flatMap(({ value }) => [
    value,
    decodeURIComponent(value).split('.')[0] ?? '',
  ])
  ok(keys.length >= 6)
  deepEqual(heard([phone, code, wrong, totp, name, officer.password, 'not the right one', ...keys]), [])
})

test('buying as a guest leaves no name, address, phone or cookie in the log', async () => {
  const guest = newToken()
  const headers = { cookie: `guest=${guest}` }
  const { storeId, skuId } = world.own
  equal((await post('/basket/lines', fields({ skuId, quantity: '1' }), { ...headers, ...form })).status, 303)
  // The page asks for the place level by level, so that it shows what was typed again.
  equal((await post(`/checkout/${storeId}/address`, fields(address), { ...headers, ...form })).status, 422)
  equal((await ask('/api/basket/address', { method: 'PUT', payload: address, headers })).status, 200)
  const order = { storeId, method: 'express', channel: 'wechat', confirmedExempt: true, note: '请放门卫老周处' }
  const placed = await post('/api/orders', order, headers)
  equal(placed.status, 201)
  const { orderNumber, intentId } = JSON.parse(placed.body) as { orderNumber: string; intentId: string }
  equal((await post('/api/orders/find', { orderNumber, phone })).status, 200)
  equal((await post('/api/orders/find', { orderNumber, phone: buyerPhone })).status, 404)
  equal((await post(`/api/payments/${intentId}/start`, {}, headers)).status, 200)
  const forged = { kind: 'charge.paid', subject: intentId, payer: '司马听雨', phone }
  equal((await post('/api/payments/callbacks/sandbox', forged)).status, 401)
  deepEqual(heard([guest, address.recipient, address.detail, phone, '老周', orderNumber, ...privateWords]), [])
})

test('what is refused is not repeated in the log', async () => {
  const json = { 'content-type': 'application/json' }
  const { cookie } = { cookie: world.cookies.buyer }
  for (const [url, options] of [
    [`/nowhere/${phone}?name=司马听雨`, {}],
    [`/search?q=${phone}&surprise=司马听雨`, {}],
    [`/api/sandbox/sms?phone=${phone}1`, {}],
    [`/api/invitations/${world.invitationToken}`, {}],
    ['/api/auth/phone/code', { method: 'POST', headers: json, payload: `{"phone":"${phone}",` }],
    ['/api/auth/phone/code', { method: 'POST', headers: json, payload: JSON.stringify({ phone, name: '司马听雨' }) }],
    ['/api/basket/address', { method: 'PUT', headers: { cookie }, payload: { ...address, phone: `${phone}9` } }],
    [
      '/api/basket/address',
      { method: 'PUT', headers: { cookie }, payload: { ...address, detail: '听雨巷'.repeat(30_000) } },
    ],
    ['/account/erase', { method: 'POST', headers: { cookie, origin: `https://${phone}.example` } }],
    [`/${'司'.repeat(3)}%E0%A4%A${phone}`, {}],
  ] as [string, InjectOptions][]) {
    const { status } = await ask(encodeURI(url).replaceAll('%25', '%'), options)
    ok((status >= 400 && status < 500) || status === 200, `${url}: ${status}`)
  }
  deepEqual(heard([phone, '司马听雨', '听雨巷', world.invitationToken]), [])
})

test('what breaks is logged with its stack and its rule, without the row it happened to', async () => {
  const { db } = world
  const config = testConfig({ dataDir: world.dataDir })
  const app = await buildServer({ db, config, face: 'all', findActor: async () => undefined, log })
  const anyone = { config: { who: 'anyone' } } as const
  app.get('/twice', anyone, () =>
    change(db, 'insert into accounts.account (id, name, email, phone_number) values ($1, $2, $3, $4)', [
      newId(),
      '司马听雨',
      'a@account.invalid',
      buyerPhone,
    ]),
  )
  app.get('/against', anyone, () =>
    change(db, `update merchants.merchant set kind = 'none' where id = $1`, [world.own.merchantId]),
  )
  app.get('/quoting', anyone, () => {
    throw new Error(`could not parse ${phone}`, { cause: new TypeError(`no phone: ${phone}`) })
  })
  app.get('/odd', anyone, () => {
    throw { phone, name: '司马听雨' }
  })
  const before = lines.length
  for (const url of ['/twice', '/against', '/quoting', '/odd']) {
    const answer = await app.inject(url)
    equal(answer.statusCode, 500, url)
    deepEqual(Object.keys(answer.json().error), ['code', 'message'])
  }
  await app.close()
  const failures = lines.slice(before).filter(({ msg }) => msg === 'a request failed')
  deepEqual(
    failures.map(({ route }) => route),
    ['/twice', '/against', '/quoting', '/odd'],
  )
  const [twice, against, quoting] = failures.map(({ err }) => err as Record<string, string>)
  deepEqual([twice?.code, twice?.constraint], ['23505', 'account_phone_number_key'])
  equal(against?.code, '23514')
  ok(quoting?.stack?.includes('log.test.ts'), quoting?.stack)
  deepEqual(heard([buyerPhone, phone, '司马听雨', contactPhone, '钱守拙']), [])
})

test('all that happened since was logged: the silence above means something', () => {
  const routes = lines.flatMap(({ route }) => (typeof route === 'string' ? [route] : []))
  for (const route of [
    '/sign-in',
    '/api/orders',
    '/api/orders/find',
    '/api/invitations/:token',
    '/sandbox/pay/:reference',
  ])
    ok(routes.includes(route), route)
  ok(lines.length > 50, `${lines.length} lines`)
})
