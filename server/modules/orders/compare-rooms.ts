import { atOneMoment } from '../../kernel/checks.ts'
import { type Db, rows } from '../../kernel/db.ts'
import { movedFor } from '../inventory/index.ts'
import { balancesOf } from '../payments/index.ts'
import type { OrderState } from './steps.ts'

interface Compared {
  storeId: string
  id: string
  state: OrderState
  total: number
  refundedAmount: number
  paid: boolean
  sent: boolean
  overdue: boolean
  /** Loaded in bulk, so that perhaps no payment and no stock stands beside it. */
  loaded: boolean
  /** Asked of the provider, and not yet said by it to be back with the buyer. */
  refunding: number
  pieces: number
}

const batchAtMost = 5000

/** How many orders disagree with the journal: what lies at the provider for them is what was paid less what went back. */
export async function unlikeJournal(db: Db): Promise<number> {
  return countAll(db, async (on, orders) => {
    const balances = await balancesOf(
      on,
      orders.map((order) => order.id),
    )
    return orders.filter((order) => {
      const balance = balances.get(order.id)
      if (balance === undefined) return order.paid && !order.loaded
      // The journal is first to know: money of an order that is not paid (yet) is on its way in or back out, and a refund
      // that it has booked is not yet told to the order.
      const most = order.total - order.refundedAmount
      return order.paid && (balance > most || balance < most - order.refunding)
    }).length
  })
}

/** How many orders disagree with the stock room: goods are held until they are sent or given up, and sent in full. */
export async function unlikeStock(db: Db): Promise<number> {
  return countAll(db, async (on, orders) => {
    const moved = await movedFor(
      on,
      orders.map((order) => order.id),
    )
    return orders.filter((order) => {
      if (order.loaded || order.overdue) return false
      const { held, sent } = moved.get(order.id) ?? { held: 0, sent: 0 }
      const waiting = order.state === 'placed' || order.state === 'paid'
      return held !== (waiting ? order.pieces : 0) || sent !== (order.sent ? order.pieces : 0)
    }).length
  })
}

/** Goes through all orders as they were at one moment, by their key, which every month's part has an index for. */
function countAll(db: Db, count: (on: Db, orders: Compared[]) => Promise<number>): Promise<number> {
  return atOneMoment(db, (on) => countPages(on, (orders) => count(on, orders)))
}

async function countPages(db: Db, count: (orders: Compared[]) => Promise<number>): Promise<number> {
  const nowhere = '00000000-0000-0000-0000-000000000000'
  let wrong = 0
  for (let after = { storeId: nowhere, id: nowhere }; ; ) {
    const orders = await rows<Compared>(
      db,
      `select o.store_id, o.id, o.state, o.total, o.refunded_amount, o.paid_at is not null paid,
         o.shipped_at is not null sent, o.state = 'placed' and o.pay_before < now() overdue,
         o.buyer_account_id is null and o.guest_id is null loaded,
         (select coalesce(sum(r.amount), 0)::bigint from orders.order_refund r
          where r.store_id = o.store_id and r.order_id = o.id and r.settled_at is null) refunding,
         (select sum(quantity)::int from orders.order_line l where l.store_id = o.store_id and l.order_id = o.id) pieces
       from orders."order" o where (o.store_id, o.id) > ($1, $2) order by o.store_id, o.id limit $3`,
      [after.storeId, after.id, batchAtMost],
    )
    wrong += await count(orders)
    const last = orders.at(-1)
    if (!last || orders.length < batchAtMost) return wrong
    after = last
  }
}
