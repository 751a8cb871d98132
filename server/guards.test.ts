import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { connect as connectSocket } from 'node:net'
import type { InjectOptions } from 'fastify'
import { afterAll, beforeAll, test } from 'vitest'
import { buildMarket } from './app.ts'
import { change, rows } from './kernel/db.ts'
import type { App, Offered } from './kernel/http.ts'
import { newToken } from './kernel/ids.ts'
import { logTo } from './kernel/log.ts'
import { testConfig } from './modules/accounts/testing.ts'
import { buyerPhone, type World } from './testing.ts'
import { headersOf, requestsTo } from './testing-requests.ts'
import { openingMs, openWorld } from './testing-world.ts'

let world: World

beforeAll(async () => {
  world = await openWorld({ log: logTo(undefined, 'silent') })
}, openingMs)

afterAll(() => world?.close())

const nameOf = ({ method, url }: Offered) => `${method} ${url}`
/** Every route of either face, on the server that offers it. */
const everywhere = () =>
  [world.market, world.office].flatMap((app) =>
    app.offered.filter(({ url }) => !url.endsWith('/*')).map((route) => ({ app, route })),
  )

async function ask(app: App, route: Offered, headers: Record<string, string>, cookie?: string) {
  const [asked] = requestsTo(route, world)
  if (!asked) throw new Error(`no request to ${nameOf(route)}`)
  const { method, url, payload } = asked
  return app.inject({
    method,
    url,
    headers: { ...headersOf(asked, cookie ?? world.cookies[asked.as]), host: 'our.test', ...headers },
    ...(payload === undefined ? {} : { payload }),
  })
}

test("a write from another site's page is refused on every route, whoever's cookies it carries", {
  timeout: 180_000,
}, async () => {
  const writes = everywhere().filter(({ route }) => route.method !== 'GET' && route.method !== 'HEAD')
  const foreign: Record<string, string>[] = [
    { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' },
    { origin: 'https://elsewhere.example' },
    { origin: 'http://our.test.elsewhere.example' },
    { origin: 'http://our.test:8081', 'sec-fetch-site': 'same-site' },
    { origin: 'http://neighbour.our.test', 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'cross-site' },
    { origin: 'null' },
    { origin: 'null', 'sec-fetch-site': 'cross-site' },
  ]
  const wrong: string[] = []
  for (const { app, route } of writes) {
    for (const headers of foreign) {
      const answer = await ask(app, route, headers)
      if (answer.statusCode !== 403 || !answer.body.includes('kernel.foreign_origin'))
        wrong.push(`${nameOf(route)} ${JSON.stringify(headers)}: ${answer.statusCode} ${answer.body.slice(0, 100)}`)
    }
  }
  deepEqual(wrong, [])
  ok(writes.length > 80, `${writes.length} routes write`)
})

test('our own pages, and programs that are no browsers, may write', async () => {
  for (const headers of [
    { origin: 'http://our.test', 'sec-fetch-site': 'same-origin' },
    { origin: 'http://our.test' },
    { 'sec-fetch-site': 'same-origin' },
    { origin: 'null', 'sec-fetch-site': 'same-origin' },
    {},
  ] as Record<string, string>[]) {
    const answer = await world.market.inject({
      method: 'POST',
      url: '/api/notices/read-all',
      headers: { cookie: world.cookies.owner, host: 'our.test', ...headers },
    })
    equal(answer.statusCode, 204, JSON.stringify(headers))
  }
})

test('every answer of every route carries the headers that keep a page to itself', { timeout: 180_000 }, async () => {
  const wrong: string[] = []
  const seen = new Set<string>()
  const look = (what: string, { headers, body }: Awaited<ReturnType<App['inject']>>) => {
    const policy = String(headers['content-security-policy'])
    const rules = new Map(policy.split('; ').map((rule) => [rule.split(' ')[0], rule]))
    const nonce = /'nonce-([\w-]{16})'/.exec(rules.get('script-src') ?? '')?.[1]
    const strict =
      !/unsafe-|\*|https?:/.test(policy) &&
      [
        "default-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
      ].every((rule) => policy.includes(rule))
    const others =
      headers['x-content-type-options'] === 'nosniff' &&
      headers['referrer-policy'] === 'strict-origin-when-cross-origin' &&
      headers['cross-origin-opener-policy'] === 'same-origin' &&
      headers['cache-control'] !== undefined &&
      headers['x-powered-by'] === undefined
    if (!strict || !others || !nonce || seen.has(nonce)) wrong.push(`${what}: ${policy}`)
    seen.add(nonce ?? '')
    if (String(headers['content-type']).startsWith('text/html'))
      wrong.push(...inlineIn(body, nonce).map((of) => `${what}: ${of}`))
  }
  for (const { app, route } of everywhere()) {
    await change(world.db, 'delete from kernel.attempt')
    // Whoever asks about an account's end would be gone for the rest of the walk.
    const cookie = /erasure|erase|sign-out|\/end$|hand-over$/.test(route.url) ? '' : undefined
    look(nameOf(route), await ask(app, route, { accept: 'text/html,*/*' }, cookie))
  }
  for (const app of [world.market, world.office])
    for (const url of ['/nowhere', '/api/nowhere'])
      look(url, await app.inject({ url, headers: { accept: 'text/html' } }))
  deepEqual(wrong, [])
  ok(seen.size > 150, `${seen.size} answers`)
})

/** What a page would run or draw in place without the request's nonce. */
function inlineIn(html: string, nonce: string | undefined): string[] {
  const tags = [...html.matchAll(/<(script|style)\b([^>]*)>/g)].flatMap(([tag, , attributes = '']) =>
    / src=/.test(attributes) || attributes.includes(`nonce="${nonce}"`) || attributes.includes('application/ld+json')
      ? []
      : [tag],
  )
  const attributes = [...html.matchAll(/<[^>]*\s(on[a-z]+|style)="[^>]*>/g)].map(([tag]) => tag)
  return [...tags, ...attributes, ...(html.match(/href="javascript:/g) ?? [])]
}

test('what never reaches a route is answered with care as well', async () => {
  for (const url of ['/%E0%A4%A', '/%zz?q=%zz', `/villages/${'1'.repeat(300)}`]) {
    const unreadable = await world.market.inject(url)
    deepEqual([unreadable.statusCode, unreadable.headers['x-content-type-options']], [404, 'nosniff'], url)
  }
  match((await world.market.inject({ url: '/%zz', headers: { accept: 'text/html' } })).body, /<h1/)
  const app = await buildMarket({ db: world.db, config: testConfig({ dataDir: world.dataDir }) })
  await app.listen({ host: '127.0.0.1', port: 0 })
  try {
    const { port } = app.server.address() as { port: number }
    const said = await new Promise<string>((resolve) => {
      const socket = connectSocket(port, '127.0.0.1', () => socket.write('this is no HTTP\r\n\r\n'))
      let text = ''
      socket.on('data', (chunk) => (text += chunk)).on('close', () => resolve(text))
      // Hung up on in the middle of a word is an answer too, if the word is there.
      socket.on('error', () => {})
    })
    match(said, /^HTTP\/1\.1 400 /)
    match(said, /content-security-policy: default-src 'none'/)
  } finally {
    await app.close()
  }
})

test('cookies are out of reach of scripts and of other sites, and secret on the way where https is', async () => {
  process.env.TRUST_PROXY = 'on'
  const app = await buildMarket({ db: world.db, config: testConfig({ dataDir: world.dataDir }) }).finally(
    () => delete process.env.TRUST_PROXY,
  )
  const headers = { 'x-forwarded-proto': 'https', host: 'our.test' }
  const post = (url: string, payload: object, cookie = '') =>
    app.inject({ method: 'POST', url, payload, headers: { ...headers, cookie, 'idempotency-key': newToken() } })
  const phone = '13700008888'
  await post('/api/auth/phone/code', { phone })
  const [text] = (await app.inject({ url: `/api/sandbox/sms?phone=${phone}`, headers })).json<{ text: string }[]>()
  const answers = [
    await app.inject({ url: '/basket', headers }),
    await post('/api/auth/phone/verify', { phone, code: /\d{6}/.exec(text?.text ?? '')?.[0] ?? '' }),
  ]
  const cookies = answers.flatMap(({ headers: of }) => [of['set-cookie'] ?? []].flat())
  const names = cookies.map((line) => line.split('=')[0])
  deepEqual(names.sort(), ['basket', 'guest', 'yicun.session_token'])
  for (const line of cookies)
    for (const flag of [/; Path=\//i, /; HttpOnly/i, /; Secure/i, /; SameSite=Lax/i]) match(line, flag)
  for (const { headers: of } of answers) match(String(of['strict-transport-security']), /^max-age=\d{8}/)
  // The language is no secret and the pages' own scripts change it; another site may not.
  const chosen = await app.inject({ url: '/language?to=en', headers })
  match(String(chosen.headers['set-cookie']), /^lang=en; .*SameSite=Lax/i)
  equal((await app.inject('/basket')).headers['strict-transport-security'], undefined)
  await app.close()
})

test('no address leads away from this site', async () => {
  const elsewhere = [
    'https://elsewhere.example',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/%09/elsewhere.example',
  ]
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const inject = (options: InjectOptions) => world.market.inject(options)
  for (const next of elsewhere) {
    const to = encodeURIComponent(decodeURIComponent(next))
    const answers = [
      await inject({ url: `/language?to=zh&next=${to}` }),
      await inject({ url: `/workbench?next=${to}` }),
      await inject({ url: `/sign-in?next=${to}` }),
      await inject({ method: 'POST', url: '/sign-in/code', payload: `phone=13700009999&next=${to}`, headers: form }),
    ]
    for (const { headers, body } of answers) {
      const location = headers.location === undefined ? '' : new URL(String(headers.location), 'http://our.test').host
      ok(location === '' || location === 'our.test', `${next} → ${headers.location}`)
      for (const [, address = ''] of body.matchAll(/(?:href|action)="([^"]*)"/g))
        ok(!new URL(address, 'http://our.test').host.includes('elsewhere'), `${next} → ${address}`)
    }
  }
})

test('limits know people by a keyed hash only', async () => {
  const find = { orderNumber: world.paid.orderNumber, phone: buyerPhone }
  for (let tries = 0; tries < 3; tries++)
    await world.market.inject({ method: 'POST', url: '/api/orders/find', payload: find, remoteAddress: '203.0.113.77' })
  await world.market.inject({
    method: 'POST',
    url: '/api/auth/phone/code',
    payload: { phone: buyerPhone },
    remoteAddress: '203.0.113.77',
  })
  const kept = await rows<{ who: string; what: string }>(world.db, 'select who, what from kernel.attempt')
  ok(kept.some(({ what }) => what === 'orders.find') && kept.some(({ what }) => what === 'code.phone.day'))
  deepEqual(
    kept.filter(({ who }) => [find.orderNumber, buyerPhone, '203.0.113'].some((word) => who.includes(word))),
    [],
  )
})
