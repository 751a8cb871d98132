import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'vitest'
import type { Actor } from '../../kernel/actor.ts'
import { change, type Db, row, rows, transact } from '../../kernel/db.ts'
import { notAllowed, notFound } from '../../kernel/errors.ts'
import { announce } from '../../kernel/events.ts'
import { unknownPhoto } from '../../kernel/files.ts'
import { newId } from '../../kernel/ids.ts'
import { runChore } from '../../kernel/schedule.ts'
import { guest, person, refuses } from '../../kernel/testing.ts'
import { monthOf } from '../../kernel/time.ts'
import { drain } from '../../kernel/work.ts'
import { accountErased } from '../accounts/index.ts'
import { availabilityOf, checks as stockChecks } from '../inventory/index.ts'
import { checks as moneyChecks, paymentsOf, statementOf } from '../payments/index.ts'
import { checks } from './checks.ts'
import { decideAfterSale, disputeAfterSale, withdrawAfterSale } from './decide-after-sale.ts'
import { salesByVillageAndMonth } from './figures.ts'
import { ordersOfStore } from './list-orders.ts'
import { openAfterSale } from './open-after-sale.ts'
import { orderPage } from './order-page.ts'
import { receiveOrder } from './receive-order.ts'
import {
  alreadyDecided,
  alreadyOpen,
  amountTooLarge,
  notInTime,
  notPossibleNow,
  notReturnable,
  photosMissing,
  reasonMissing,
  tooEarly,
} from './refusals.ts'
import { shipOrder } from './ship-order.ts'
import { buyAndPay, factsOf, market, oneDatabase, openShop, owner, type Shop } from './testing.ts'

const onShop = oneDatabase()

// The buyer of the latest order has sent three photos; see `sent`.
let photos: string[] = []
const damage = (damagedShare: number) => ({
  kind: 'damagedGoods' as const,
  damagedShare,
  photos,
  description: '压坏了',
})

async function sendPhotos(db: Db, { accountId, guestId }: Actor): Promise<string[]> {
  const ids = [newId(), newId(), newId()]
  await change(
    db,
    `insert into kernel.file (id, owner_account_id, guest_id, sizes) select unnest($1::uuid[]), $2, $3, '{}'`,
    [ids, accountId ?? null, accountId ? null : (guestId ?? null)],
  )
  return ids
}

async function allTrue(db: Db): Promise<void> {
  for (const check of [...checks, ...stockChecks, ...moneyChecks]) {
    const { found, expected } = await check.run(db)
    deepEqual(found, expected, check.name)
  }
}

let parcels = 0

async function figure(db: Db): Promise<{ gross: number; refunded: number }> {
  return (await salesByVillageAndMonth(db))[0] ?? { gross: 0, refunded: 0 }
}

/** An order of two packages that was sent. */
async function sent(db: Db, shop: Shop, buyer: Actor) {
  const app = await market(db)
  const { orderId, total } = await buyAndPay(app, buyer, shop, { quantity: 2 })
  const key = { storeId: shop.storeId, orderId }
  await transact(db, (tx) =>
    shipOrder(tx, owner(shop), key, { carrier: 'sf', trackingNumber: `SF${String(++parcels).padStart(13, '0')}` }),
  )
  await drain(db)
  photos = await sendPhotos(db, buyer)
  return { key, total, orderId }
}

test(
  'a little damage: three photos, a suggested amount, one tap; money, figures and statement follow',
  onShop(async (db) => {
    const shop = await openShop(db)
    const [buyer, seller] = [guest(), owner(shop)]
    const before = await figure(db)
    const { key, total, orderId } = await sent(db, shop, buyer)
    const waiting = async () =>
      (await ordersOfStore(db, seller, { storeId: shop.storeId, afterSale: 'open', limit: 5 })).items.map(
        (order) => order.orderId,
      )
    deepEqual(await waiting(), [])
    const opened = await transact(db, (tx) => openAfterSale(tx, buyer, key, damage(15)))
    deepEqual(await waiting(), [orderId])
    deepEqual([opened.suggestedAmount, opened.rule], [2_940, 'damagedGoods.1.1'])
    equal((await factsOf(db, orderId)).state, 'received')
    await transact(db, (tx) => decideAfterSale(tx, seller, opened.afterSaleId, { decision: 'accept' }))
    await drain(db)
    deepEqual(await waiting(), [])
    const facts = await factsOf(db, orderId)
    deepEqual([facts.state, facts.refundedAmount], ['completed', 2_940])
    equal((await orderPage(db, buyer, key.storeId, orderId)).afterSales[0]?.state, 'settled')
    // The evidence stays: photos that nothing shows are removed after two days.
    equal((await rows(db, 'select 1 from kernel.file where id = any($1) and used', [photos])).length, 3)
    const after = await figure(db)
    deepEqual([after.gross - before.gross, after.refunded - before.refunded], [total, 2_940])
    const { sums } = await statementOf(db, shop.storeId, monthOf(new Date()))
    deepEqual([sums.gross, sums.refunded], [total, 2_940])
    await allTrue(db)
  }),
)

test(
  'wholly spoiled goods are paid back in full and written off',
  onShop(async (db) => {
    const shop = await openShop(db)
    const buyer = guest()
    const { key, total, orderId } = await sent(db, shop, buyer)
    const { afterSaleId } = await transact(db, (tx) => openAfterSale(tx, buyer, key, damage(90)))
    await transact(db, (tx) => decideAfterSale(tx, owner(shop), afterSaleId, { decision: 'accept' }))
    await drain(db)
    const facts = await factsOf(db, orderId)
    deepEqual([facts.state, facts.refundedAmount], ['refunded', total])
    equal((await availabilityOf(db, [shop.skuId])).get(shop.skuId), 98)
    ok(await row(db, `select 1 from inventory.movement where kind = 'spoil' and reference = $1`, [orderId]))
    await allTrue(db)
  }),
)

test(
  'a return within seven days pays the goods, keeps the freight, and the goods come back',
  onShop(async (db) => {
    const shop = await openShop(db)
    const buyer = guest()
    const { key, orderId } = await sent(db, shop, buyer)
    await transact(db, (tx) => receiveOrder(tx, buyer, key))
    await drain(db)
    const opened = await transact(db, (tx) => openAfterSale(tx, buyer, key, { kind: 'sevenDayReturn' }))
    equal(opened.suggestedAmount, 19_600)
    await transact(db, (tx) => decideAfterSale(tx, owner(shop), opened.afterSaleId, { decision: 'accept' }))
    await drain(db)
    equal((await factsOf(db, orderId)).refundedAmount, 19_600)
    equal((await availabilityOf(db, [shop.skuId])).get(shop.skuId), 100)
    await allTrue(db)
  }),
)

test(
  'fresh goods have no return without a reason, and no claim after 48 hours or with two photos',
  onShop(async (db) => {
    const shop = await openShop(db, { returnPolicy: 'perishableExempt' })
    const buyer = guest()
    const { key, orderId } = await sent(db, shop, buyer)
    const open = (input: Parameters<typeof openAfterSale>[3]) =>
      transact(db, (tx) => openAfterSale(tx, buyer, key, input))
    await refuses(open({ kind: 'sevenDayReturn' }), notReturnable)
    await refuses(open({ ...damage(50), photos: photos.slice(1) }), photosMissing)
    const anothers = await sendPhotos(db, guest())
    await refuses(open({ ...damage(50), photos: anothers }), unknownPhoto)
    await refuses(open({ kind: 'notDelivered' }), tooEarly)
    await transact(db, (tx) => receiveOrder(tx, buyer, key))
    await change(
      db,
      `update orders."order" set received_at = now() - interval '49 hours', shipped_at = now() - interval '90 hours', paid_at = now() - interval '91 hours' where id = $1`,
      [orderId],
    )
    await refuses(open(damage(50)), notInTime)
  }),
)

test(
  'the store refuses with a reason, decides once, and gives no more than was paid',
  onShop(async (db) => {
    const shop = await openShop(db)
    const [buyer, seller] = [person(), owner(shop)]
    const { key, orderId, total } = await sent(db, shop, buyer)
    const { afterSaleId } = await transact(db, (tx) => openAfterSale(tx, buyer, key, damage(10)))
    const decide = (actor: Actor, input: Parameters<typeof decideAfterSale>[3]) =>
      transact(db, (tx) => decideAfterSale(tx, actor, afterSaleId, input))
    await refuses(
      transact(db, (tx) => openAfterSale(tx, buyer, key, damage(10))),
      alreadyOpen,
    )
    await refuses(decide(buyer, { decision: 'accept' }), notAllowed)
    await refuses(decide(owner({ ...shop, storeId: newId(), merchantId: newId() }), { decision: 'accept' }), notFound)
    await refuses(decide(seller, { decision: 'refuse' }), reasonMissing)
    await refuses(decide(seller, { decision: 'accept', amount: total + 1 }), amountTooLarge)
    await decide(seller, { decision: 'refuse', reason: '照片看不出损坏' })
    await refuses(decide(seller, { decision: 'accept' }), alreadyDecided)
    await transact(db, (tx) => disputeAfterSale(tx, buyer, afterSaleId))
    await drain(db)
    // With nothing open any more, the received order is completed and paid out in full.
    equal((await factsOf(db, orderId)).state, 'completed')
    await allTrue(db)
  }),
)

test(
  'while a request is open the order waits; withdrawn, it goes on',
  onShop(async (db) => {
    const shop = await openShop(db)
    const buyer = guest()
    const { key, orderId } = await sent(db, shop, buyer)
    const { afterSaleId } = await transact(db, (tx) =>
      openAfterSale(tx, buyer, key, { kind: 'other', askedAmount: 500 }),
    )
    await runChore(db, 'orders.complete_by_clock')
    equal((await factsOf(db, orderId)).state, 'received')
    await transact(db, (tx) => withdrawAfterSale(tx, buyer, afterSaleId))
    await drain(db)
    equal((await factsOf(db, orderId)).state, 'completed')
    await allTrue(db)
  }),
)

test(
  'two requests, both accepted, never give back more than was paid',
  onShop(async (db) => {
    const shop = await openShop(db)
    const [buyer, seller] = [guest(), owner(shop)]
    const { key, orderId, total } = await sent(db, shop, buyer)
    for (const share of [79, 90]) {
      const { afterSaleId } = await transact(db, (tx) => openAfterSale(tx, buyer, key, damage(share)))
      await transact(db, (tx) => decideAfterSale(tx, seller, afterSaleId, { decision: 'accept' }))
      await drain(db)
    }
    const facts = await factsOf(db, orderId)
    deepEqual([facts.state, facts.refundedAmount], ['refunded', total])
    equal(
      (await paymentsOf(db, orderId)).refunds.reduce((sum, refund) => sum + refund.amount, 0),
      total,
    )
    await refuses(
      transact(db, (tx) => openAfterSale(tx, buyer, key, damage(10))),
      notPossibleNow,
    )
    await allTrue(db)
  }),
)

test(
  'an erased buyer leaves amounts and states behind, and nothing of themselves, once the order has ended',
  onShop(async (db) => {
    const shop = await openShop(db)
    const buyer = person()
    const { key, orderId, total } = await sent(db, shop, buyer)
    await transact(db, (tx) => announce(tx, accountErased, { accountId: buyer.accountId }))
    await drain(db)
    equal((await factsOf(db, orderId)).phone, '13912345678')
    await transact(db, (tx) => receiveOrder(tx, buyer, key))
    await runChore(db, 'orders.erase_ended')
    const facts = await factsOf(db, orderId)
    deepEqual([facts.recipient, facts.phone, facts.state, facts.total], ['', '', 'completed', total])
    const kept = await rows(
      db,
      `select 1 from orders."order" o where id = $1 and (o::text like '%林小雨%' or o::text like '%13912345678%')`,
      [orderId],
    )
    equal(kept.length, 0)
  }),
)
