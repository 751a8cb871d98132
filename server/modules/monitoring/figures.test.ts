import { deepEqual, equal, ok } from 'node:assert/strict'
import fc from 'fast-check'
import { test } from 'vitest'
import { wordsFor } from '../../../web/words/words.ts'
import { type Db, row, rows, type Tx, transact } from '../../kernel/db.ts'
import { notAllowed } from '../../kernel/errors.ts'
import { announce } from '../../kernel/events.ts'
import { newId } from '../../kernel/ids.ts'
import { toCsv } from '../../kernel/sheet.ts'
import { inDb, inTx, officer, person, refuses } from '../../kernel/testing.ts'
import { drain } from '../../kernel/work.ts'
import { orderPaid, orderRefunded } from '../orders/index.ts'
import { exportSheet } from './export-sheets.ts'
import { lastSales } from './fold-coverage.ts'
import { fold } from './fold-sales.ts'
import { coverageOf, definitionOf, divisionView, importTargets, rebuildFigures, salesTrend, targets } from './index.ts'
import { periodOf } from './periods.ts'
import { badPeriod, unknownIndicator } from './refusals.ts'

const province = '320000000000'
const village = '320206103211'
const neighbour = '320206103212'
const elsewhere = '320322101201'

const paid = (villageCode: string, amount: number, month = '2026-11', fact = newId()) =>
  ({ fact, kind: 'paid', villageCode, month, amount, sample: false }) as const
const refunded = (villageCode: string, amount: number, month = '2026-11') =>
  ({ fact: newId(), kind: 'refunded', villageCode, month, amount, sample: false }) as const

async function salesOf(on: Db, code: string, month = '2026-11') {
  return row<{ orders: number; gross: number; refunded: number }>(
    on,
    'select orders, gross, refunded from monitoring.sales where division_code = $1 and month = $2',
    [code, month],
  )
}

test(
  'a paid order is sales of its village and of everything above it',
  inTx(async (tx) => {
    await fold(tx, [paid(village, 14_400), paid(neighbour, 600), paid(elsewhere, 1)])
    deepEqual(await salesOf(tx, village), { orders: 1, gross: 14_400, refunded: 0 })
    deepEqual(await salesOf(tx, '320206103000'), { orders: 2, gross: 15_000, refunded: 0 })
    deepEqual(await salesOf(tx, '320206000000'), { orders: 2, gross: 15_000, refunded: 0 })
    deepEqual(await salesOf(tx, province), { orders: 3, gross: 15_001, refunded: 0 })
  }),
)

test(
  'folding the same fact again changes nothing',
  inTx(async (tx) => {
    const fact = paid(village, 100)
    await fold(tx, [fact])
    await fold(tx, [fact, paid(village, 5)])
    deepEqual(await salesOf(tx, province), { orders: 2, gross: 105, refunded: 0 })
  }),
)

test(
  'a refund lowers the month in which the sale was counted',
  inDb(async (db) => {
    const order = {
      storeId: newId(),
      orderId: newId(),
      villageCode: village,
      merchantId: newId(),
      total: 5000,
      goodsAmount: 4400,
      paidAt: '2026-10-31T15:30:00.000Z',
      isSample: true,
      productIds: [],
    }
    await transact(db, (tx) => announce(tx, orderPaid, order))
    await transact(db, (tx) =>
      announce(tx, orderRefunded, {
        ...order,
        refundId: newId(),
        amount: 2000,
        refundedAt: '2026-11-05T00:00:00.000Z',
      }),
    )
    await foldWaiting(db)
    // Half past eleven in the evening of 31 October in China.
    deepEqual(await salesOf(db, province, '2026-10'), { orders: 1, gross: 5000, refunded: 2000 })
    equal(await salesOf(db, province, '2026-11'), undefined)
  }),
)

test(
  'whatever is folded in whatever order, every level is the sum of the level below',
  inDb(async (db) => {
    const some = fc.record({
      villageCode: fc.constantFrom(village, neighbour, elsewhere),
      amount: fc.integer({ min: 1, max: 1_000_000_00 }),
      month: fc.constantFrom('2026-10', '2026-11'),
      back: fc.boolean(),
      twice: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(some, { maxLength: 30 }), fc.integer({ min: 1, max: 7 }), async (facts, batch) => {
        const all = facts.flatMap(({ villageCode, amount, month, back, twice }) => {
          const fact = back ? refunded(villageCode, amount, month) : paid(villageCode, amount, month)
          return twice ? [fact, fact] : [fact]
        })
        await transact(db, async (tx) => {
          await rows(tx, 'delete from monitoring.sales')
          for (let at = 0; at < all.length; at += batch) await fold(tx, uniqueIn(all.slice(at, at + batch)))
          const wanted = facts.reduce((sum, { amount, back }) => sum + (back ? -amount : amount), 0)
          for (const digits of [2, 4, 6, 9, 12]) equal(await netAt(tx, digits), wanted)
        })
      }),
      { numRuns: 25 },
    )
  }),
)

test(
  'live coverage and sales are what a rebuild from the records gives',
  inDb(async (db) => {
    await rebuildFigures(db)
    const standing = await row<{ villages: number; covered: number }>(
      db,
      'select villages, covered from monitoring.standing where division_code = $1',
      [province],
    )
    deepEqual(standing, { villages: 13_263, covered: 0 })
  }),
)

test(
  'a sale has only those villages judged anew that lacked nothing else',
  inDb(async (db) => {
    await rebuildFigures(db)
    const villages = await rows<{ villageCode: string }>(
      db,
      'select village_code from monitoring.coverage order by village_code limit 3',
    )
    const [covered, lacksSale, lacksStore] = villages.map(({ villageCode }) => villageCode)
    await rows(
      db,
      `update monitoring.coverage set product_published = true, store_active = village_code <> $3, covered = village_code = $1,
         changed_at = '2026-01-01' where village_code in ($1, $2, $3)`,
      [covered, lacksSale, lacksStore],
    )
    const paidAt = new Date().toISOString()
    const sales = villages.map(({ villageCode }) => ({ villageCode, paidAt }))
    await transact(db, (tx) => lastSales(tx, sales))
    const judged = await rows<{ villageCode: string }>(
      db,
      `select village_code from monitoring.coverage where last_sale_at = $1 and changed_at > '2026-01-02'`,
      [paidAt],
    )
    deepEqual(judged, [{ villageCode: lacksSale }])
  }),
)

test(
  'a village without all three legs is a gap',
  inDb(async (db) => {
    await rebuildFigures(db)
    await transact(db, (tx) =>
      rows(
        tx,
        'update monitoring.coverage set product_published = true, last_sale_at = now() where village_code = $1',
        [village],
      ),
    )
    const gaps = await coverageOf(db, officer('320206103000'), { code: '320206103000', only: 'gaps' })
    ok(gaps.items.some((each) => each.villageCode === village && each.productPublished && !each.covered))
    deepEqual((await coverageOf(db, officer('320206103000'), { code: '320206103000', only: 'covered' })).items, [])
  }),
)

test(
  'figures are for those whose duty covers the place',
  inTx(async (tx) => {
    await refuses(divisionView(tx, officer('320205000000'), { code: '320206000000', period: '2026-11' }), notAllowed)
    await refuses(divisionView(tx, officer('320206000000'), { code: province, period: '2026-11' }), notAllowed)
    await refuses(salesTrend(tx, person(), '320206000000'), notAllowed)
    await refuses(coverageOf(tx, officer('320205000000'), { code: '320206000000' }), notAllowed)
  }),
)

test(
  'a year is the sum of its months, beside the year before',
  inDb(async (db) => {
    await rebuildFigures(db)
    await transact(db, (tx) =>
      fold(tx, [paid(village, 100, '2026-01'), paid(village, 20, '2026-12'), paid(village, 7, '2025-06')]),
    )
    const view = await divisionView(db, officer(province), { code: province, period: '2026' })
    equal(view.self.sales, 120)
    equal(view.self.salesBefore, 7)
    equal(view.children.length, 13)
    equal(
      view.children.reduce((sum, child) => sum + child.sales, 0),
      120,
    )
    const trend = await salesTrend(db, officer(province), province, '2026-12')
    deepEqual([trend.length, trend.at(-1)?.sales, trend[1]?.sales], [13, 20, 100])
  }),
)

test('a period is a month or a year', async () => {
  deepEqual(periodOf('2026'), { text: '2026', from: '2026-01', to: '2026-12' })
  await refuses((async () => periodOf('2026-13'))(), badPeriod)
  await refuses((async () => periodOf('26-1'))(), badPeriod)
})

test(
  'all 43 targets are there; what is not measured says so',
  inDb(async (db) => {
    await importTargets(db)
    await importTargets(db)
    const { items: all } = await targets(db)
    equal(all.length, 43)
    equal(all.find(({ code }) => code === 'T4')?.measured, null)
    equal(typeof all.find(({ code }) => code === 'T3')?.measured, 'number')
    await refuses(definitionOf(db, 'happiness'), unknownIndicator)
  }),
)

test(
  'an exported sheet says what its figures mean and until when',
  inDb(async (db) => {
    await rebuildFigures(db)
    const sheet = await transact(db, (tx) =>
      exportSheet(tx, officer(province), wordsFor('zh'), { table: 'divisions', code: province, period: '2026-11' }),
    )
    equal(sheet.rows.length, 14)
    const text = toCsv(sheet).toString()
    ok(text.includes('已支付订单的实付金额'))
    ok(text.includes('数据截至'))
    const audited = await row<{ did: string }>(db, `select did from kernel.audit_log where subject = 'table:divisions'`)
    equal(audited?.did, 'monitoring.export')
  }),
)

const uniqueIn = <Fact extends { fact: string }>(facts: readonly Fact[]) => [
  ...new Map(facts.map((fact) => [fact.fact, fact])).values(),
]

async function netAt(on: Tx, digits: number): Promise<number> {
  const found = await row<{ net: number }>(
    on,
    `select coalesce(sum(gross - refunded), 0)::bigint net from monitoring.sales
     where division_code = rpad(left(division_code, $1), 12, '0') and ($1 = 12 or substr(division_code, $1 + 1) = repeat('0', 12 - $1))
       and ($1 = 2 or substr(division_code, $2, $1 - $2 + 1) <> repeat('0', $1 - $2 + 1))`,
    [digits, { 2: 1, 4: 3, 6: 5, 9: 7, 12: 10 }[digits]],
  )
  return found?.net ?? 0
}

// Only what monitoring reacts to: the made-up store of these orders means nothing to other rooms.
async function foldWaiting(db: Db): Promise<void> {
  await rows(db, `delete from kernel.reaction where name not like 'monitoring.fold%'`)
  await drain(db)
}
