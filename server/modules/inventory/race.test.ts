import { deepEqual, equal, ok } from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import { test } from 'vitest'
import { ComeAfter, type Db, row, rows, type Tx, transact } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import { inDb } from '../../kernel/testing.ts'
import { type Goods, someGoods } from '../traceability/testing.ts'
import { expireHolds, releaseStock, shipStock } from './end-holds.ts'
import { holdStock, keepHold } from './hold-stock.ts'
import { availabilityOf } from './read-stock.ts'
import { outOfStock } from './refusals.ts'
import { allTrue, stocked } from './testing.ts'

const soon = () => new Date(Date.now() + 900_000).toISOString()
const past = () => new Date(Date.now() - 1000).toISOString()

async function shop(db: Db, quantity: number, shape: { skus?: number; lots?: number } = {}): Promise<Goods> {
  return transact(db, async (tx) => {
    const goods = await someGoods(tx, shape)
    await stocked(tx, goods, quantity)
    return goods
  })
}

async function outcomes(promises: Promise<unknown>[]) {
  const settled = await Promise.allSettled(promises)
  const refused = settled.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
  return { accepted: settled.length - refused.length, refused }
}

/** Like `transact`, but a deadlock of what is done here is not tried again, where it would stay unseen. */
async function unforgiving<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await db.transaction().execute(work)
    } catch (error) {
      if (!(error instanceof ComeAfter)) throw error
      await error.first(db)
    }
  }
}

for (const [buyers, units, each] of [
  [60, 20, 1],
  [20, 60, 1],
  [40, 30, 2],
  [24, 24, 1],
] as const) {
  const most = Math.min(buyers, Math.floor(units / each))
  test(
    `${buyers} buyers of ${each} race for ${units}: exactly ${most} get them`,
    inDb(async (db) => {
      const goods = await shop(db, units / 2, { lots: 2 })
      const skuId = goods.skuIds[0] as string
      const buy = () =>
        transact(db, (tx) => holdStock(tx, { heldFor: newId(), expiresAt: soon(), lines: [{ skuId, quantity: each }] }))
      const { accepted, refused } = await outcomes(Array.from({ length: buyers }, buy))
      equal(accepted, most)
      for (const error of refused) equal(error.code, outOfStock.code)
      deepEqual(await availabilityOf(db, [skuId]), new Map([[skuId, units - most * each]]))
      await allTrue(db)
    }),
  )
}

test(
  'orders of the same things in opposite order never wait for each other in a circle',
  inDb(async (db) => {
    const goods = await shop(db, 1000, { skus: 4, lots: 2 })
    const buy = (skuIds: string[]) =>
      unforgiving(db, (tx) =>
        holdStock(tx, {
          heldFor: newId(),
          expiresAt: soon(),
          lines: skuIds.map((skuId) => ({ skuId, quantity: 3 })),
        }),
      )
    const backwards = [...goods.skuIds].reverse()
    const { refused } = await outcomes(Array.from({ length: 120 }, (_, n) => buy(n % 2 ? goods.skuIds : backwards)))
    deepEqual(refused, [])
    await allTrue(db)
  }),
)

test(
  'buying, paying, shipping, cancelling and expiring at once keep every rule',
  inDb(async (db) => {
    const goods = await shop(db, 40, { skus: 3, lots: 3 })
    const orders = Array.from({ length: 60 }, () => newId())
    const buy = (heldFor: string, n: number) =>
      unforgiving(db, (tx) =>
        holdStock(tx, {
          heldFor,
          expiresAt: n % 3 ? soon() : past(),
          lines: [goods.skuIds[n % 3], goods.skuIds[(n + 1) % 3]].map((skuId) => ({
            skuId: skuId as string,
            quantity: 2,
          })),
        }),
      )
    await outcomes(orders.slice(0, 40).map(buy))
    const turn = (heldFor: string, n: number) =>
      unforgiving(db, async (tx) => {
        if (n % 4 === 0) await keepHold(tx, [heldFor])
        else if (n % 4 === 1) await releaseStock(tx, [heldFor])
        else if (n % 4 === 2) await shipStock(tx, [heldFor])
      })
    const { refused } = await outcomes([
      ...orders.map(turn),
      ...orders.slice(40).map(buy),
      ...Array.from({ length: 4 }, () => expireHolds(db)),
    ])
    deepEqual(
      refused.filter((error) => error.code !== outOfStock.code),
      [],
    )
    await allTrue(db)
  }),
)

test(
  'a hold that expires while it is paid is either kept whole or released whole',
  inDb(async (db) => {
    const goods = await shop(db, 400, { skus: 3, lots: 1 })
    const orders = Array.from({ length: 40 }, () => newId())
    for (const heldFor of orders) {
      const lines = goods.skuIds.map((skuId) => ({ skuId, quantity: 1 }))
      await transact(db, (tx) => holdStock(tx, { heldFor, expiresAt: past(), lines }))
    }
    await Promise.all([
      ...orders.map((heldFor) => unforgiving(db, (tx) => keepHold(tx, [heldFor]))),
      expireHolds(db),
      expireHolds(db),
    ])
    const left = await rows<{ heldFor: string; skus: number }>(
      db,
      'select held_for, count(*) skus from inventory.hold group by held_for',
    )
    ok(left.every((each) => each.skus === 3))
    await allTrue(db)
  }),
)

test(
  'nobody is refused because of a hold whose time is up',
  inDb(async (db) => {
    const goods = await shop(db, 5)
    const skuId = goods.skuIds[0] as string
    const buy = (expiresAt: string) =>
      transact(db, (tx) => holdStock(tx, { heldFor: newId(), expiresAt, lines: [{ skuId, quantity: 5 }] }))
    await buy(past())
    await buy(soon())
    await allTrue(db)
  }),
)

test(
  'nobody is refused because an order that has run out of time holds other goods, too; in whatever order they are wanted',
  inDb(async (db) => {
    const goods = await shop(db, 30, { skus: 3, lots: 1 })
    const buy = (skuIds: string[], expiresAt: string) =>
      unforgiving(db, (tx) =>
        holdStock(tx, { heldFor: newId(), expiresAt, lines: skuIds.map((skuId) => ({ skuId, quantity: 1 })) }),
      )
    const all = Array.from({ length: 30 }, () => goods.skuIds)
    await outcomes(all.map((skuIds) => buy(skuIds, past())))
    const [first, second, third] = goods.skuIds as [string, string, string]
    const one = await outcomes(Array.from({ length: 10 }, () => buy([second], soon())))
    deepEqual(one, { accepted: 10, refused: [] })
    const pairs = [
      [first, third],
      [third, second],
      [second, first],
    ]
    const { refused } = await outcomes(Array.from({ length: 45 }, (_, n) => buy(pairs[n % 3] as string[], soon())))
    deepEqual(
      refused.filter((error) => error.code !== outOfStock.code),
      [],
    )
    await allTrue(db)
  }),
)

for (const [wants, busy] of [
  [0, 1],
  [1, 0],
] as const) {
  test(
    `nobody is refused good ${wants} because somebody is just buying good ${busy} of an order that has run out of time`,
    inDb(async (db) => {
      const { skuIds } = await shop(db, 2, { skus: 2 })
      const lineOf = (at: number, quantity: number) => ({ skuId: skuIds[at] as string, quantity })
      const hold = (tx: Tx, expiresAt: string, ...lines: ReturnType<typeof lineOf>[]) =>
        holdStock(tx, { heldFor: newId(), expiresAt, lines })
      await transact(db, (tx) => hold(tx, past(), lineOf(wants, 2), lineOf(busy, 1)))
      let wanting: Promise<void> | undefined
      await transact(db, async (tx) => {
        await hold(tx, soon(), lineOf(busy, 1))
        wanting = transact(db, (tx) => hold(tx, soon(), lineOf(wants, 2)))
        const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
        while (!(await row(db, waiting))) await Promise.race([sleep(10), wanting])
      })
      await wanting
      deepEqual(
        await availabilityOf(db, skuIds),
        new Map([
          [skuIds[wants], 0],
          [skuIds[busy], 1],
        ]),
      )
      await allTrue(db)
    }),
  )
}
