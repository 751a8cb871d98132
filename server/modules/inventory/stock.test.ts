import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'vitest'
import { change, rows, type Tx, transact } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import { inDb, inTx, refuses } from '../../kernel/testing.ts'
import { someGoods } from '../traceability/testing.ts'
import { expireHolds, releaseStock, returnStock, shipStock } from './end-holds.ts'
import { stockChanged } from './events.ts'
import { holdStock, keepHold } from './hold-stock.ts'
import { availabilityOf, stockOf } from './read-stock.ts'
import { outOfStock } from './refusals.ts'
import { allTrue, stocked } from './testing.ts'

const soon = () => new Date(Date.now() + 900_000).toISOString()
const past = () => new Date(Date.now() - 1000).toISOString()

const waiting = (tx: Tx) => rows<{ name: string }>(tx, 'select name from kernel.reaction order by id')

test(
  'goods are taken from the oldest harvest first, across lots',
  inTx(async (tx) => {
    const goods = await someGoods(tx, { lots: 3 })
    const skuId = goods.skuIds[0] as string
    await stocked(tx, goods, 4)
    const order = newId()
    await holdStock(tx, { heldFor: order, expiresAt: soon(), lines: [{ skuId, quantity: 6 }] })
    const shipped = await shipStock(tx, [order])
    const byLot = new Map(shipped.map((each) => [each.lotId, each.quantity]))
    deepEqual(
      goods.lotIds.map((lot) => byLot.get(lot)),
      [4, 2, undefined],
    )
    deepEqual(await availabilityOf(tx, [skuId]), new Map([[skuId, 6]]))
    await allTrue(tx)
  }),
)

test(
  'an order that is short of one thing takes nothing and says what is left',
  inTx(async (tx) => {
    const goods = await someGoods(tx, { skus: 2 })
    const [first = '', second = ''] = goods.skuIds
    await stocked(tx, goods, 5)
    const lines = [
      { skuId: first, quantity: 2 },
      { skuId: second, quantity: 6 },
    ]
    const refused = await holdStock(tx, { heldFor: newId(), expiresAt: soon(), lines }).catch((error) => error)
    equal(refused.code, outOfStock.code)
    deepEqual(refused.params, { skuId: second, wanted: 6, left: 5 })
    equal(refused.field, 'lines.1.quantity')
    deepEqual(
      await availabilityOf(tx, goods.skuIds),
      new Map([
        [first, 5],
        [second, 5],
      ]),
    )
  }),
)

test(
  'the same package on two lines counts as their sum',
  inTx(async (tx) => {
    const goods = await someGoods(tx)
    const skuId = goods.skuIds[0] as string
    await stocked(tx, goods, 5)
    const lines = [
      { skuId, quantity: 3 },
      { skuId, quantity: 3 },
    ]
    await refuses(holdStock(tx, { heldFor: newId(), expiresAt: soon(), lines }), outOfStock)
  }),
)

test(
  'a package that was never stocked is out of stock',
  inTx(async (tx) => {
    const goods = await someGoods(tx)
    const lines = [{ skuId: goods.skuIds[0] as string, quantity: 1 }]
    await refuses(holdStock(tx, { heldFor: newId(), expiresAt: soon(), lines }), outOfStock)
  }),
)

test(
  'an unpaid hold comes back when its time is up, a paid one does not',
  inDb(async (db) => {
    const goods = await transact(db, async (tx) => {
      const goods = await someGoods(tx)
      await stocked(tx, goods, 5)
      return goods
    })
    const skuId = goods.skuIds[0] as string
    const hold = (heldFor: string, expiresAt: string, quantity: number) =>
      transact(db, (tx) => holdStock(tx, { heldFor, expiresAt, lines: [{ skuId, quantity }] }))
    const keep = (heldFor: string) => transact(db, (tx) => keepHold(tx, [heldFor]))
    const [paid, unpaid] = [newId(), newId()]
    for (const heldFor of [paid, unpaid]) await hold(heldFor, past(), 2)
    deepEqual(await keep(paid), [paid])
    await hold(newId(), soon(), 3)
    deepEqual(await keep(unpaid), [])
    await allTrue(db)
  }),
)

test(
  'releasing, shipping and taking back twice do it once',
  inTx(async (tx) => {
    const goods = await someGoods(tx)
    const skuId = goods.skuIds[0] as string
    await stocked(tx, goods, 30)
    const [cancelled, sent] = [newId(), newId()]
    for (const heldFor of [cancelled, sent])
      await holdStock(tx, { heldFor, expiresAt: soon(), lines: [{ skuId, quantity: 2 }] })
    equal((await releaseStock(tx, [cancelled])).length, 1)
    equal((await releaseStock(tx, [cancelled])).length, 0)
    equal((await shipStock(tx, [sent])).length, 1)
    equal((await shipStock(tx, [sent])).length, 0)
    equal((await returnStock(tx, sent, 'return', [{ skuId, quantity: 1 }])).length, 1)
    equal((await returnStock(tx, sent, 'spoil')).length, 1)
    equal((await returnStock(tx, sent, 'return')).length, 0)
    deepEqual(await availabilityOf(tx, [skuId]), new Map([[skuId, 29]]))
    const kinds = await rows<{ kind: string }>(
      tx,
      'select kind from inventory.movement where reference = $1 order by id',
      [sent],
    )
    deepEqual(
      kinds.map((each) => each.kind),
      ['hold', 'ship', 'return', 'return', 'spoil'],
    )
    await allTrue(tx)
  }),
)

test(
  'a change is announced only when a buyer would see it',
  inTx(async (tx) => {
    const { whenMany } = await import('../../kernel/events.ts')
    whenMany(stockChanged, `inventory.test_${newId()}`, async () => {})
    const goods = await someGoods(tx)
    const skuId = goods.skuIds[0] as string
    await stocked(tx, goods, 40)
    await change(tx, 'delete from kernel.reaction')
    const order = newId()
    await holdStock(tx, { heldFor: order, expiresAt: soon(), lines: [{ skuId, quantity: 19 }] })
    equal((await waiting(tx)).length, 0, '21 left reads as in stock')
    await holdStock(tx, { heldFor: order, expiresAt: soon(), lines: [{ skuId, quantity: 1 }] })
    equal((await waiting(tx)).length > 0, true, '20 left is shown as a number')
  }),
)

test(
  'the database itself refuses to oversell',
  inTx(async (tx) => {
    const goods = await someGoods(tx)
    await stocked(tx, goods, 5)
    const error = await change(tx, 'update inventory.stock set held = 6 where sku_id = $1', [goods.skuIds[0]]).catch(
      (e) => e,
    )
    equal(error.constraint, 'never_oversold')
  }),
)

test(
  'the stock of a product is told by package and lot',
  inTx(async (tx) => {
    const goods = await someGoods(tx, { lots: 2 })
    await stocked(tx, goods, 5)
    const [sku] = await stockOf(tx, goods.skuIds)
    equal(sku?.left, 10)
    deepEqual(
      sku?.lots.map((lot) => lot.lotId),
      [...goods.lotIds].reverse(),
    )
  }),
)

test(
  'expiring finds nothing when nothing is due',
  inTx(async (tx) => {
    equal(await expireHolds(tx), 0)
  }),
)
