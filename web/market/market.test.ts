import { deepEqual, equal, match, ok } from 'node:assert/strict'
import pg from 'pg'
import { afterAll, beforeAll, test, vi } from 'vitest'
import { buildMarket } from '../../server/app.ts'
import { type Connection, connect, row, rows } from '../../server/kernel/db.ts'
import type { App } from '../../server/kernel/http.ts'
import { freshDatabase } from '../../server/kernel/testing.ts'
import { drain } from '../../server/kernel/work.ts'
import { testConfig } from '../../server/modules/accounts/testing.ts'
import { fillTinyDemo } from '../../server/testing.ts'

let database: Awaited<ReturnType<typeof freshDatabase>>
let connection: Connection
let market: App
let shelf: { productId: string; storeId: string; villageCode: string; gtin: string; lotNumber: string }

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
  database = await freshDatabase()
  connection = connect(database.url, 4)
  await fillTinyDemo(connection.db)
  market = await buildMarket({ db: connection.db, config: testConfig() })
  const found = await row<typeof shelf>(
    connection.db,
    `select o.product_id, o.store_id, o.village_code, k.gtin, l.lot_number from stores.offer o
       join catalog.sku k on k.product_id = o.product_id join traceability.lot l on l.product_id = o.product_id limit 1`,
  )
  if (!found) throw new Error('the demo world has no offer')
  shelf = found
})
afterAll(async () => {
  vi.useRealTimers()
  await market?.close()
  await connection?.close()
  await database?.drop()
})

/** What a page asks of the database, after the things that hardly ever change were read once. */
async function statementsFor(path: string): Promise<string[]> {
  await market.inject(path)
  // Past the second for which an answer may be shown again.
  vi.setSystemTime(Date.now() + 2000)
  for (const shared of ['/', '/counties', '/map']) await market.inject(shared)
  const asked = vi.spyOn(pg.Client.prototype, 'query')
  try {
    const answer = await market.inject(path)
    equal(answer.statusCode, 200, path)
    return asked.mock.calls.map(([question]) => textOf(question))
  } finally {
    asked.mockRestore()
  }
}

function textOf(question: unknown): string {
  if (typeof question === 'string') return question
  return (question as { text?: string })?.text ?? ''
}

test('a list is one statement, and a page of several parts one for each part, however much there is', async () => {
  const { productId, storeId, villageCode, gtin, lotNumber } = shelf
  const most: Record<string, number> = {
    // What stands the same for everybody is read once in ten seconds.
    '/': 0,
    '/counties': 0,
    '/map': 0,
    '/sitemaps/products.xml': 0,
    '/search': 1,
    '/search?q=%E8%8C%B6': 1,
    '/search?category=tea&season=11&county=320115000000': 1,
    // The product, what it costs to send, its neighbours.
    [`/products/${productId}`]: 3,
    // The store, who stands behind it, where it lies, its list.
    [`/stores/${storeId}`]: 4,
    [`/counties/${villageCode.slice(0, 6)}000000`]: 6,
    [`/villages/${villageCode}`]: 8,
    [`/01/${gtin}/10/${lotNumber}`]: 5,
    '/basket': 3,
    // The orders, the names of their stores, the pictures of their goods.
    '/orders': 3,
  }
  const asked: Record<string, number | string[]> = {}
  for (const [path, expected] of Object.entries(most)) {
    const texts = await statementsFor(path)
    asked[path] = texts.length === expected ? expected : texts
  }
  deepEqual(asked, most)
})

test('search engines are led to everything on sale, and nowhere else', async () => {
  const robots = (await market.inject('/robots.txt')).body
  for (const hidden of ['/basket', '/checkout', '/orders', '/account'])
    ok(robots.includes(`Disallow: ${hidden}`), hidden)
  const { marketUrl } = market.settings
  ok(robots.includes(`Sitemap: ${marketUrl}/sitemap.xml`))
  const files = placesIn((await market.inject('/sitemap.xml')).body)
  const listed: string[] = []
  for (const file of files) listed.push(...placesIn((await market.inject(file.replace(marketUrl, ''))).body))
  const all = await rows<{ productId: string }>(connection.db, 'select product_id from stores.offer')
  ok(all.length > 0)
  for (const { productId } of all) ok(listed.includes(`${marketUrl}/products/${productId}`), productId)
  ok(listed.includes(`${marketUrl}/villages/${shelf.villageCode}`))
  equal(new Set(listed).size, listed.length)
  for (const place of listed) equal((await market.inject(place.replace(marketUrl, ''))).statusCode, 200, place)
})

test('an address that cannot be is answered like one of which nothing is there, in words and not in patterns', async () => {
  const pages = market.offered.filter(
    ({ method, url }) => method === 'GET' && /^\/(?!api|pictures|sitemaps).*:/.test(url),
  )
  ok(pages.length > 6, `${pages.length} pages`)
  const impossible = pages.map(({ url }) => url.replace(/:\w+/g, '12'))
  for (const url of [...impossible, '/search?cursor=12', '/orders?cursor=12', '/language?to=fr']) {
    const { statusCode, body } = await market.inject({ url, headers: { accept: 'text/html' } })
    equal(statusCode, 404, url)
    match(body, /<h1[^>]*>找不到这个页面/, url)
  }
  // A program is told what is wrong with what it sent.
  const told = await market.inject('/api/offers/12')
  equal(told.statusCode, 400)
  deepEqual(told.json().error, {
    code: 'kernel.bad_address',
    message: '链接不完整，请重新打开完整的链接',
    field: 'productId',
  })
})

test('a product tells machines what it is: one address, a card to share, price, stock and the rule of return', async () => {
  const { marketUrl } = market.settings
  const url = `${marketUrl}/products/${shelf.productId}`
  const page = (await market.inject(`/products/${shelf.productId}?from=somewhere`)).body
  ok(page.includes(`<link rel="canonical" href="${url}"`))
  const card = /<meta property="og:image" content="([^"]+)"/.exec(page)?.[1] ?? ''
  const picture = await market.inject(card.replace(marketUrl, ''))
  equal(picture.statusCode, 200)
  equal(picture.headers['content-type'], 'image/png')
  equal(picture.rawPayload.readUInt32BE(16), 800)
  const [, text = '{}'] = /<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/.exec(page) ?? []
  const { '@graph': graph } = JSON.parse(text) as { '@graph': Record<string, unknown>[] }
  deepEqual(
    graph.map((each) => each['@type']),
    ['Product', 'BreadcrumbList'],
  )
  const [offer] = (graph[0]?.offers ?? []) as Record<string, unknown>[]
  equal(offer?.priceCurrency, 'CNY')
  match(String(offer?.price), /^\d+\.\d\d$/)
  match(String(offer?.availability), /^https:\/\/schema\.org\/(In|OutOf)Stock$/)
  ok(offer?.hasMerchantReturnPolicy)
})

const placesIn = (document: string) => [...document.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, place = '']) => place)

test('whoever comes back from paying is not asked to pay again while the money is being booked', async () => {
  let cookie = ''
  const ask = async (method: 'GET' | 'POST' | 'PUT', url: string, payload?: object | string) => {
    const form = typeof payload === 'string' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}
    const headers = { 'idempotency-key': 'booked-later', cookie, ...form }
    const answer = await market.inject({ method, url, headers, ...(payload ? { payload } : {}) })
    cookie ||= /^guest=[^;]+/.exec(String(answer.headers['set-cookie']))?.[0] ?? ''
    return answer
  }
  const { skuId } = (await row<{ skuId: string }>(
    connection.db,
    'select sku_id from stores.offer_sku where product_id = $1 limit 1',
    [shelf.productId],
  )) ?? { skuId: '' }
  await ask('POST', '/api/basket/lines', { skuId, quantity: 1 })
  const address = { recipient: '示例买家', phone: '13900000000', regionCode: '310000', detail: '示例路 1 号' }
  await ask('PUT', '/api/basket/address', address)
  const wanted = { storeId: shelf.storeId, method: 'express', channel: 'wechat', confirmedExempt: true }
  const { orderId, redirectUrl } = (await ask('POST', '/api/orders', wanted)).json()
  const page = async () => (await ask('GET', `/orders/${shelf.storeId}/${orderId}`)).body
  match(await page(), /name="channel"/)
  equal((await ask('POST', redirectUrl, 'action=pay')).statusCode, 303)
  const booking = await page()
  match(booking, /钱收到了/)
  ok(!booking.includes('name="channel"'))
  await drain(connection.db)
  match(await page(), /data-order-state="paid"/)
})
