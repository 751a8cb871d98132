import { deepEqual, equal, ok } from 'node:assert/strict'
import { afterAll, beforeAll, test } from 'vitest'
import { change } from './kernel/db.ts'
import type { App, Offered } from './kernel/http.ts'
import { type ActorName, privateWords, strangers, type World } from './testing.ts'
import { type Asked, headersOf, requestsTo } from './testing-requests.ts'
import { openingMs, openWorld } from './testing-world.ts'

// Whoever has the id has the key: it is unguessable, and the walk below proves that nobody else is ever told it.
const keyInThePath = new Set([
  'GET /api/photos/:photoId/:side.:extension',
  'GET /api/payments/:intentId',
  'POST /api/payments/:intentId/start',
  'GET /api/invitations/:token',
  'GET /sandbox/pay/:reference',
  'POST /sandbox/pay/:reference',
])

// What a person does about themselves; the answer may be a yes, but tells of nobody else.
const aboutOneself = new Set([
  'POST /api/photos',
  'POST /api/auth/officer/enrol',
  'GET /api/me/data',
  'GET /api/me/consents',
  'POST /api/me/consents',
  'POST /api/me/consents/:kind/withdraw',
  'GET /api/notices',
  'POST /api/notices/read-all',
  'GET /api/merchants/mine',
  'POST /api/merchants',
  'GET /api/basket/lines',
  'POST /api/basket/lines',
  'PUT /api/basket/lines/:skuId',
  'DELETE /api/basket/lines/:skuId',
  'PUT /api/basket/address',
  'POST /api/orders',
  'GET /api/orders',
  'GET /basket',
  'POST /basket/lines',
  'POST /basket/change',
  'GET /checkout/:storeId',
  'POST /checkout/:storeId/address',
  'POST /checkout/:storeId',
  'GET /orders',
  'GET /orders/find',
  'GET /account/data.json',
  'GET /api/sheets',
])

// The same for every officer: the plan and what its figures mean.
const samePlanForAll = new Set([
  'GET /api/figures/targets',
  'GET /api/figures/definitions',
  'GET /api/figures/definitions/:indicator',
])

// For anyone, and yet only for the one who is meant.
const anyoneButMeant = new Set(['POST /api/invitations/:token/accept'])

// They end a duty that the others still need, so the rightful person does them after all others.
const last = ['DELETE /api/sheets/:id', 'POST /api/duties/:id/hand-over', 'POST /api/duties/:id/end']
// They end who asks, so the walk leaves them out; the accounts room tests them.
const endsWhoAsks = new Set([
  'POST /api/me/erasure',
  'POST /api/auth/sign-out',
  'POST /account/erase',
  'POST /account/sign-out',
])
// An order of an account is found by signing in, never by its number and phone.
const foundByNobody = new Set(['POST /api/orders/find', 'POST /orders/find'])

const nameOf = (route: Offered) => `${route.method} ${route.url}`
const isGuarded = (route: Offered) =>
  anyoneButMeant.has(nameOf(route)) ||
  (route.who !== 'anyone' &&
    ![keyInThePath, aboutOneself, samePlanForAll, endsWhoAsks].some((set) => set.has(nameOf(route))))

let world: World

beforeAll(async () => {
  // Nobody who holds a connection may wait for another: with all of them held so, all would wait for ever.
  world = await openWorld({ connections: 1 })
}, openingMs)

afterAll(() => world?.close())

interface Answer {
  status: number
  body: string
}

async function send(app: App, asked: Asked, who: ActorName): Promise<Answer> {
  const { method, url, payload } = asked
  const answer = await app.inject({
    method,
    url,
    headers: headersOf(asked, world.cookies[who]),
    ...(payload === undefined ? {} : { payload }),
  })
  return { status: answer.statusCode, body: answer.body }
}

/** Routes of the API on a server with both faces, pages on the market's own. */
const routesOf = (app: App) =>
  app.offered.filter(({ method, url }) => method !== 'HEAD' && !url.endsWith('/*') && url !== '/api/photos')
const apiRoutes = () => routesOf(world.all).map((route) => ({ app: world.all, route }))
const pageRoutes = () =>
  routesOf(world.market)
    .filter(({ url }) => !url.startsWith('/api/') && !url.startsWith('/sandbox/'))
    .map((route) => ({ app: world.market, route }))
const all = () => [...apiRoutes(), ...pageRoutes()]

/** What only the people of the village may read: words, numbers and ids. */
function secrets(): string[] {
  const { paid, atStation, complained, accounts, noticeId, dutyId, certificationId } = world
  const bought = [paid, atStation, complained].flatMap((order) => [order.orderId, order.orderNumber, order.intentId])
  const people = (['owner', 'operator', 'village', 'township', 'county', 'province', 'buyer'] as const).map(
    (name) => accounts[name],
  )
  return [
    ...privateWords,
    ...bought,
    ...people,
    atStation.shipmentId,
    complained.afterSaleId,
    noticeId,
    dutyId,
    certificationId,
    world.sheetId,
  ]
}

const tells = ({ body }: Answer, words: readonly string[]) => words.filter((word) => body.includes(word))

test('what is guarded refuses every stranger, and the refusal tells nothing', { timeout: 180_000 }, async () => {
  const names = await namesOf()
  const wrong: string[] = []
  let asked = 0
  for (const { app, route } of all().filter(({ route }) => isGuarded(route))) {
    for (const request of requestsTo(route, world)) {
      // Not for the many attempts, but for who they are.
      await change(world.db, 'delete from kernel.attempt')
      for (const who of strangers) {
        const answer = await send(app, request, who)
        asked++
        const told = tells(answer, [...secrets(), ...names, String(world.paid.total)])
        // A form comes back with what the asker typed: their own words tell them nothing.
        const heard = told.filter((word) => !JSON.stringify(request.payload ?? '').includes(word))
        if (![401, 403, 404].includes(answer.status) || heard.length > 0)
          wrong.push(`${who} ${request.method} ${request.url}: ${answer.status} ${answer.body.slice(0, 200)}`)
      }
    }
  }
  deepEqual(wrong, [])
  ok(asked > 600, `${asked} requests were made`)
})

test('a route for roles asks a visitor to sign in and tells a person without duty that it is not theirs', async () => {
  for (const { app, route } of apiRoutes().filter(({ route }) => Array.isArray(route.who))) {
    const [request] = requestsTo(route, world) as [Asked]
    equal((await send(app, request, 'visitor')).status, 401, nameOf(route))
    equal((await send(app, request, 'guest')).status, 401, nameOf(route))
    equal((await send(app, request, 'person')).status, 403, nameOf(route))
  }
})

test('what is open, or about oneself, tells a stranger nothing of others', { timeout: 180_000 }, async () => {
  const wrong: string[] = []
  const left = [keyInThePath, endsWhoAsks]
  const open = all().filter(({ route }) => !isGuarded(route) && !left.some((set) => set.has(nameOf(route))))
  for (const { app, route } of open) {
    for (const request of requestsTo(route, world)) {
      for (const who of ['visitor', 'person', 'officerElsewhere', 'operatorElsewhere'] as const) {
        const answer = await send(app, request, who)
        const own = Object.entries(world.accounts).find(([name]) => name === who)?.[1]
        const heard = tells(answer, secrets()).filter((word) => word !== own)
        if (answer.status >= 500 || heard.length > 0)
          wrong.push(`${who} ${request.method} ${request.url}: ${answer.status} ${heard} ${answer.body.slice(0, 200)}`)
      }
    }
  }
  deepEqual(wrong, [])
})

test('lists hold only what belongs to who asks', async () => {
  const audit = await send(world.all, { method: 'GET', url: '/api/audit', as: 'county' }, 'officerElsewhere')
  equal(audit.status, 200)
  const lines = (JSON.parse(audit.body) as { items: { divisionCode?: string }[] }).items
  deepEqual(
    lines.filter(({ divisionCode }) => !divisionCode?.startsWith('320116')),
    [],
  )
  for (const url of ['/api/orders', '/api/notices']) {
    const answer = await send(world.all, { method: 'GET', url, as: 'buyer' }, 'person')
    deepEqual((JSON.parse(answer.body) as { items: unknown[] }).items, [], url)
  }
})

test('ids of two villages do not mix: an own store does not open a foreign order, station or lot', async () => {
  const { own, other, paid, atStation } = world
  const mixed: [ActorName, Asked['method'], string, object?][] = [
    ['storeOwnerElsewhere', 'GET', `/api/orders/${other.storeId}/${paid.orderId}`],
    ['storeOwnerElsewhere', 'GET', `/api/orders/${other.storeId}/${paid.orderId}/label.svg`],
    ['storeOwnerElsewhere', 'POST', `/api/orders/${other.storeId}/${paid.orderId}/reveal`],
    [
      'storeOwnerElsewhere',
      'POST',
      `/api/orders/${other.storeId}/${paid.orderId}/ship`,
      { carrier: 'sf', trackingNumber: 'SF1234567890124' },
    ],
    ['operatorElsewhere', 'POST', `/api/stations/${other.stationId}/parcels/${atStation.shipmentId}/arrive`],
    [
      'operatorElsewhere',
      'POST',
      `/api/stations/${other.stationId}/parcels/${atStation.shipmentId}/hand-over`,
      { pickupCode: '000000' },
    ],
    ['officerElsewhere', 'GET', `/api/evidence/orders/${other.storeId}/${paid.orderId}`],
    ['merchantOwnerElsewhere', 'GET', `/api/products?merchant=${own.merchantId}&division=${other.villageCode}`],
    ['operatorElsewhere', 'GET', `/api/products?merchant=${own.merchantId}`],
    ['operatorElsewhere', 'POST', '/api/merchants', { ...newMerchant, villageCode: own.villageCode, onBehalf: true }],
  ]
  for (const [who, method, url, payload] of mixed) {
    const answer = await send(world.all, { method, url, as: 'owner', ...(payload ? { payload } : {}) }, who)
    ok([403, 404].includes(answer.status), `${who} ${method} ${url}: ${answer.status} ${answer.body}`)
    deepEqual(tells(answer, secrets()), [], url)
  }
  // Goods of a foreign lot, a package of a foreign product, a photo of a foreign sender: refused by what they are.
  const foreign: [string, object][] = [
    ['/api/stock/receipts', { skuId: other.skuId, lotId: own.lotId, quantity: 1 }],
    ['/api/stock/receipts', { skuId: own.skuId, lotId: other.lotId, quantity: 1 }],
  ]
  for (const [url, payload] of foreign) {
    const answer = await send(world.all, { method: 'POST', url, payload, as: 'owner' }, 'merchantOwnerElsewhere')
    ok([403, 404, 422].includes(answer.status), `${url}: ${answer.status} ${answer.body}`)
  }
})

test('a route of one face does not exist on the other, whoever asks', async () => {
  const { market, office } = world
  for (const { route } of apiRoutes().filter(({ route }) => route.face)) {
    const [request] = requestsTo(route, world) as [Asked]
    const answer = await send(route.face === 'market' ? office : market, request, request.as)
    equal(answer.status, 404, `${nameOf(route)} on the other face`)
  }
})

test('the rightful person is let in everywhere: the walk asked for what exists', { timeout: 180_000 }, async () => {
  const wrong: string[] = []
  const order = ({ route }: { route: Offered }) => last.indexOf(nameOf(route)) + (route.method === 'GET' ? -10 : 0)
  const guarded = all()
    .filter(({ route }) => isGuarded(route) && !foundByNobody.has(nameOf(route)))
    .sort((a, b) => order(a) - order(b))
  for (const { app, route } of guarded) {
    const answers: Answer[] = []
    for (const request of requestsTo(route, world)) answers.push(await send(app, request, request.as))
    // Others may have done it before (409, 422), but nobody says that this person may not, or that the request is odd.
    if (!answers.some(({ status }) => status < 400 || status === 409 || status === 422))
      wrong.push(`${nameOf(route)}: ${answers.map(({ status, body }) => `${status} ${body.slice(0, 150)}`)}`)
  }
  deepEqual(wrong, [])
})

const newMerchant = {
  kind: 'naturalPerson',
  name: '示例代办',
  selfProduced: '自家所产',
  contactName: '示例农户',
  contactPhone: '13700002222',
}

/** Names of the village's merchant, store and goods: public where they are sold, out of place in a refusal. */
async function namesOf(): Promise<string[]> {
  const { own } = world
  const names: string[] = []
  for (const url of [`/api/stores/${own.storeId}`, `/api/offers/${own.productId}`]) {
    const answer = await send(world.all, { method: 'GET', url, as: 'visitor' }, 'visitor')
    names.push((JSON.parse(answer.body) as { name: string }).name)
  }
  return names
}
