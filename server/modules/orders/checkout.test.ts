import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'vitest'
import { row, rows, transact } from '../../kernel/db.ts'
import type { App } from '../../kernel/http.ts'
import { newId } from '../../kernel/ids.ts'
import { guest, inTx, person, refuses } from '../../kernel/testing.ts'
import { drain } from '../../kernel/work.ts'
import { availabilityOf, outOfStock, checks as stockChecks } from '../inventory/index.ts'
import { handOver, markArrived, shipmentOf } from '../logistics/index.ts'
import { importStations, unknownStation } from '../stations/index.ts'
import { addToBasket, setBasketAddress } from './basket.ts'
import { checks } from './checks.ts'
import { findOrder } from './find-order.ts'
import { orderPage } from './order-page.ts'
import { placeOrder } from './place-order.ts'
import { basketOf } from './read-basket.ts'
import { addressMissing, basketEmpty, exemptNotConfirmed, priceChanged } from './refusals.ts'
import { shipOrder } from './ship-order.ts'
import {
  address,
  buy,
  buyAndPay,
  market,
  oneDatabase,
  openShop,
  operator,
  owner,
  pay,
  type Shop,
  villageCode,
} from './testing.ts'

const onShop = oneDatabase()

/** A browser: keeps its guest cookie. */
function browser(app: App) {
  let cookie = ''
  return async (
    method: 'GET' | 'POST' | 'PUT',
    url: string,
    payload?: object,
    headers: Record<string, string> = {},
  ) => {
    const answer = await app.inject({
      method,
      url,
      headers: { ...(cookie ? { cookie } : {}), ...headers },
      ...(payload ? { payload } : {}),
    })
    const [made] = answer.cookies
    if (made) cookie = `${made.name}=${made.value}`
    return { status: answer.statusCode, body: answer.body ? answer.json() : undefined }
  }
}

const wanted = (shop: Shop) => ({ storeId: shop.storeId, method: 'express', channel: 'wechat', confirmedExempt: true })

async function prepared(app: App, shop: Shop) {
  const go = browser(app)
  await go('POST', '/api/basket/lines', { skuId: shop.skuId, quantity: 1 })
  await go('PUT', '/api/basket/address', address)
  return go
}

test(
  'a guest orders over HTTP: basket, address, order, payment, order page',
  onShop(async (db) => {
    const shop = await openShop(db)
    const app = await market(db)
    const go = browser(app)
    equal((await go('POST', '/api/basket/lines', { skuId: shop.skuId, quantity: 2 })).status, 204)
    const basket = (await go('PUT', '/api/basket/address', address)).body
    deepEqual(basket.address, { ...address, regionName: '上海市' })
    deepEqual((await go('GET', '/api/basket/lines')).body, basket)
    const [ofStore] = basket.stores
    const [shown] = ofStore.lines
    deepEqual([ofStore.goodsAmount, ofStore.orderable, shown.available], [19_600, true, 100])
    deepEqual([shown.name, shown.nameEn], ['南京雨花茶', 'Nanjing Yuhua tea'])
    const placed = await go(
      'POST',
      '/api/orders',
      { ...wanted(shop), expectedTotal: ofStore.total },
      { 'idempotency-key': 'first-order' },
    )
    equal(placed.status, 201)
    equal(placed.body.total, ofStore.total)
    match(placed.body.redirectUrl, new RegExp(`^/sandbox/pay/${placed.body.intentId}`))
    await pay(app, placed.body.intentId)
    await drain(db)
    const again = await go(
      'POST',
      '/api/orders',
      { ...wanted(shop), expectedTotal: ofStore.total },
      { 'idempotency-key': 'first-order' },
    )
    deepEqual([again.body.orderId, again.body.redirectUrl], [placed.body.orderId, null])
    const { body } = await go('GET', `/api/orders/${shop.storeId}/${placed.body.orderId}`)
    deepEqual(
      [body.state, body.as, body.lines.length, body.timeline.length, body.steps],
      ['paid', 'buyer', 1, 2, ['cancel']],
    )
    deepEqual((await go('GET', '/api/basket/lines')).body.stores, [])
    const { items } = (await go('GET', '/api/orders')).body
    // The order keeps both names as they were that day.
    deepEqual([items.length, items[0].firstNameEn, body.lines[0].nameEn], [1, shown.nameEn, shown.nameEn])
  }),
)

test(
  'twenty baskets, each submitted three times at once, become twenty orders with twenty payments',
  onShop(async (db) => {
    const shop = await openShop(db)
    const app = await market(db)
    const buyers = await Promise.all(Array.from({ length: 20 }, () => prepared(app, shop)))
    const answers = await Promise.all(
      buyers.flatMap((go, n) =>
        [1, 2, 3].map(() => go('POST', '/api/orders', wanted(shop), { 'idempotency-key': `basket-${n}-key` })),
      ),
    )
    ok(answers.every(({ status }) => status === 201))
    equal(new Set(answers.map(({ body }) => body.orderId)).size, 20)
    deepEqual(
      await row(
        db,
        'select (select count(*) from orders."order" where store_id = $1) orders, (select count(*) from payments.intent where store_id = $1) payments',
        [shop.storeId],
      ),
      { orders: 20, payments: 20 },
    )
    equal((await availabilityOf(db, [shop.skuId])).get(shop.skuId), 80)
  }),
)

test(
  'the same basket submitted twice with different keys is one order',
  onShop(async (db) => {
    const shop = await openShop(db)
    const app = await market(db)
    const go = await prepared(app, shop)
    const answers = await Promise.all(
      ['key-one-1', 'key-two-2'].map((key) => go('POST', '/api/orders', wanted(shop), { 'idempotency-key': key })),
    )
    deepEqual(answers.map(({ status }) => status).sort(), [201, 409])
  }),
)

test(
  'forty buyers race for ten units: ten orders, thirty are told that nothing is left',
  onShop(async (db) => {
    const shop = await openShop(db, { quantity: 10 })
    const app = await market(db)
    const buyers = await Promise.all(Array.from({ length: 40 }, () => prepared(app, shop)))
    const answers = await Promise.all(
      buyers.map((go, n) => go('POST', '/api/orders', wanted(shop), { 'idempotency-key': `racing-${n}` })),
    )
    equal(answers.filter(({ status }) => status === 201).length, 10)
    const refused = answers.filter(({ status }) => status !== 201)
    ok(refused.every(({ status, body }) => status === 409 && body.error.code === outOfStock.code))
    equal((await rows(db, 'select 1 from orders."order" where store_id = $1', [shop.storeId])).length, 10)
    for (const check of [...checks, ...stockChecks]) {
      const { found, expected } = await check.run(db)
      deepEqual(found, expected, check.name)
    }
  }),
)

test(
  'a refused order leaves the basket as it was',
  onShop(async (db) => {
    const shop = await openShop(db, { quantity: 1 })
    const buyer = guest()
    await refuses(buy(db, buyer, shop, { quantity: 2 }), outOfStock)
    await transact(db, (tx) => addToBasket(tx, buyer, { skuId: shop.skuId, quantity: 2 }))
    await refuses(
      transact(db, (tx) => placeOrder(tx, buyer, { storeId: shop.storeId, method: 'express', channel: 'wechat' })),
      addressMissing,
    )
    const [line] = (await basketOf(db, buyer)).stores[0]?.lines ?? []
    deepEqual([line?.quantity, line?.available], [2, 1])
  }),
)

test(
  'fresh goods are ordered only when the buyer has confirmed that they do not go back',
  onShop(async (db) => {
    const shop = await openShop(db, { returnPolicy: 'perishableExempt' })
    await refuses(buy(db, guest(), shop, { confirmedExempt: false }), exemptNotConfirmed)
    ok(await buy(db, guest(), shop, { confirmedExempt: true }))
  }),
)

test(
  'a total that differs from what the buyer saw is refused, not charged',
  onShop(async (db) => {
    const shop = await openShop(db)
    await refuses(buy(db, guest(), shop, { expectedTotal: 1 }), priceChanged)
  }),
)

test(
  'a basket outlives signing in, and an order placed signed in is no guest of the browser',
  onShop(async (db) => {
    const shop = await openShop(db)
    const browserOnly = guest()
    const signedIn = { ...person(), guestId: browserOnly.guestId }
    await transact(db, async (tx) => {
      await addToBasket(tx, browserOnly, { skuId: shop.skuId, quantity: 1 })
      await setBasketAddress(tx, browserOnly, address)
    })
    const placed = await transact(db, (tx) =>
      placeOrder(tx, signedIn, { storeId: shop.storeId, method: 'express', channel: 'wechat' }),
    )
    const kept = await row(db, 'select buyer_account_id, guest_id from orders."order" where id = $1', [placed.orderId])
    deepEqual(kept, { buyerAccountId: signedIn.accountId, guestId: null })
  }),
)

test(
  'a guest finds the order on another browser by number and phone, and nobody by guessing',
  onShop(async (db) => {
    const shop = await openShop(db)
    const app = await market(db)
    const { orderNumber, orderId } = await buy(db, guest(), shop)
    const other = browser(app)
    const find = (phone: string, number = orderNumber) =>
      other('POST', '/api/orders/find', { orderNumber: number, phone })
    equal((await find('13900000000')).status, 404)
    equal((await other('GET', `/api/orders/${shop.storeId}/${orderId}`)).status, 404)
    equal((await find(address.phone)).body.orderId, orderId)
    equal((await other('GET', `/api/orders/${shop.storeId}/${orderId}`)).body.as, 'buyer')
    const tries = await Promise.all(Array.from({ length: 12 }, () => find('13900000001')))
    ok(tries.some(({ status }) => status === 429))
  }),
)

test(
  'an order of an account is not found by number and phone',
  onShop(async (db) => {
    const shop = await openShop(db)
    const { orderNumber } = await buy(db, person(), shop)
    const found = await transact(db, (tx) => findOrder(tx, guest(), { orderNumber, phone: address.phone })).catch(
      (error) => error.status,
    )
    equal(found, 404)
  }),
)

test(
  'bad input is answered in the one error format',
  onShop(async (db) => {
    const shop = await openShop(db)
    const app = await market(db)
    const go = await prepared(app, shop)
    const bad: [string, object, Record<string, string>?][] = [
      ['/api/basket/lines', { skuId: shop.skuId, quantity: -1 }],
      ['/api/basket/lines', { skuId: shop.skuId, quantity: 1e9 }],
      ['/api/basket/lines', { skuId: 'x', quantity: 1 }],
      ['/api/basket/lines', { skuId: shop.skuId, quantity: 1, extra: true }],
      ['/api/basket/lines', { skuId: shop.storeId, quantity: 1 }],
      ['/api/orders', wanted(shop)],
      ['/api/orders', { ...wanted(shop), note: 'a\u0000b' }, { 'idempotency-key': 'bad-note-1' }],
      ['/api/orders', { ...wanted(shop), method: 'stationPickup' }, { 'idempotency-key': 'no-station' }],
    ]
    for (const [url, body, headers] of bad) {
      const { status, body: answer } = await go('POST', url, body, headers)
      ok(
        status >= 400 && status < 500 && answer.error.code && answer.error.message,
        `${url} ${JSON.stringify(body)} ${status}`,
      )
    }
  }),
)

test(
  'a parcel for pick-up goes to an open station, and is received when the station hands it over',
  onShop(async (db) => {
    const shop = await openShop(db)
    const app = await market(db)
    const buyer = person()
    const pickup = { method: 'stationPickup' as const, stationId: newId() }
    await refuses(buy(db, buyer, shop, pickup), unknownStation)
    const station = {
      kind: 'standard' as const,
      address: '村部一楼',
      phone: '025-84700000',
      services: [],
      isSample: false,
    }
    await importStations(db, [
      {
        ...station,
        id: pickup.stationId,
        divisionCode: villageCode,
        name: '和平村服务站',
        pickup: true,
        openedOn: '2026-01-01',
      },
    ])
    const { orderId } = await buyAndPay(app, buyer, shop, pickup)
    const key = { storeId: shop.storeId, orderId }
    const page = await orderPage(db, buyer, shop.storeId, orderId)
    deepEqual(
      [page.regionCode, page.addressDetail, page.recipient],
      [villageCode, '村部一楼 和平村服务站', address.recipient],
    )
    await transact(db, (tx) => shipOrder(tx, owner(shop), key, { carrier: 'sf', trackingNumber: 'SF9990000000001' }))
    const parcel = await shipmentOf(db, orderId)
    const stationId = pickup.stationId
    const { pickupCode } = await transact(db, (tx) => markArrived(tx, operator(), stationId, parcel?.shipmentId ?? ''))
    await transact(db, (tx) => handOver(tx, operator(), stationId, parcel?.shipmentId ?? '', { pickupCode }))
    await drain(db)
    const { timeline } = await orderPage(db, buyer, shop.storeId, orderId)
    deepEqual(
      timeline.map(({ kind }) => kind),
      ['placed', 'paid', 'shipped', 'arrived', 'handedOver', 'completed'],
    )
  }),
)

test(
  'an empty basket cannot be ordered',
  inTx(async (tx) => {
    await refuses(
      placeOrder(tx, guest(), {
        storeId: guest()
          .guestId.padEnd(32, '0')
          .replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5'),
        method: 'express',
        channel: 'wechat',
      }),
      basketEmpty,
    )
  }),
)
