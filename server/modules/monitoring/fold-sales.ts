import { change, type Tx } from '../../kernel/db.ts'
import { whenMany } from '../../kernel/events.ts'
import { monthOf } from '../../kernel/time.ts'
import { type OrderPaid, type OrderRefunded, orderPaid, orderRefunded } from '../orders/index.ts'
import { lastSales } from './fold-coverage.ts'

interface Fact {
  fact: string
  kind: 'paid' | 'refunded'
  villageCode: string
  /** The month of payment, for refunds too: a refund lowers the month in which the sale was counted. */
  month: string
  amount: number
  sample: boolean
}

/** A paid order becomes sales of its village, township, county, city and province, in one statement. */
export const foldPaid = whenMany(orderPaid, 'monitoring.fold_paid', async (tx, paid: OrderPaid[]) => {
  await fold(
    tx,
    paid.map((order) => factOf('paid', order.orderId, order, order.total)),
  )
  await lastSales(tx, paid)
})

export const foldRefunded = whenMany(orderRefunded, 'monitoring.fold_refunded', (tx, refunds: OrderRefunded[]) =>
  fold(
    tx,
    refunds.map((refund) => factOf('refunded', refund.refundId, refund, refund.amount)),
  ),
)

function factOf(
  kind: Fact['kind'],
  fact: string,
  of: { villageCode: string; paidAt: string; isSample: boolean },
  amount: number,
): Fact {
  return { fact, kind, villageCode: of.villageCode, month: monthOf(of.paidAt), amount, sample: of.isSample }
}

/** Adds facts to the live sales; a fact that was folded before changes nothing. */
export async function fold(tx: Tx, facts: Fact[]): Promise<void> {
  await change(
    tx,
    `with fact as (
       select * from jsonb_to_recordset($1::jsonb) as f(fact uuid, kind text, "villageCode" text, month text, amount bigint, sample boolean)
     ), fresh as (
       insert into monitoring.folded (fact, kind) select fact, kind from fact on conflict do nothing returning fact, kind
     )
     insert into monitoring.sales (division_code, month, orders, gross, refunded, sample_orders)
     select rpad(left("villageCode", digits), 12, '0'), month,
       count(*) filter (where kind = 'paid'), coalesce(sum(amount) filter (where kind = 'paid'), 0),
       coalesce(sum(amount) filter (where kind = 'refunded'), 0), count(*) filter (where kind = 'paid' and sample)
     from fact join fresh using (fact, kind), unnest(array[2, 4, 6, 9, 12]) digits
     group by 1, 2 order by 1, 2
     on conflict (division_code, month) do update set orders = sales.orders + excluded.orders,
       gross = sales.gross + excluded.gross, refunded = sales.refunded + excluded.refunded,
       sample_orders = sales.sample_orders + excluded.sample_orders`,
    [JSON.stringify(facts)],
  )
}
