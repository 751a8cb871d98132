import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'vitest'
import { row, rows } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import { inDb, inTx } from '../../kernel/testing.ts'
import { checks } from './checks.ts'
import { lastSaleByVillage, paidFacts, salesByVillageAndMonth } from './figures.ts'
import { type FillingShop, fillOrders } from './fill-orders.ts'
import { type ImportedOrder, importOrders, withoutOrderIndexes } from './import-orders.ts'
import { createOrderParts } from './make-parts.ts'
import { idsOfNumber } from './order-number.ts'

const imported = (change: Partial<ImportedOrder> = {}): ImportedOrder => ({
  storeId: newId(),
  merchantId: newId(),
  villageCode: '320205104201',
  state: 'completed',
  placedAt: '2026-10-03T02:00:00.000Z',
  paidAt: '2026-10-03T02:01:00.000Z',
  shippedAt: '2026-10-04T02:00:00.000Z',
  receivedAt: '2026-10-06T02:00:00.000Z',
  closedAt: '2026-10-06T02:00:00.000Z',
  freight: 800,
  recipient: '示例',
  phone: '13800000000',
  regionCode: '310000',
  regionName: '上海市',
  addressDetail: '示例路 1 号',
  isSample: true,
  lines: [
    {
      skuId: newId(),
      productId: newId(),
      categoryCode: 'peach',
      name: '阳山水蜜桃',
      label: '5 斤装',
      quantity: 2,
      unitPrice: 6_800,
      weightGrams: 5_000,
      returnPolicy: 'perishableExempt',
    },
  ],
  ...change,
})

test(
  'orders of the past are loaded with what every order must satisfy',
  inTx(async (tx) => {
    const [first] = await importOrders(tx, [imported(), imported({ state: 'refunded', refunded: 14_400 })])
    equal(first?.total, 14_400)
    for (const check of checks) {
      const { found, expected } = await check.run(tx)
      deepEqual(found, expected, check.name)
    }
  }),
)

test(
  'orders of one moment have numbers of their own',
  inTx(async (tx) => {
    const made = await importOrders(
      tx,
      Array.from({ length: 300 }, () => imported()),
    )
    equal(new Set(made.map(({ orderNumber }) => orderNumber)).size, 300)
  }),
)

test(
  'sales are counted by village and by the month of payment in China',
  inTx(async (tx) => {
    await importOrders(tx, [
      imported({ paidAt: '2026-10-31T15:59:59.000Z', placedAt: '2026-10-31T15:58:00.000Z' }),
      imported({ paidAt: '2026-10-31T16:00:00.000Z', placedAt: '2026-10-31T15:58:00.000Z', refunded: 400 }),
      imported({ state: 'cancelled', paidAt: undefined, shippedAt: undefined, receivedAt: undefined }),
    ])
    deepEqual(await salesByVillageAndMonth(tx), [
      { villageCode: '320205104201', month: '2026-10', orders: 1, gross: 14_400, refunded: 0, sampleOrders: 1 },
      { villageCode: '320205104201', month: '2026-11', orders: 1, gross: 14_400, refunded: 400, sampleOrders: 1 },
    ])
    deepEqual(await lastSaleByVillage(tx), [{ villageCode: '320205104201', lastSaleAt: '2026-10-31T16:00:00.000Z' }])
    equal((await paidFacts(tx, { limit: 10 })).length, 2)
  }),
)

test(
  'each month has its part, and what came before its part moves into it',
  inDb(async (db) => {
    const now = new Date('2026-11-24T00:00:00Z')
    const [order] = await importOrders(db, [imported()])
    equal(await createOrderParts(db, now), 17)
    equal(await createOrderParts(db, now), 0)
    const part = await row<{ part: string }>(
      db,
      `select tableoid::regclass::text part from orders."order" where id = $1`,
      [order?.orderId],
    )
    equal(part?.part, 'orders.order_2026_10')
    const lines = await rows<{ part: string }>(db, 'select tableoid::regclass::text part from orders.order_line')
    deepEqual(
      lines.map((line) => line.part),
      ['orders.order_line_2026_10'],
    )
  }),
)

test(
  'bulk work gives every index back',
  inDb(async (db) => {
    await createOrderParts(db, new Date('2026-11-24T00:00:00Z'))
    const indexes = () =>
      rows(
        db,
        `select indexrelid::regclass::text as name from pg_index where indrelid::regclass::text like 'orders.%' order by 1`,
      )
    const before = await indexes()
    await withoutOrderIndexes(db, async () => {
      await importOrders(
        db,
        Array.from({ length: 100 }, () => imported()),
      )
    })
    equal((await indexes()).length, before.length)
  }),
)

test(
  'orders made for measuring are whole orders, the same for the same seed',
  inTx(async (tx) => {
    const shop = { storeId: newId(), merchantId: newId(), villageCode: '320205104201', ...imported().lines[0] }
    const shops = [shop, { ...shop, storeId: newId() }].map(({ quantity: _, ...rest }) => rest as FillingShop)
    equal(await fillOrders(tx, { shops, month: '2026-10', perShop: 300, seed: 7 }), 600)
    for (const check of checks) {
      const { found, expected } = await check.run(tx)
      deepEqual(found, expected, check.name)
    }
    const figures = await salesByVillageAndMonth(tx)
    deepEqual(
      figures.map(({ month, orders }) => [month, orders]),
      [['2026-10', 600]],
    )
    const [one] = await rows<{ orderNumber: string; id: string }>(
      tx,
      'select order_number, id from orders."order" limit 1',
    )
    const ids = idsOfNumber(one?.orderNumber ?? '')
    equal(ids && one && ids.from <= one.id && one.id < ids.to, true)
  }),
)
