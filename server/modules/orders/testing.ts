import { afterAll, beforeAll } from 'vitest'
import type { Actor, Duty } from '../../kernel/actor.ts'
import type { Config } from '../../kernel/config.ts'
import { type Connection, connect, type Db, row, transact } from '../../kernel/db.ts'
import { type App, buildServer } from '../../kernel/http.ts'
import { newId } from '../../kernel/ids.ts'
import { freshDatabase } from '../../kernel/testing.ts'
import { drain } from '../../kernel/work.ts'
import { importCategories, importProducts } from '../catalog/index.ts'
import { importStock } from '../inventory/index.ts'
import { routes as logisticsRoutes } from '../logistics/index.ts'
import { importMerchants } from '../merchants/index.ts'
import { routes as paymentRoutes } from '../payments/index.ts'
import { importStores, refreshAllOffers } from '../stores/index.ts'
import { importLots } from '../traceability/index.ts'
// The whole room, so that its reactions and chores are there.
import './index.ts'
import { addToBasket, setBasketAddress } from './basket.ts'
import { createOrderParts } from './make-parts.ts'
import { placeOrder } from './place-order.ts'
import { routes } from './routes.ts'
import type { PlacedOrder, PlaceOrder } from './shapes.ts'

/** One database for all tests of a file, each with a shop of its own: making one takes longer than most tests. */
export function oneDatabase(): (work: (db: Db) => Promise<void>) => () => Promise<void> {
  let connection: Connection
  let drop: () => Promise<void>
  beforeAll(async () => {
    const made = await freshDatabase()
    drop = made.drop
    connection = connect(made.url, 16)
  })
  afterAll(async () => {
    await connection?.close()
    await drop?.()
  })
  return (work) => () => work(connection.db)
}

let shops = 0

export const villageCode = '320115008208'
export const countyCode = '320115000000'

export interface Shop {
  merchantId: string
  storeId: string
  productId: string
  lotId: string
  /** A small and a large package of the same tea; 98 and 188 yuan. */
  skuId: string
  otherSkuId: string
}

/** A shop that sells one product, with `quantity` of each package on the shelf. */
export async function openShop(
  db: Db,
  { quantity = 100, returnPolicy = 'sevenDay' as 'sevenDay' | 'perishableExempt' } = {},
): Promise<Shop> {
  const shop: Shop = {
    merchantId: newId(),
    storeId: newId(),
    productId: newId(),
    lotId: newId(),
    skuId: newId(),
    otherSkuId: newId(),
  }
  const shared = { villageCode, isSample: false }
  await createOrderParts(db)
  await importCategories(db)
  const { merchantId, storeId, productId, lotId, skuId, otherSkuId } = shop
  await importMerchants(db, [
    {
      ...shared,
      id: merchantId,
      kind: 'naturalPerson',
      // A village knows each of its growers by name once.
      name: `易兆明${++shops}`,
      selfProduced: '自家所产雨花茶',
      contactName: '易兆明',
      contactPhone: '13800001234',
      registeredOn: '2026-01-01',
    },
  ])
  await importStores(db, [
    {
      ...shared,
      id: storeId,
      merchantId,
      name: '和平村一品店',
      intro: '',
      introEn: '',
      openedAt: '2026-01-02T00:00:00Z',
    },
  ])
  await importProducts(db, [
    {
      ...shared,
      id: productId,
      merchantId,
      categoryCode: 'tea.green',
      name: '南京雨花茶',
      nameEn: 'Nanjing Yuhua tea',
      publishedOn: '2026-01-03',
      returnPolicy,
      skus: [
        { id: skuId, label: '125 克装', weightGrams: 200, price: 9_800 },
        { id: otherSkuId, label: '250 克装', weightGrams: 400, price: 18_800 },
      ],
    },
  ])
  await importLots(db, [
    {
      ...shared,
      id: lotId,
      productId,
      merchantId,
      lotNumber: '260405-7K3Q',
      harvestedOn: '2026-04-05',
      quantityGrams: 1_000_000,
      producerName: '易兆明',
      plot: '东山茶园',
    },
  ])
  const received = {
    lotId,
    harvestedOn: '2026-04-05',
    received: quantity,
    shipped: 0,
    receivedAt: '2026-04-06T00:00:00Z',
    shippedAt: '2026-04-06T00:00:00Z',
  }
  await importStock(db, [
    { ...received, skuId },
    { ...received, skuId: otherSkuId },
  ])
  await refreshAllOffers(db, [[productId]])
  return shop
}

export const address = { recipient: '林小雨', phone: '13912345678', regionCode: '310000', detail: '示例路 1 号 502 室' }
const usual = { method: 'express', channel: 'wechat', confirmedExempt: true } as const

/** A buyer fills the basket and orders. */
export async function buy(
  db: Db,
  buyer: Actor,
  shop: Shop,
  { skuId = shop.skuId, quantity = 1, ...change }: Partial<PlaceOrder> & { skuId?: string; quantity?: number } = {},
): Promise<PlacedOrder> {
  return transact(db, async (tx) => {
    await addToBasket(tx, buyer, { skuId, quantity })
    await setBasketAddress(tx, buyer, address)
    return placeOrder(tx, buyer, { storeId: shop.storeId, ...usual, ...change })
  })
}

const config: Config = {
  databaseUrl: undefined,
  host: '127.0.0.1',
  marketPort: 0,
  officePort: 0,
  dataDir: '/nowhere',
  secret: 'a secret for tests only, long enough',
  marketUrl: 'http://127.0.0.1:1',
  officeUrl: 'http://127.0.0.1:1',
  sandbox: true,
  poolSize: 4,
}

/** A market on which `as` says who asks: an entry's name in the x-as header stands for that actor. */
export async function market(db: Db, people: Record<string, Partial<Actor>> = {}): Promise<App> {
  const findActor = async ({ headers }: { headers: Record<string, unknown> }) => ({
    duties: [] as readonly Duty[],
    ...people[String(headers['x-as'])],
  })
  const app = await buildServer({ db, config, face: 'all', findActor })
  for (const add of [routes, paymentRoutes, logisticsRoutes]) await app.register(add)
  return app
}

/** Pays on the sandbox's page; its signed callback is delivered before the answer comes. */
export async function pay(app: App, intentId: string): Promise<void> {
  const started = await app.inject({ method: 'POST', url: `/api/payments/${intentId}/start` })
  const paid = await app.inject({
    method: 'POST',
    url: started.json<{ redirectUrl: string }>().redirectUrl,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'action=pay',
  })
  if (paid.statusCode !== 303) throw new Error(`${paid.statusCode} ${paid.body}`)
}

/** Buys, pays, and lets everything follow from it. */
export async function buyAndPay(
  app: App,
  buyer: Actor,
  shop: Shop,
  change: Parameters<typeof buy>[3] = {},
): Promise<PlacedOrder> {
  const order = await buy(app.db, buyer, shop, change)
  await pay(app, order.intentId)
  await drain(app.db)
  return order
}

export interface Facts {
  state: string
  total: number
  refundedAmount: number
  paidAt: string | null
  recipient: string
  phone: string
}

export async function factsOf(db: Db, orderId: string): Promise<Facts> {
  const facts = await row<Facts>(
    db,
    'select state, total, refunded_amount, paid_at, recipient, phone from orders."order" where id = $1',
    [orderId],
  )
  if (!facts) throw new Error('the order is there')
  return facts
}

export function owner({ storeId, merchantId }: Shop): Actor & { accountId: string } {
  return {
    accountId: newId(),
    duties: [
      { role: 'store_owner', storeId },
      { role: 'merchant_owner', merchantId },
    ],
    language: 'zh',
  }
}

export const operator = (): Actor & { accountId: string } => ({
  accountId: newId(),
  duties: [{ role: 'station_operator', divisionCode: villageCode }],
  language: 'zh',
})
