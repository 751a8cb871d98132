import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'vitest'
import { readConfig } from '../../kernel/config.ts'
import { type Db, type Tx, transact } from '../../kernel/db.ts'
import { buildServer } from '../../kernel/http.ts'
import { newId } from '../../kernel/ids.ts'
import { inDb, inTx, person, refuses } from '../../kernel/testing.ts'
import { addDays, dayOf } from '../../kernel/time.ts'
import { drain, startWork } from '../../kernel/work.ts'
import { changeProduct, requireProduct, withdrawProduct } from '../catalog/index.ts'
import { holdStock, receiveStock, releaseStock } from '../inventory/index.ts'
import { createLot, issuePledge, routes as traceRoutes } from '../traceability/index.ts'
import {
  addSales,
  checks,
  countyPavilion,
  listOffers,
  notOnSale,
  offerDetail,
  pauseStore,
  refreshAllOffers,
  requireOffers,
  resumeStore,
  routes,
  showSales,
  unknownOffer,
  villagePage,
} from './index.ts'
import { type Shop, someShop } from './testing.ts'

const ownerOf = ({ merchantId }: Shop) => person({ role: 'merchant_owner', merchantId })
const today = dayOf(new Date())
const later = () => new Date(Date.now() + 900_000).toISOString()
const names = async (on: Db, filters: Parameters<typeof listOffers>[1]) =>
  (await listOffers(on, filters)).items.map((offer) => offer.name)

async function market(db: Db) {
  const config = readConfig({ SECRET: 'a secret for tests only', MARKET_PORT: '0' })
  const app = await buildServer({ db, config, face: 'market', findActor: async () => undefined })
  for (const room of [routes, traceRoutes]) await app.register(room)
  return app
}

async function newPrice(db: Db, shop: Shop, price: number): Promise<void> {
  await transact(db, async (tx) => {
    const product = await requireProduct(tx, shop.productId)
    await changeProduct(tx, ownerOf(shop), product.id, {
      version: product.version,
      name: product.name,
      categoryCode: product.categoryCode,
      villageCode: product.villageCode,
      skus: product.skus.map(({ id, label, weightGrams }) => ({ id, label, weightGrams, price })),
    })
  })
}

test(
  'an offer shows what the rooms below know',
  inTx(async (tx) => {
    const shop = await someShop(tx, {
      skus: 2,
      lots: 2,
      stock: 6,
      certifications: [
        {
          type: 'green',
          certificateNumber: 'GF320206190012',
          holder: '合作社',
          validFrom: addDays(today, -300),
          validTo: addDays(today, 300),
        },
      ],
    })
    const detail = await offerDetail(tx, shop.productId)
    equal(detail.place, '惠山区 桃源村')
    equal(detail.placeEn, 'Taoyuan Village, Huishan')
    deepEqual([detail.price, detail.unitPrice], [1990, 1990])
    deepEqual(detail.certifications, ['green'])
    deepEqual(
      detail.skus.map(({ price, unitPrice, inStock, left }) => [price, unitPrice, inStock, left]),
      [
        [1990, 1990, true, 12],
        [3980, 1990, true, 12],
      ],
    )
    deepEqual(
      detail.lots.map((lot) => lot.trace),
      [`/01/${shop.gtins[0]}/10/LOT-2`, `/01/${shop.gtins[0]}/10/LOT-1`],
    )
    equal(detail.merchant.name, '桃源水蜜桃合作社')
    equal(detail.returnPolicy, 'perishableExempt')
  }),
)

test(
  'many left are not counted out to buyers',
  inTx(async (tx) => {
    const shop = await someShop(tx, { stock: 21 })
    const [sku] = (await offerDetail(tx, shop.productId)).skus
    deepEqual([sku?.inStock, sku?.left], [true, undefined])
  }),
)

test(
  'lists are narrowed by place, category, seal and season',
  inTx(async (tx) => {
    await someShop(tx, { name: '甲桃', categoryCode: 'fruit.peach', seasonMonths: [7] })
    await someShop(tx, {
      name: '乙梨',
      categoryCode: 'fruit.pear',
      seasonMonths: [8, 9],
      certifications: [
        {
          type: 'organic',
          certificateNumber: '001OP1200001',
          holder: '合作社',
          validFrom: addDays(today, -30),
          validTo: addDays(today, 300),
        },
      ],
    })
    deepEqual((await names(tx, { category: 'fruit' })).sort(), ['乙梨', '甲桃'])
    deepEqual(await names(tx, { category: 'fruit.pear' }), ['乙梨'])
    deepEqual(await names(tx, { inSeason: 7 }), ['甲桃'])
    deepEqual(await names(tx, { certification: 'organic' }), ['乙梨'])
    deepEqual((await names(tx, { countyCode: '320206000000' })).length, 2)
    deepEqual(await names(tx, { villageCode: '320206103212' }), [])
  }),
)

test(
  'paging shows every offer once, in the order asked for',
  inTx(async (tx) => {
    for (const name of ['甲', '乙', '丙', '丁', '戊']) await someShop(tx, { name })
    for (const sort of ['rank', 'price'] as const) {
      const seen: string[] = []
      let cursor: string | undefined
      do {
        const page = await listOffers(tx, { sort, limit: 2, cursor })
        seen.push(...page.items.map((offer) => offer.name))
        cursor = page.next
      } while (cursor)
      deepEqual([...seen].sort(), ['丁', '丙', '乙', '戊', '甲'].sort())
    }
  }),
)

test(
  'what leaves the shelf leaves the market: a withdrawn product, a resting store',
  inDb(async (db) => {
    const [shop, other] = [await someShop(db), await someShop(db)]
    await transact(db, (tx) => withdrawProduct(tx, ownerOf(shop), shop.productId))
    await transact(db, (tx) => pauseStore(tx, ownerOf(other), other.storeId))
    await refuses(requireOffers(db, other.skuIds), notOnSale)
    await drain(db)
    deepEqual(await names(db, {}), [])
    await refuses(offerDetail(db, shop.productId), unknownOffer)
    await transact(db, (tx) => resumeStore(tx, ownerOf(other), other.storeId))
    await drain(db)
    equal((await listOffers(db)).items.length, 1)
    for (const check of checks) {
      const { found, expected } = await check.run(db)
      deepEqual(found, expected, check.name)
    }
  }),
)

test(
  'a new lot and its pledge are read on the product page',
  inDb(async (db) => {
    const shop = await someShop(db)
    const lot = await transact(db, (tx) =>
      createLot(
        tx,
        ownerOf(shop),
        { productId: shop.productId, harvestedOn: '2026-08-01', quantityGrams: 1000 },
        '2026-08-02',
      ),
    )
    const pledge = await transact(db, (tx) => issuePledge(tx, ownerOf(shop), { lotId: lot.id, basis: 'selfPledge' }))
    await transact(db, (tx) => receiveStock(tx, { skuId: shop.skuIds[0] as string, lotId: lot.id, quantity: 1 }))
    await drain(db)
    const [newest] = (await offerDetail(db, shop.productId)).lots
    deepEqual([newest?.lotNumber, newest?.pledgeNumber], [lot.lotNumber, pledge.pledgeNumber])
  }),
)

test(
  'checkout learns from the market what it sells, or that it does not',
  inTx(async (tx) => {
    const shop = await someShop(tx, { skus: 2 })
    const offers = await requireOffers(tx, shop.skuIds)
    const offer = offers.get(shop.skuIds[1] as string)
    deepEqual(
      [offer?.storeId, offer?.merchantId, offer?.price, offer?.weightGrams, offer?.returnPolicy, offer?.coldChain],
      [shop.storeId, shop.merchantId, 3980, 1000, 'perishableExempt', true],
    )
    const refused = await requireOffers(tx, [...shop.skuIds, newId()]).catch((error) => error)
    deepEqual([refused.code, refused.field], [notOnSale.code, 'lines.2.skuId'])
  }),
)

test(
  'what sells well moves up once its sales are shown',
  inTx(async (tx) => {
    const [one, other] = [await someShop(tx, { name: '甲' }), await someShop(tx, { name: '乙' })]
    for (const [shop, quantity] of [
      [one, 1],
      [other, 40],
      [one, 2],
      [other, -1],
    ] as const) {
      await addSales(tx, [{ productId: shop.productId, quantity }])
    }
    await showSales(tx)
    deepEqual(
      (await listOffers(tx)).items.map(({ name, sold }) => [name, sold]),
      [
        ['乙', 39],
        ['甲', 3],
      ],
    )
    equal((await offerDetail(tx, other.productId)).sold, 39)
  }),
)

test(
  'a village and a county show what they sell',
  inTx(async (tx) => {
    const shop = await someShop(tx)
    const village = await villagePage(tx, shop.villageCode)
    deepEqual([village.stores.length, village.offers.length, village.path.length], [1, 1, 5])
    const county = await countyPavilion(tx, '320206000000')
    deepEqual(county.villages, [{ code: shop.villageCode, name: '桃源村', offers: 1 }])
    equal(county.offers.items.length, 1)
  }),
)

test(
  'refreshing everything again changes nothing',
  inDb(async (db) => {
    const shop = await someShop(db)
    const before = await offerDetail(db, shop.productId)
    equal(await refreshAllOffers(db, [[shop.productId]]), 1)
    deepEqual(await offerDetail(db, shop.productId), before)
  }),
)

test(
  'a new price and the last package sold are read over HTTP within two seconds',
  inDb(async (db) => {
    const shop = await someShop(db, { stock: 3 })
    const app = await market(db)
    const work = startWork(db, () => {})
    const skuId = shop.skuIds[0] as string
    const get = async (url: string) => {
      const answer = await app.inject({ url })
      equal(answer.statusCode, 200, answer.body)
      equal(answer.headers['content-type'], 'application/json; charset=utf-8')
      return answer.json()
    }
    const urls = [`/api/offers/${shop.productId}`, '/api/offers?limit=20', '/api/offers?q=%E6%B0%B4%E8%9C%9C%E6%A1%83']
    const read = async () => (await Promise.all(urls.map(get))).map((answer) => answer.items?.[0] ?? answer)
    type Offer = { price: number; inStock: boolean }
    const after = async (what: () => Promise<unknown>, isTrue: (offer: Offer) => boolean) => {
      await what()
      const begun = performance.now()
      while (!(await read()).every(isTrue)) await new Promise((resolve) => setTimeout(resolve, 50))
      return performance.now() - begun
    }
    const heldFor = newId()
    const hold = (tx: Tx) => holdStock(tx, { heldFor, expiresAt: later(), lines: [{ skuId, quantity: 3 }] })
    try {
      deepEqual(
        (await read()).map(({ price, inStock }) => [price, inStock]),
        Array(3).fill([1990, true]),
      )
      // Twice each: what else this machine does may delay one.
      const release = (tx: Tx) => releaseStock(tx, [heldFor])
      const times: Record<string, number[]> = {}
      for (const [what, deed, isTrue] of [
        ['price', () => newPrice(db, shop, 2590), ({ price }) => price === 2590],
        ['price', () => newPrice(db, shop, 2690), ({ price }) => price === 2690],
        ['sold out', () => transact(db, hold), ({ inStock }) => !inStock],
        ['back', () => transact(db, release), ({ inStock }) => inStock],
        ['sold out', () => transact(db, hold), ({ inStock }) => !inStock],
        ['back', () => transact(db, release), ({ inStock }) => inStock],
      ] as [string, () => Promise<unknown>, (offer: Offer) => boolean][]) {
        times[what] = [...(times[what] ?? []), await after(deed, isTrue)]
      }
      for (const [what, ms] of Object.entries(times)) ok(Math.min(...ms) < 2000, `${what}: ${ms} ms`)
    } finally {
      await work.stop()
      await app.close()
    }
  }),
)

test(
  'the market answers what cannot be with 4xx',
  inDb(async (db) => {
    const app = await market(db)
    for (const [url, status] of [
      [`/api/offers/${newId()}`, 404],
      ['/api/offers/none', 400],
      ['/api/offers?limit=61', 400],
      ['/api/offers?cursor=xyz', 400],
      ['/api/offers?season=13', 400],
      ['/api/offers?sort=best', 400],
      ['/api/offers?q=%00', 200],
      ['/api/suggestions', 400],
      ['/api/traces/02000000000017/NONE-1', 404],
    ] as const) {
      equal((await app.inject({ url })).statusCode, status, url)
    }
    await app.close()
  }),
)
