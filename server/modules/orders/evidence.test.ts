import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'vitest'
import type { Db } from '../../kernel/db.ts'
import { notAllowed, notFound } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { inTx, officer, person, refuses } from '../../kernel/testing.ts'
import { salesByVillageAndMonth } from './figures.ts'
import { type ImportedOrder, importOrders } from './import-orders.ts'
import { orderForOffice } from './order-page.ts'
import { ordersBehind } from './orders-behind.ts'

const month = { from: '2026-10-01', to: '2026-11-01' }
const province = '320000000000'

function sale(villageCode: string, paidAt: string): ImportedOrder {
  const placedAt = new Date(Date.parse(paidAt) - 60_000).toISOString()
  const line = {
    skuId: newId(),
    productId: newId(),
    categoryCode: 'tea.green',
    name: '南京雨花茶',
    label: '125 克装',
    quantity: 2,
    unitPrice: 9_800,
    weightGrams: 400,
    returnPolicy: 'sevenDay' as const,
  }
  return {
    storeId: newId(),
    merchantId: newId(),
    villageCode,
    state: 'completed',
    placedAt,
    paidAt,
    shippedAt: paidAt,
    receivedAt: paidAt,
    closedAt: paidAt,
    freight: 800,
    recipient: '林小雨',
    phone: '13912345678',
    regionCode: '310000',
    regionName: '上海市',
    addressDetail: '示例路 1 号 502 室',
    isSample: true,
    lines: [line, { ...line, name: '茶点' }],
  }
}

async function threeVillages(on: Db) {
  await importOrders(on, [
    sale('320115008208', '2026-09-30T15:59:59.999Z'),
    ...Array.from({ length: 5 }, (_, n) => sale('320115008208', `2026-10-0${n + 1}T02:00:00.000Z`)),
    sale('320115008209', '2026-09-30T16:00:00.000Z'),
    sale('320505104201', '2026-10-31T15:59:59.000Z'),
    sale('320505104201', '2026-10-31T16:00:00.000Z'),
  ])
}

test(
  'the orders behind a figure are exactly those counted, on every level',
  inTx(async (tx) => {
    await threeVillages(tx)
    const figures = (await salesByVillageAndMonth(tx)).filter((figure) => figure.month === '2026-10')
    const levels = {
      [province]: '32',
      '320100000000': '3201',
      '320115000000': '320115',
      '320115008000': '320115008',
      '320115008208': '320115008208',
    }
    for (const [divisionCode, prefix] of Object.entries(levels)) {
      const { items } = await ordersBehind(tx, officer(province), { divisionCode, ...month, limit: 100 })
      const counted = figures.filter((figure) => figure.villageCode.startsWith(prefix))
      equal(
        items.length,
        counted.reduce((sum, figure) => sum + figure.orders, 0),
        divisionCode,
      )
      equal(
        items.reduce((sum, order) => sum + order.total, 0),
        counted.reduce((sum, figure) => sum + figure.gross, 0),
        divisionCode,
      )
    }
  }),
)

test(
  'page by page, latest first, every order is shown once',
  inTx(async (tx) => {
    await threeVillages(tx)
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await ordersBehind(tx, officer(province), {
        divisionCode: province,
        ...month,
        limit: 3,
        ...(cursor ? { cursor } : {}),
      })
      seen.push(...page.items.map((order) => order.orderId))
      deepEqual(
        page.items.map((order) => order.paidAt),
        page.items
          .map((order) => order.paidAt)
          .sort()
          .reverse(),
      )
      cursor = page.next
    } while (cursor)
    equal(seen.length, 7)
    equal(new Set(seen).size, 7)
  }),
)

test(
  'the buyer is masked, and only who reads the division’s figures looks',
  inTx(async (tx) => {
    await threeVillages(tx)
    const { items } = await ordersBehind(tx, officer('320115000000'), {
      divisionCode: '320115008208',
      ...month,
      limit: 1,
    })
    const [order] = items
    deepEqual(
      [order?.buyer, order?.productName, order?.lineCount, order?.quantity],
      ['林** 139****5678', '南京雨花茶', 2, 4],
    )
    ok(!JSON.stringify(items).includes('13912345678') && !JSON.stringify(items).includes('示例路'))
    const ask = (actor: Parameters<typeof ordersBehind>[1], divisionCode: string) =>
      ordersBehind(tx, actor, { divisionCode, ...month, limit: 10 })
    await refuses(ask(officer('320115000000'), province), notAllowed)
    await refuses(ask(officer('320505000000'), '320115008208'), notAllowed)
    await refuses(ask(person({ role: 'station_operator', divisionCode: '320115008208' }), '320115008208'), notAllowed)
    for (const role of ['auditor', 'admin'] as const) {
      const reader = person({ role, divisionCode: province })
      ok(await ask(reader, '320115008208'))
      if (order) equal((await orderForOffice(tx, reader, order)).phone, '139****5678')
    }
    if (!order) throw new Error('an order was found')
    const opened = await orderForOffice(tx, officer('320115000000'), order)
    deepEqual(
      [opened.as, opened.phone, opened.addressDetail, opened.timeline.length],
      ['officer', '139****5678', '***', 5],
    )
    await refuses(orderForOffice(tx, officer('320505000000'), order), notFound)
  }),
)
