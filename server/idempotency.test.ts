import { deepEqual, equal, notDeepEqual, ok } from 'node:assert/strict'
import { afterAll, beforeAll, test } from 'vitest'
import { change, row, rows } from './kernel/db.ts'
import { newId, newToken } from './kernel/ids.ts'
import { logTo } from './kernel/log.ts'
import { drain } from './kernel/work.ts'
import type { ActorName, World } from './testing.ts'
import { headersOf, requestsTo } from './testing-requests.ts'
import { openingMs, openWorld } from './testing-world.ts'

let world: World

beforeAll(async () => {
  world = await openWorld({ log: logTo(undefined, 'silent') })
}, openingMs)

afterAll(() => world?.close())

/** A command that moves money or stock: how it is asked, with what other body the key is not to be used again, what it does. */
interface Moving {
  route: string
  url: string
  as: ActorName
  body?: object
  other?: object
  /** Counts what it does: one more after it, however often it was sent. */
  effect: string
}

/** In the order in which an order lives. */
async function moving(): Promise<Moving[]> {
  const { own } = world
  const { storeId, skuId, lotId, productId } = own
  const [first, second] = [await buy(), await buy()]
  await post('buyer', '/api/basket/lines', { skuId, quantity: 1 })
  const place = { storeId, method: 'express', channel: 'wechat', confirmedExempt: true }
  const product = { name: '示例一次茶', categoryCode: own.categoryCode, villageCode: own.villageCode }
  const skus = [{ label: '一斤装', weightGrams: 500, price: 5000 }]
  const order = (name: string) => ({ route: `POST /api/orders/:storeId/:orderId/${name}` })
  const at = (orderId: string, step: string) => `/api/orders/${storeId}/${orderId}/${step}`
  const events = (kind: string) => `orders.order_event where kind = '${kind}'`
  const shipping = { carrier: 'sf', trackingNumber: 'SF1234567890199' }
  return [
    {
      ...{ route: 'POST /api/orders', url: '/api/orders', as: 'buyer', effect: 'orders."order"' },
      ...{ body: place, other: { ...place, channel: 'alipay' } },
    },
    {
      ...{ ...order('cancel'), url: at(first.orderId, 'cancel'), as: 'buyer', effect: 'payments.refund' },
      ...{ body: { reason: '买错了' }, other: { reason: '不要了' } },
    },
    {
      ...{ ...order('ship'), url: at(second.orderId, 'ship'), as: 'owner', effect: events('shipped') },
      ...{ body: shipping, other: { ...shipping, trackingNumber: 'SF1234567890188' } },
    },
    { ...order('receive'), url: at(second.orderId, 'receive'), as: 'buyer', effect: events('received') },
    {
      ...{ ...order('after-sales'), url: at(second.orderId, 'after-sales'), as: 'buyer', effect: 'orders.after_sale' },
      ...{ body: { kind: 'other', askedAmount: 100 }, other: { kind: 'other', askedAmount: 200 } },
    },
    {
      ...{ route: 'POST /api/after-sales/:id/decide', as: 'owner', effect: 'payments.refund' },
      ...{ url: `/api/after-sales/${world.complained.afterSaleId}/decide`, body: { decision: 'accept', amount: 100 } },
      other: { decision: 'accept', amount: 90 },
    },
    {
      ...{ route: 'POST /api/stock/receipts', url: '/api/stock/receipts', as: 'owner', effect: 'inventory.movement' },
      ...{ body: { skuId, lotId, quantity: 3 }, other: { skuId, lotId, quantity: 4 } },
    },
    {
      ...{ route: 'POST /api/stock/corrections', url: '/api/stock/corrections', as: 'owner' },
      ...{ body: { skuId, lotId, change: -1 }, other: { skuId, lotId, change: -2 }, effect: 'inventory.movement' },
    },
    {
      ...{ route: 'POST /api/products', url: '/api/products', as: 'owner', effect: 'catalog.product' },
      ...{ body: { ...product, merchantId: own.merchantId, skus } },
      other: { ...product, merchantId: own.merchantId, skus, name: '示例两次茶' },
    },
    {
      ...{ route: 'POST /api/lots', url: '/api/lots', as: 'owner', effect: 'traceability.lot' },
      ...{ body: { productId, harvestedOn: '2026-10-02', quantityGrams: 5000 } },
      other: { productId, harvestedOn: '2026-10-02', quantityGrams: 6000 },
    },
  ]
}

async function post(who: ActorName, url: string, payload?: object, key?: string, cookie = world.cookies[who]) {
  const headers = { cookie, ...(key === undefined ? {} : { 'idempotency-key': key }) }
  const answer = await world.all.inject({ method: 'POST', url, headers, ...(payload ? { payload } : {}) })
  return { status: answer.statusCode, body: answer.body }
}

/** The buyer orders and pays. */
async function buy(): Promise<{ orderId: string; intentId: string }> {
  const { storeId, skuId } = world.own
  await post('buyer', '/api/basket/lines', { skuId, quantity: 1 })
  const order = { storeId, method: 'express', channel: 'wechat', confirmedExempt: true }
  const placed = await post('buyer', '/api/orders', order, newToken())
  const made = JSON.parse(placed.body) as { orderId: string; intentId: string }
  const started = await post('buyer', `/api/payments/${made.intentId}/start`)
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const { redirectUrl } = JSON.parse(started.body) as { redirectUrl: string }
  equal(
    (await world.market.inject({ method: 'POST', url: redirectUrl, headers, payload: 'action=pay' })).statusCode,
    303,
  )
  await drain(world.db)
  return made
}

const count = async (what: string) =>
  (await row<{ count: number }>(world.db, `select count(*) from ${what}`))?.count ?? 0

/** Everything these schemas hold, as one hash per table; the sandbox keeps its own time. */
async function stateOf(...schemas: string[]): Promise<Record<string, string>> {
  const tables = await rows<{ name: string }>(
    world.db,
    `select format('%I.%I', n.nspname, c.relname) name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname = any($1) and c.relname not like 'sandbox%' order by 1`,
    [schemas],
  )
  const state: Record<string, string> = {}
  for (const { name } of tables)
    state[name] =
      (
        await row<{ hash: string }>(
          world.db,
          `select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') hash from ${name} t`,
        )
      )?.hash ?? ''
  return state
}

const rooms = ['inventory', 'payments', 'orders', 'logistics', 'catalog', 'traceability', 'kernel']

test('sent at once and again later with the same key, a command does one thing and answers the same', {
  timeout: 180_000,
}, async () => {
  for (const { route, url, as, body, other, effect } of await moving()) {
    const key = newToken()
    const before = await count(effect)
    const [first, same] = await Promise.all([post(as, url, body, key), post(as, url, body, key)])
    ok(first.status < 300, `${route}: ${first.status} ${first.body}`)
    deepEqual(same, first, route)
    equal(await count(effect), before + 1, `${route} has one effect`)
    const state = await stateOf(...rooms)
    deepEqual(await post(as, url, body, key), first, `${route}, a third time`)
    if (other) {
      const refused = await post(as, url, other, key)
      deepEqual([refused.status, JSON.parse(refused.body).error.code], [422, 'kernel.key_reused'], route)
    }
    const without = await post(as, url, body)
    deepEqual([without.status, JSON.parse(without.body).error.code], [400, 'kernel.key_missing'], route)
    deepEqual(await stateOf(...rooms), state, `${route}: repeats change nothing`)
    // The key of one is no key of another: a stranger with the same key is asked who they are.
    const stranger = await post('person', url, body, key)
    ok(stranger.status !== first.status || stranger.body !== first.body, route)
    await drain(world.db)
  }
})

test('no other route of the API moves money or stock', { timeout: 180_000 }, async () => {
  const keyed = new Set((await moving()).map(({ route }) => route))
  // They move what a provider signs for, what its own page decides, and what the provider is only asked for.
  const byTheProvider = ['POST /api/payments/callbacks/:provider', 'POST /sandbox/pay/:reference']
  const moves = () => stateOf('inventory').then(async (stock) => ({ ...stock, ...(await moneyOf()) }))
  const others = world.all.offered.filter(
    (route) =>
      !['GET', 'HEAD'].includes(route.method) &&
      !keyed.has(`${route.method} ${route.url}`) &&
      !byTheProvider.includes(`${route.method} ${route.url}`),
  )
  await drain(world.db)
  const before = await moves()
  for (const route of others) {
    for (const asked of requestsTo(route, world)) {
      const { 'idempotency-key': _, ...headers } = headersOf(asked, world.cookies[asked.as])
      const { method, url, payload } = asked
      await world.all.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) })
    }
    deepEqual(await moves(), before, `${route.method} ${route.url} moved something without a key`)
  }
  ok(others.length > 40, `${others.length} routes`)
  const described = world.all.offered.filter((route) => route.keyed).map(({ method, url }) => `${method} ${url}`)
  deepEqual(new Set(described), keyed, 'the description asks for a key where the route does')
})

/** Where money lies and is on its way to. */
async function moneyOf(): Promise<Record<string, string>> {
  const { 'payments.intent': _, 'payments.callback': __, ...money } = await stateOf('payments')
  return money
}

test('an order is paid for by one open payment of a channel, however often it is asked for', async () => {
  await change(world.db, 'delete from orders.basket_line')
  const { storeId, skuId } = world.own
  const headers = { cookie: `guest=${newToken()}` }
  const guest = (url: string, payload: object) => post('guest', url, payload, newToken(), headers.cookie)
  await guest('/api/basket/lines', { skuId, quantity: 1 })
  const address = { recipient: '示例收件人', phone: '13900000001', regionCode: '310000', detail: '示例路 1 号' }
  await world.all.inject({ method: 'PUT', url: '/api/basket/address', payload: address, headers })
  const placed = await guest('/api/orders', { storeId, method: 'express', channel: 'wechat', confirmedExempt: true })
  const { orderId, intentId } = JSON.parse(placed.body) as { orderId: string; intentId: string }
  const pay = async (channel: string) => {
    const { body } = await guest(`/api/orders/${storeId}/${orderId}/pay`, { channel })
    return (JSON.parse(body) as { intentId: string }).intentId
  }
  deepEqual(await Promise.all([pay('wechat'), pay('wechat'), pay('wechat')]), [intentId, intentId, intentId])
  const others = await Promise.all([pay('alipay'), pay('alipay')])
  equal(others[0], others[1])
  notDeepEqual(others[0], intentId)
  // The pages' forms: a double tap on "cancel" ends on the same page as a single one.
  const form = { ...headers, 'content-type': 'application/x-www-form-urlencoded' }
  const cancel = () =>
    world.market.inject({ method: 'POST', url: `/orders/${storeId}/${orderId}/cancel`, headers: form, payload: '' })
  const taps = await Promise.all([cancel(), cancel()])
  deepEqual(
    [...taps, await cancel()].map(({ statusCode }) => statusCode),
    [303, 303, 303],
  )
  equal(await count(`orders.order_event where kind = 'cancelled' and order_id = '${orderId}'`), 1)
})

test('the checkout form places one order, however often it is sent', async () => {
  const { storeId, skuId } = world.own
  const headers = { cookie: `guest=${newToken()}`, 'content-type': 'application/x-www-form-urlencoded' }
  const send = (url: string, fields: Record<string, string>) =>
    world.market.inject({ method: 'POST', url, headers, payload: new URLSearchParams(fields).toString() })
  await send('/basket/lines', { skuId, quantity: '1' })
  const address = { recipient: '示例收件人', phone: '13900000001', regionCode: '310000', detail: '示例路 1 号' }
  const { cookie } = headers
  await world.all.inject({ method: 'PUT', url: '/api/basket/address', payload: address, headers: { cookie } })
  const page = (await world.market.inject({ url: `/checkout/${storeId}`, headers: { cookie } })).body
  const expectedTotal = /name="expectedTotal" value="(\d+)"/.exec(page)?.[1] ?? ''
  const fields = { key: newId(), expectedTotal, channel: 'wechat', confirmedExempt: 'yes' }
  const before = await count('orders."order"')
  const answers = await Promise.all([1, 2, 3].map(() => send(`/checkout/${storeId}`, fields)))
  deepEqual(
    answers.map(({ statusCode }) => statusCode),
    [303, 303, 303],
  )
  equal(new Set(answers.map(({ headers: { location } }) => String(location).split('?')[0])).size, 1)
  equal(await count('orders."order"'), before + 1)
  const other = await send(`/checkout/${storeId}`, { ...fields, channel: 'alipay' })
  ok(!String(other.headers.location).startsWith('/sandbox'), 'another form under the same key leads to no payment')
  equal(await count('orders."order"'), before + 1)
})

test('a late repeat answers with the first order and leaves alone what lies in the basket by then', async () => {
  const { storeId, skuId } = world.own
  const cookie = `guest=${newToken()}`
  const guest = (url: string, payload: object, key = newToken()) => post('guest', url, payload, key, cookie)
  await guest('/api/basket/lines', { skuId, quantity: 1 })
  const address = { recipient: '示例收件人', phone: '13900000001', regionCode: '310000', detail: '示例路 1 号' }
  await world.all.inject({ method: 'PUT', url: '/api/basket/address', payload: address, headers: { cookie } })
  const key = newToken()
  const asked = { storeId, method: 'express', channel: 'wechat', confirmedExempt: true }
  const first = await guest('/api/orders', asked, key)
  equal(first.status, 201, first.body)
  await guest('/api/basket/lines', { skuId, quantity: 2 })
  const state = await stateOf('orders', 'inventory', 'payments', 'kernel')
  const { orderId, intentId, redirectUrl } = JSON.parse(first.body)
  const again = await guest('/api/orders', asked, key)
  const told = JSON.parse(again.body)
  deepEqual([again.status, told.orderId, told.intentId], [201, orderId, intentId])
  // The way to pay is asked for anew, and leads to the payment of the first.
  equal(told.redirectUrl.split('?')[0], redirectUrl.split('?')[0])
  const other = await guest('/api/orders', { ...asked, channel: 'alipay' }, key)
  deepEqual([other.status, JSON.parse(other.body).error.code], [422, 'kernel.key_reused'])
  deepEqual(await stateOf('orders', 'inventory', 'payments', 'kernel'), state, 'nothing was taken, held or opened')
})
