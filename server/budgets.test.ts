import { deepEqual, equal, ok } from 'node:assert/strict'
import { afterAll, beforeAll, onTestFinished, test, vi } from 'vitest'
import type { App } from './kernel/http.ts'
import { listenTo, type Statement } from './kernel/testing-statements.ts'
import type { ActorName, World } from './testing.ts'
import { type Asked, headersOf, requestsTo } from './testing-requests.ts'
import { openingMs, openWorld } from './testing-world.ts'

let world: World
let said: Statement[]

beforeAll(async () => {
  world = await openWorld({
    onPool: (pool) => {
      said = listenTo(pool)
    },
  })
}, openingMs)

afterAll(() => world?.close())

/** Asks, and says how many statements that took; who asks is looked up first, which is one of them. */
async function statementsOf(app: App, asked: Asked, status = 200): Promise<number> {
  said.length = 0
  const { method, url, payload } = asked
  const headers = headersOf(asked, world.cookies[asked.as])
  const answer = await app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) })
  equal(answer.statusCode, status, `${method} ${url}: ${answer.body.slice(0, 300)}`)
  return countOf(said)
}

// The sandbox notes what it has delivered a moment later, whatever is being asked by then.
const countOf = (statements: Statement[]) =>
  statements.filter(
    ({ text }) =>
      !/^(begin|commit|rollback|savepoint|release|update payments.sandbox_charge set notify_at)\b/.test(text),
  ).length

const get = (url: string, as: ActorName = 'visitor'): Asked => ({ method: 'GET', url, as })

test('a list is one statement, and so is the page of a product', async () => {
  const { own } = world
  const lists = [
    '/api/offers',
    '/api/offers?q=茶',
    '/api/offers?q=cha&limit=10',
    `/api/offers?county=${own.villageCode.slice(0, 6)}000000`,
    `/api/offers?village=${own.villageCode}`,
    `/api/offers?store=${own.storeId}`,
    '/api/suggestions?q=茶',
    `/api/offers/${own.productId}`,
    `/api/divisions/${own.villageCode.slice(0, 6)}000000/children`,
    `/api/announcements?division=${own.villageCode}`,
    `/api/stations?division=${own.villageCode}`,
  ]
  for (const url of lists) equal(await statementsOf(world.all, get(url)), 1, url)
})

let ahead = 0

/** What was asked for before is forgotten, and the second for which an answer is kept does not run out. */
function stopTheClock() {
  ahead += 10_000
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ahead })
  onTestFinished(() => {
    vi.useRealTimers()
  })
}

test('the same list again within its second asks nothing; on a page, what all pages share is kept', async () => {
  stopTheClock()
  equal(await statementsOf(world.all, get('/api/offers?limit=7')), 1)
  equal(await statementsOf(world.all, get('/api/offers?limit=7')), 0)
  await statementsOf(world.market, get('/search?q=米'))
  equal(await statementsOf(world.market, get('/search?q=茶')), 1)
})

test('for whoever is signed in a list is one statement, one for who asks and one for the names of another room', async () => {
  const { own } = world
  const lists: [url: string, as: ActorName, most: number][] = [
    [`/api/products?merchant=${own.merchantId}`, 'owner', 2],
    ['/api/merchants/mine', 'owner', 2],
    [`/api/stock?product=${own.productId}`, 'owner', 3],
    ['/api/notices', 'owner', 3],
    [`/api/stores/${own.storeId}/orders`, 'owner', 3],
    [`/api/stores/${own.storeId}/orders/waiting`, 'owner', 3],
    [`/api/stations/${own.stationId}/parcels`, 'operator', 3],
    ['/api/orders', 'buyer', 3],
    [`/api/evidence/orders?division=${own.villageCode}&from=2025-01-01&to=2027-01-01`, 'county', 3],
    [`/api/signature-products?division=${own.villageCode}`, 'county', 2],
    [`/api/audit?division=${own.villageCode}`, 'county', 2],
    ['/api/figures/divisions/320000000000', 'province', 2],
    ['/api/figures/divisions/320000000000/trend', 'province', 2],
    ['/api/figures/coverage/320115000000?only=all', 'province', 2],
  ]
  for (const [url, as, most] of lists) {
    const found = await statementsOf(world.all, get(url, as))
    ok(found <= most, `${url}: ${found} statements, not ${most}`)
  }
})

test('a whole purchase stays within its statements, step by step', async () => {
  const { own } = world
  const step = (method: Asked['method'], url: string, payload?: object, status = 200) =>
    statementsOf(world.all, { method, url, as: 'guest', ...(payload ? { payload } : {}) }, status)
  const address = { recipient: '示例收件人', phone: '13900000001', regionCode: '310000', detail: '示例路 1 号' }
  const order = { storeId: own.storeId, method: 'express', channel: 'wechat', confirmedExempt: true }
  stopTheClock()
  deepEqual(
    {
      add: await step('POST', '/api/basket/lines', { skuId: own.skuId, quantity: 1 }, 204),
      address: await step('PUT', '/api/basket/address', address),
      basket: await step('GET', '/api/basket/lines'),
      order: await step('POST', '/api/orders', order, 201),
    },
    budget,
  )
})

const budget = { add: 2, address: 4, basket: 3, order: 7 }

// What these put together comes from many rooms; all others keep to what is usual.
const larger: Record<string, number> = {
  'GET /api/exports/:table.:ext': 10,
  'GET /api/figures/targets': 8,
  'GET /api/orders/:storeId/:orderId/label.svg': 8,
  'GET /api/orders/:storeId/:orderId/label.pdf': 8,
}
const usual = 5

test('nothing that only reads asks more often than it may, however much is there', async () => {
  // Pages have a test of their own, beside them.
  const routes = world.all.offered.filter(({ method, url }) => method === 'GET' && /^\/api\/.*[^*]$/.test(url))
  const over: string[] = []
  let answered = 0
  for (const route of routes) {
    for (const asked of requestsTo(route, world)) {
      said.length = 0
      const answer = await world.all.inject({
        method: 'GET',
        url: asked.url,
        headers: headersOf(asked, world.cookies[asked.as]),
      })
      if (answer.statusCode < 300) answered++
      const most = larger[`GET ${route.url}`] ?? usual
      const count = countOf(said)
      if (count > most) over.push(`${asked.url}: ${count} statements, not ${most}`)
    }
  }
  deepEqual(over, [])
  ok(answered > 45, `${answered} answered`)
})
