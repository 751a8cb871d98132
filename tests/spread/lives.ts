import type pg from 'pg'
import type { Actor } from '../../server/kernel/actor.ts'
import { connect, type Db, transact } from '../../server/kernel/db.ts'
import { newId } from '../../server/kernel/ids.ts'
import { listenTo, type Statement } from '../../server/kernel/testing-statements.ts'
import { drain } from '../../server/kernel/work.ts'
import { expireUnpaid } from '../../server/modules/orders/expire-orders.ts'
import * as orders from '../../server/modules/orders/index.ts'
// Whatever reacts to an order.
import '../../server/rooms.ts'

/** A statement about orders, and which machines took part in answering it. */
export interface Question {
  step: string
  text: string
  machines: string[]
  /** The parts that its plan looks at: months times machines. */
  parts: number
}

type Step = <T>(name: string, work: () => Promise<T>) => Promise<T>

/** Lives through all that can happen to the orders of one store, and asks every statement on the way again. */
export async function questionsOf(url: string, market: string, good: { storeId: string; skuId: string }) {
  const { db, pool, close } = connect(url, 4, 'byKey')
  const said = listenTo(pool)
  const apart = connect(url, 1, 'byKey')
  const questions: Question[] = []
  const step: Step = async (name, work) => {
    // A refund may name the request that was there before it.
    const requests = 'select id from orders.after_sale where store_id = $1'
    const { rows } = await apart.pool.query<{ id: string }>(requests, [good.storeId])
    said.length = 0
    const result = await work()
    const kept = new Set([good.storeId, ...rows.map(({ id }) => id)])
    for (const statement of said.splice(0)) {
      const text = statement.text.trim().replace(/\s+/g, ' ')
      if (!/^(with|select|insert|update|delete)\b/.test(text) || !aboutOrders.test(text)) continue
      questions.push({ step: name, text, ...(await askAgain(apart.pool, statement, kept)) })
    }
    return result
  }
  try {
    await live(db, market, good, step)
    return questions
  } finally {
    await apart.close()
    await close()
  }
}

const aboutOrders = /orders\.("order"|(order_line|order_event|after_sale|order_refund)\b)/

async function live(db: Db, market: string, { storeId, skuId }: { storeId: string; skuId: string }, step: Step) {
  const buyer: Actor = { guestId: `spread-${newId()}`, duties: [], language: 'zh' }
  const seller: Actor = { accountId: newId(), duties: [{ role: 'store_owner', storeId }], language: 'zh' }
  const address = { recipient: '示例买家', phone: '13900000000', regionCode: '310000', detail: '示例路 1 号' }
  const place = async () => {
    await orders.addToBasket(db, buyer, { skuId, quantity: 1 })
    await orders.setBasketAddress(db, buyer, address)
    const wanted = { storeId, method: 'express', channel: 'wechat', confirmedExempt: true } as const
    const placed = await transact(db, (tx) => orders.placeOrder(tx, buyer, wanted))
    return { ...placed, key: { storeId, orderId: placed.orderId } }
  }
  const sold = async () => {
    const placed = await place()
    await pay(market, placed.intentId)
    await drain(db)
    return placed
  }
  const ship = (key: orders.OrderKey) =>
    transact(db, (tx) => orders.shipOrder(tx, seller, key, { carrier: 'sf', trackingNumber: `SF${Date.now()}` }))

  const { key, intentId, orderNumber } = await step('place', place)
  await pay(market, intentId)
  await step('mark paid', () => drain(db))
  await step('order page', () => orders.orderPage(db, buyer, storeId, key.orderId))
  await step("store's orders", () => orders.ordersOfStore(db, seller, { storeId, limit: 20 }))
  await step('what waits', () => orders.waitingOf(db, seller, storeId))
  await step('ship', () => ship(key))
  const asked = await step('ask for money back', () =>
    transact(db, (tx) => orders.openAfterSale(tx, buyer, key, { kind: 'other', askedAmount: 100 })),
  )
  await step('decide', () =>
    transact(db, (tx) => orders.decideAfterSale(tx, seller, asked.afterSaleId, { decision: 'accept', amount: 100 })),
  )
  await step('give money back', () => drain(db))
  const second = await sold()
  await ship(second.key)
  await step('receive', () => transact(db, (tx) => orders.receiveOrder(tx, buyer, second.key)))
  const third = await sold()
  await step('cancel', () => transact(db, (tx) => orders.cancelOrder(tx, buyer, third.key)))
  await step('give all back', () => drain(db))
  await step("buyer's orders", () => orders.ordersOfBuyer(db, buyer, { limit: 20 }))
  await step('find by number', () =>
    transact(db, (tx) => orders.findOrder(tx, buyer, { orderNumber, phone: address.phone })),
  )
  await step('unpaid, by the clock', () => transact(db, expireUnpaid))
}

/** On the sandbox's page, over HTTP. */
async function pay(market: string, intentId: string): Promise<void> {
  const post = (path: string, type: string, body: string) =>
    fetch(`${market}${path}`, { method: 'POST', redirect: 'manual', headers: { 'content-type': type }, body })
  const started = await post(`/api/payments/${intentId}/start`, 'application/json', '{}')
  const { redirectUrl }: { redirectUrl: string } = await started.json()
  const { status } = await post(redirectUrl, 'application/x-www-form-urlencoded', 'action=pay')
  if (status !== 303) throw new Error(`paying: ${status}`)
}

/**
 * Says one statement again and asks postgres_fdw on which machines a transaction was opened for it: a plan might look
 * narrower than what its running takes. Nothing of it is kept.
 */
async function askAgain(pool: pg.Pool, { text, values }: Statement, kept: ReadonlySet<string>) {
  const isInsert = /^\s*(with \w+ as \(\s*)?insert/.test(text)
  const said = { text, values: isInsert ? values.map((value) => anew(value, kept)) : values }
  const client = await pool.connect()
  try {
    const plan = await client.query({ ...said, text: `explain (verbose, format json) ${text}` })
    await client.query('begin')
    await client.query(said)
    const asked = await client.query<{ name: string }>(
      'select server_name as name from postgres_fdw_get_connections() where used_in_xact order by 1',
    )
    return { machines: asked.rows.map(({ name }) => name), parts: partsIn(plan.rows[0]['QUERY PLAN'][0].Plan).size }
  } finally {
    await client.query('rollback')
    client.release()
  }
}

/** A row that is there already can be written again only under other ids. */
function anew(value: unknown, kept: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((each) => anew(each, kept))
  return typeof value === 'string' && /^[0-9a-f]{8}-/.test(value) && !kept.has(value) ? newId() : value
}

interface Plan {
  'Node Type': string
  'Relation Name'?: string
  Plans?: Plan[]
}

function partsIn(plan: Plan, found = new Set<string>()): Set<string> {
  if (plan['Node Type'] === 'Foreign Scan') found.add(String(plan['Relation Name']))
  for (const below of plan.Plans ?? []) partsIn(below, found)
  return found
}
