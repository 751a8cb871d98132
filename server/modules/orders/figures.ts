import { type Db, rows } from '../../kernel/db.ts'
import { type Day, startOf } from '../../kernel/time.ts'

export interface VillageMonth {
  villageCode: string
  month: string
  orders: number
  /** All that was paid, freight included, by month of payment. */
  gross: number
  /** What has reached the buyer again, in the month of the payment. */
  refunded: number
  sampleOrders: number
}

/** Sales by village and month of payment, straight from the orders: what every rolled-up figure must agree with, to the fen. */
export async function salesByVillageAndMonth(
  on: Db,
  { from, to }: { from?: Day; to?: Day } = {},
): Promise<VillageMonth[]> {
  return rows<VillageMonth>(
    on,
    `select village_code, to_char(paid_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month, count(*)::int orders,
       sum(total)::bigint gross, sum(refunded_amount)::bigint refunded, (count(*) filter (where is_sample))::int sample_orders
     from orders."order"
     where paid_at is not null and ($1::timestamptz is null or paid_at >= $1) and ($2::timestamptz is null or paid_at < $2)
     group by 1, 2 order by 1, 2`,
    [from ? startOf(from) : null, to ? startOf(to) : null],
  )
}

export interface PaidFact {
  storeId: string
  orderId: string
  villageCode: string
  paidAt: string
  total: number
  refunded: number
  isSample: boolean
}

/** Every paid order once, in the order of ids, a page at a time: for whoever wants to count anew, one by one. */
export async function paidFacts(on: Db, { afterId, limit }: { afterId?: string; limit: number }): Promise<PaidFact[]> {
  return rows<PaidFact>(
    on,
    `select store_id, id order_id, village_code, paid_at, total, refunded_amount refunded, is_sample
     from orders."order" where paid_at is not null and id > $1 order by id limit $2`,
    [afterId ?? '00000000-0000-0000-0000-000000000000', limit],
  )
}

/** When something was last sold in each village: one leg of its coverage. */
export async function lastSaleByVillage(on: Db): Promise<{ villageCode: string; lastSaleAt: string }[]> {
  return rows(
    on,
    `select village_code, max(paid_at) last_sale_at from orders."order" where paid_at is not null group by village_code`,
  )
}

/** What this room measures, for the list of figures. */
export const figures = [
  {
    code: 'sales',
    unit: 'fen',
    measure: salesByVillageAndMonth,
    evidence: '/api/evidence/orders',
  },
] as const
