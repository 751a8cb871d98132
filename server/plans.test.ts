import { deepEqual, ok } from 'node:assert/strict'
import type pg from 'pg'
import { test } from 'vitest'
import type { Actor } from './kernel/actor.ts'
import { type Db, transact } from './kernel/db.ts'
import { guest, inDb } from './kernel/testing.ts'
import { listenTo, type Statement } from './kernel/testing-statements.ts'
import { drain } from './kernel/work.ts'
import { cancelOrder } from './modules/orders/cancel-order.ts'
import { ordersOfBuyer, ordersOfStore, waitingOf } from './modules/orders/list-orders.ts'
import { orderPage } from './modules/orders/order-page.ts'
import { receiveOrder } from './modules/orders/receive-order.ts'
import { shipOrder } from './modules/orders/ship-order.ts'
import { buy, buyAndPay, market, openShop, owner, pay } from './modules/orders/testing.ts'

/** Tables whose keys begin with the store: they can be spread over machines by it. */
const spread = ['order', 'order_line', 'order_event', 'after_sale', 'order_refund']

interface Plan {
  'Node Type': string
  'Relation Name'?: string
  Schema?: string
  Alias?: string
  Operation?: string
  Plans?: Plan[]
  [property: string]: unknown
}

/** One look at one part of a table: by the key of one store, by the keys a batch brings along, or by neither. */
interface Look {
  table: string
  part: string
  by: 'store' | 'stores' | 'nothing'
}

test(
  'every statement on the way of an order carries the key of its store and reads one month',
  inDb(async (db, { pool }) => {
    const said = listenTo(pool)
    const shop = await openShop(db)
    const app = await market(db)
    const [buyer, seller] = [guest(), owner(shop)]
    const seen = new Map<string, Look[]>()
    const step = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
      said.length = 0
      const result = await work()
      const looks = []
      for (const statement of said.splice(0)) looks.push(...(await looksOf(pool, statement)))
      said.length = 0
      seen.set(name, looks)
      return result
    }
    const order = await step('place', () => buy(db, buyer, shop))
    const key = { storeId: shop.storeId, orderId: order.orderId }
    await step('mark paid', async () => {
      await pay(app, order.intentId)
      await drain(db)
    })
    await step("buyer's order page", () => orderPage(db, buyer, shop.storeId, order.orderId))
    await step("store's orders", () => ordersOfStore(db, seller, { storeId: shop.storeId, limit: 20 }))
    await step('what waits', () => waitingOf(db, seller, shop.storeId))
    await step('ship', () => ship(db, seller, key))
    await step('receive', () => transact(db, (tx) => receiveOrder(tx, buyer, key)))
    const other = await buyAndPay(app, buyer, shop)
    await step('cancel', () => cancel(db, buyer, { storeId: shop.storeId, orderId: other.orderId }))
    await step('give the money back', () => drain(db))
    // Whoever asks for their own orders asks all stores: the one hot question that goes to every machine.
    await step("buyer's orders", () => ordersOfBuyer(db, buyer, { limit: 20 }))

    for (const [name, looks] of seen) ok(looks.length > 0, `${name} looks at orders`)
    // Even a batch says its store as one value while it has only one, so that no second machine takes part.
    const elsewhere = [...seen].filter(([, looks]) => looks.some(({ by }) => by !== 'store')).map(([name]) => name)
    deepEqual(elsewhere, ["buyer's orders"])
    const lists = ["store's orders", 'what waits', "buyer's orders"]
    for (const [name, looks] of seen) {
      if (!lists.includes(name)) ok(monthsOf(looks).length <= 1, `${name} reads one month: ${monthsOf(looks)}`)
    }
  }),
)

const ship = (db: Db, actor: Actor, key: { storeId: string; orderId: string }) =>
  transact(db, (tx) => shipOrder(tx, actor, key, { carrier: 'sf', trackingNumber: 'SF1234567890' }))

const cancel = (db: Db, actor: Actor, key: { storeId: string; orderId: string }) =>
  transact(db, (tx) => cancelOrder(tx, actor, key, { reason: 'changedMind' }))

/** How a statement's plan looks at the tables that can be spread. */
async function looksOf(pool: pg.Pool, { text, values }: Statement): Promise<Look[]> {
  if (!/^\s*(with|select|insert|update|delete)\b/i.test(text) || !text.includes('orders.')) return []
  const client = await pool.connect()
  try {
    // Small tables would be read whole; what counts is which index condition the plan can use.
    await client.query('begin')
    for (const way of ['seqscan', 'hashjoin', 'mergejoin']) await client.query(`set local enable_${way} = off`)
    const { rows } = await client.query({ text: `explain (verbose, format json) ${text}`, values })
    return looksIn(rows[0]['QUERY PLAN'][0].Plan)
  } finally {
    await client.query('rollback')
    client.release()
  }
}

function looksIn(plan: Plan, above = ''): Look[] {
  const joins = ['Join Filter', 'Hash Cond', 'Merge Cond'].map((name) => String(plan[name] ?? '')).join(' ')
  const below = (plan.Plans ?? []).flatMap((child) => looksIn(child, `${above} ${joins}`))
  const part = plan['Relation Name']
  const table = part?.replace(/_(\d{4}_\d{2}|rest)$/, '')
  if (!part || !table || plan.Schema !== 'orders' || !spread.includes(table)) return below
  if (plan['Node Type'] === 'ModifyTable') {
    // A new row carries its key; what is changed is looked for by the nodes below.
    return plan.Operation === 'Insert' ? [{ table, part: '', by: 'store' }, ...below] : below
  }
  const own = ['Index Cond', 'Recheck Cond', 'Filter'].map((name) => String(plan[name] ?? '')).join(' ')
  return [{ table, part, by: keyOf(own, above, plan.Alias ?? '') }, ...below]
}

function keyOf(own: string, above: string, alias: string): Look['by'] {
  if (/store_id = '/.test(own)) return 'store'
  // A part is called as its table is, with a number, and a plan may say the one or the other.
  const names = [alias, alias.replace(/_\d+$/, '')]
  const joined = names.some((name) => above.includes(`${name}.store_id = `) || above.includes(` = ${name}.store_id)`))
  return joined || /store_id = /.test(own) ? 'stores' : 'nothing'
}

function monthsOf(looks: readonly Look[]): string[] {
  return [...new Set(looks.flatMap(({ part }) => /\d{4}_\d{2}$|rest$/.exec(part) ?? []))]
}
