import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'vitest'
import { change, type Db, row, rows, transact } from '../../kernel/db.ts'
import { notAllowed, notFound } from '../../kernel/errors.ts'
import { runChore } from '../../kernel/schedule.ts'
import { guest, officer, person, refuses } from '../../kernel/testing.ts'
import { monthOf } from '../../kernel/time.ts'
import { drain } from '../../kernel/work.ts'
import { availabilityOf, checks as stockChecks } from '../inventory/index.ts'
import { shipmentOf } from '../logistics/index.ts'
import { checks as moneyChecks, paymentsOf, statementOf } from '../payments/index.ts'
import { cancelOrder } from './cancel-order.ts'
import { checks } from './checks.ts'
import { orderPage, revealContact } from './order-page.ts'
import { payAgain } from './pay-again.ts'
import { receiveOrder } from './receive-order.ts'
import { notPossibleNow, reasonMissing } from './refusals.ts'
import { shipOrder } from './ship-order.ts'
import { buy, buyAndPay, factsOf, market, oneDatabase, openShop, operator, owner, pay, type Shop } from './testing.ts'

const onShop = oneDatabase()

let sent = 0
const parcel = () => ({ carrier: 'sf', trackingNumber: `SF${String(++sent).padStart(13, '0')}` })

async function allTrue(db: Db): Promise<void> {
  for (const check of [...checks, ...stockChecks, ...moneyChecks]) {
    const { found, expected } = await check.run(db)
    deepEqual(found, expected, check.name)
  }
}

async function overdue(db: Db, orderId: string): Promise<void> {
  await change(db, `update orders."order" set pay_before = now() - interval '1 second' where id = $1`, [orderId])
}

async function left(db: Db, shop: Shop): Promise<number | undefined> {
  return (await availabilityOf(db, [shop.skuId])).get(shop.skuId)
}

async function kindsOf(db: Db, orderId: string): Promise<string[]> {
  return (
    await rows<{ kind: string }>(db, 'select kind from orders.order_event where order_id = $1 order by at, id', [
      orderId,
    ])
  ).map((e) => e.kind)
}

test(
  'an order is paid, sent, received and completed, and its money shared out',
  onShop(async (db) => {
    const shop = await openShop(db)
    const app = await market(db)
    const [buyer, seller] = [guest(), owner(shop)]
    const { orderId, total } = await buyAndPay(app, buyer, shop, { quantity: 2 })
    const key = { storeId: shop.storeId, orderId }
    equal((await factsOf(db, orderId)).state, 'paid')
    equal((await shipmentOf(db, orderId))?.state, 'prepared')
    await transact(db, (tx) => shipOrder(tx, seller, key, parcel()))
    await drain(db)
    await transact(db, (tx) => receiveOrder(tx, buyer, key))
    await drain(db)
    equal((await factsOf(db, orderId)).state, 'completed')
    deepEqual(await kindsOf(db, orderId), ['placed', 'paid', 'shipped', 'received', 'completed'])
    const statement = await statementOf(db, shop.storeId, monthOf(new Date()))
    equal(statement.sums.gross, total)
    equal(statement.sums.net, total - statement.sums.fee)
    const lots = await rows<{ quantity: number }>(
      db,
      `select quantity from traceability.trace_event where lot_id = $1 and kind = 'shipped'`,
      [shop.lotId],
    )
    deepEqual(lots, [{ quantity: 2 }])
    equal(await left(db, shop), 98)
    await allTrue(db)
  }),
)

test(
  'what is not paid in fifteen minutes is cancelled and its goods can be bought again',
  onShop(async (db) => {
    const shop = await openShop(db, { quantity: 3 })
    const { orderId } = await buy(db, guest(), shop, { quantity: 3 })
    equal(await left(db, shop), 0)
    await runChore(db, 'orders.expire_unpaid')
    equal((await factsOf(db, orderId)).state, 'placed')
    await overdue(db, orderId)
    await runChore(db, 'orders.expire_unpaid')
    equal((await factsOf(db, orderId)).state, 'cancelled')
    equal(await left(db, shop), 3)
    await allTrue(db)
  }),
)

test(
  'when the stock room lets go of the goods first, the order ends too',
  onShop(async (db) => {
    const shop = await openShop(db)
    const { orderId } = await buy(db, guest(), shop)
    await change(db, `update inventory.hold set expires_at = now() - interval '1 second' where held_for = $1`, [
      orderId,
    ])
    await runChore(db, 'inventory.expire_holds')
    await drain(db)
    equal((await factsOf(db, orderId)).state, 'cancelled')
    await allTrue(db)
  }),
)

test(
  'money that comes after the end goes back at once, and the order stays ended',
  onShop(async (db) => {
    const shop = await openShop(db)
    const app = await market(db)
    const { orderId, intentId, total } = await buy(db, guest(), shop)
    await overdue(db, orderId)
    await runChore(db, 'orders.expire_unpaid')
    await pay(app, intentId)
    await drain(db)
    const facts = await factsOf(db, orderId)
    deepEqual([facts.state, facts.paidAt, facts.refundedAmount], ['cancelled', null, 0])
    const { refunds } = await paymentsOf(db, orderId)
    deepEqual(
      refunds.map((refund) => [refund.amount, refund.state]),
      [[total, 'settled']],
    )
    deepEqual(await kindsOf(db, orderId), ['placed', 'expired', 'paidTooLate', 'refunded'])
    await allTrue(db)
  }),
)

test(
  'money that comes when the goods are gone goes back, even before the order knew',
  onShop(async (db) => {
    const shop = await openShop(db)
    const app = await market(db)
    const { orderId, intentId } = await buy(db, guest(), shop)
    await change(db, `update inventory.hold set expires_at = now() - interval '1 second' where held_for = $1`, [
      orderId,
    ])
    await runChore(db, 'inventory.expire_holds')
    await change(db, `delete from kernel.reaction where name = 'orders.end_with_hold'`)
    await pay(app, intentId)
    await drain(db)
    equal((await factsOf(db, orderId)).state, 'cancelled')
    equal((await paymentsOf(db, orderId)).refunds[0]?.state, 'settled')
    await allTrue(db)
  }),
)

test(
  'an order paid over two channels is paid once; the second payment goes back and is no refund of the sale',
  onShop(async (db) => {
    const shop = await openShop(db)
    const app = await market(db)
    const buyer = guest()
    const { orderId, intentId, total } = await buy(db, buyer, shop)
    const second = await transact(db, (tx) =>
      payAgain(tx, buyer, { storeId: shop.storeId, orderId }, { channel: 'alipay' }),
    )
    await pay(app, intentId)
    await pay(app, second.intentId)
    await drain(db)
    const facts = await factsOf(db, orderId)
    deepEqual([facts.state, facts.refundedAmount], ['paid', 0])
    deepEqual(
      (await paymentsOf(db, orderId)).refunds.map((refund) => [refund.amount, refund.isSurplus]),
      [[total, true]],
    )
    await allTrue(db)
  }),
)

test(
  'cancelled after payment, the money and the goods go back',
  onShop(async (db) => {
    const shop = await openShop(db)
    const app = await market(db)
    const buyer = guest()
    const { orderId, total } = await buyAndPay(app, buyer, shop)
    await transact(db, (tx) => cancelOrder(tx, buyer, { storeId: shop.storeId, orderId }))
    await drain(db)
    const facts = await factsOf(db, orderId)
    deepEqual([facts.state, facts.refundedAmount], ['refunded', total])
    equal(await left(db, shop), 100)
    await refuses(
      transact(db, (tx) => cancelOrder(tx, buyer, { storeId: shop.storeId, orderId })),
      notPossibleNow,
    )
    await allTrue(db)
  }),
)

test(
  'when paying and cancelling meet, the buyer has either the order or the money',
  onShop(async (db) => {
    const shop = await openShop(db)
    const app = await market(db)
    const buyers = Array.from({ length: 8 }, () => guest())
    const placed: { orderId: string; intentId: string; buyer: (typeof buyers)[number] }[] = []
    for (const buyer of buyers) placed.push({ ...(await buy(db, buyer, shop)), buyer })
    await Promise.allSettled(
      placed.flatMap(({ orderId, intentId, buyer }) => [
        pay(app, intentId).then(() => drain(db)),
        transact(db, (tx) => cancelOrder(tx, buyer, { storeId: shop.storeId, orderId })),
      ]),
    )
    await drain(db)
    for (const { orderId } of placed) {
      const { state } = await factsOf(db, orderId)
      const { payments, refunds } = await paymentsOf(db, orderId)
      const kept =
        payments.filter((p) => p.state === 'captured').length - refunds.filter((r) => r.state === 'settled').length
      ok(
        state === 'paid' ? kept === 1 : (state === 'cancelled' || state === 'refunded') && kept === 0,
        `${state} ${kept}`,
      )
    }
    await allTrue(db)
  }),
)

test(
  'the station sends on behalf of the merchant, and the audit says so',
  onShop(async (db) => {
    const shop = await openShop(db)
    const app = await market(db)
    const { orderId } = await buyAndPay(app, guest(), shop)
    await transact(db, (tx) => shipOrder(tx, operator(), { storeId: shop.storeId, orderId }, parcel()))
    const said = await row<{ detail: object }>(
      db,
      `select detail from kernel.audit_log where did = 'orders.ship_order' and subject = $1`,
      [`order:${orderId}`],
    )
    deepEqual(said?.detail, { onBehalfOf: shop.merchantId })
  }),
)

test(
  'a foreign store, a foreign buyer and a guessed id find nothing',
  onShop(async (db) => {
    const shop = await openShop(db)
    const app = await market(db)
    const buyer = person()
    const { orderId } = await buyAndPay(app, buyer, shop)
    const key = { storeId: shop.storeId, orderId }
    const foreign = owner({ ...shop, storeId: shop.productId, merchantId: shop.productId })
    for (const stranger of [guest(), person(), foreign, officer('320505000000')]) {
      await refuses(orderPage(db, stranger, key.storeId, key.orderId), notFound)
      await refuses(
        transact(db, (tx) => shipOrder(tx, stranger, key, parcel())),
        notFound,
      )
      await refuses(
        transact(db, (tx) => cancelOrder(tx, stranger, key)),
        notFound,
      )
    }
    await refuses(orderPage(db, buyer, key.storeId, shop.productId), notFound)
    await refuses(
      transact(db, (tx) => shipOrder(tx, buyer, key, parcel())),
      notAllowed,
    )
    await refuses(
      transact(db, (tx) => receiveOrder(tx, owner(shop), key)),
      notAllowed,
    )
    await refuses(
      transact(db, (tx) => cancelOrder(tx, owner(shop), key)),
      reasonMissing,
    )
  }),
)

test(
  'only the buyer reads name and phone in full; the store reveals them to send, and the look is kept',
  onShop(async (db) => {
    const shop = await openShop(db)
    const app = await market(db)
    const buyer = person()
    const { orderId } = await buyAndPay(app, buyer, shop)
    const key = { storeId: shop.storeId, orderId }
    const own = await orderPage(db, buyer, key.storeId, orderId)
    deepEqual([own.recipient, own.phone, own.addressDetail], ['林小雨', '13912345678', '示例路 1 号 502 室'])
    for (const other of [owner(shop), operator(), officer('320115000000')]) {
      const seen = await orderPage(db, other, key.storeId, orderId)
      deepEqual([seen.recipient, seen.phone, seen.addressDetail], ['林**', '139****5678', '***'])
    }
    equal((await transact(db, (tx) => revealContact(tx, owner(shop), key))).phone, '13912345678')
    await refuses(
      transact(db, (tx) => revealContact(tx, officer('320115000000'), key)),
      notAllowed,
    )
    equal(
      (
        await rows(db, `select 1 from kernel.audit_log where did = 'orders.reveal_contact' and subject = $1`, [
          `order:${orderId}`,
        ])
      ).length,
      1,
    )
  }),
)

test(
  'a buyer who forgets to confirm does not keep the seller waiting',
  onShop(async (db) => {
    const shop = await openShop(db)
    const app = await market(db)
    const { orderId } = await buyAndPay(app, guest(), shop)
    await transact(db, (tx) => shipOrder(tx, owner(shop), { storeId: shop.storeId, orderId }, parcel()))
    await runChore(db, 'orders.receive_by_clock')
    equal((await factsOf(db, orderId)).state, 'shipped')
    await change(
      db,
      `update orders."order" set shipped_at = now() - interval '8 days', receive_before = now() - interval '1 day', paid_at = now() - interval '9 days' where id = $1`,
      [orderId],
    )
    await runChore(db, 'orders.receive_by_clock')
    await drain(db)
    equal((await factsOf(db, orderId)).state, 'completed')
    await allTrue(db)
  }),
)
