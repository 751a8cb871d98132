import { type Actor, requireDuty } from '../../kernel/actor.ts'
import { type Db, rows } from '../../kernel/db.ts'
import { addMonths, monthOf } from '../../kernel/time.ts'
import { levelOf, partInLatin } from '../divisions/index.ts'
import { readersOfFigures } from '../orders/index.ts'
import { type Period, periodBefore, periodOf, yearBefore } from './periods.ts'

export interface Figures {
  code: string
  name: string
  nameEn: string
  level: number
  /** Net sales in fen: paid less refunded. */
  sales: number
  gross: number
  refunded: number
  orders: number
  /** Net sales of the period before, and of the same period a year ago. */
  salesBefore: number
  salesYearAgo: number
  villages: number
  covered: number
  withProduct: number
  withStore: number
  withStation: number
  sampleOrders: number
}

export interface DivisionView {
  period: string
  /** Figures are complete up to this moment. */
  asOf: string
  self: Figures
  children: Figures[]
}

/** One division and what lies directly inside it, for a month or a year: one statement. */
export async function divisionView(
  on: Db,
  actor: Actor,
  { code, period: text }: { code: string; period: string },
): Promise<DivisionView> {
  requireDuty(actor, readersOfFigures, { divisionCode: code })
  const period = periodOf(text)
  const read = await rows<Omit<Figures, 'nameEn'> & { asOf: string }>(on, viewSql, [code, ...monthsOf(period)])
  const found = read.map((each) => ({
    ...each,
    nameEn: partInLatin({ name: each.name, level: levelOf(each.code) }),
  }))
  const self = found.find((each) => each.code === code)
  const asOf = self?.asOf ?? new Date().toISOString()
  return { period: text, asOf, self: self ?? { ...empty, code }, children: found.filter((each) => each.code !== code) }
}

const monthsOf = (period: Period) =>
  [period, periodBefore(period), yearBefore(period)].flatMap(({ from, to }) => [from, to])

// The three periods are summed in one pass over a division's months; a year of one division is at most 36 index rows.
const viewSql = `
  select st.division_code code, st.name, st.level, st.villages, st.covered, st.with_product, st.with_store, st.with_station,
    coalesce(s.orders, 0) orders, coalesce(s.gross, 0) gross, coalesce(s.refunded, 0) refunded, coalesce(s.sample_orders, 0) sample_orders,
    coalesce(s.sales, 0) sales, coalesce(s.before, 0) sales_before, coalesce(s.year_ago, 0) sales_year_ago,
    coalesce((select min(run_at) from kernel.reaction where name = 'monitoring.fold_paid'), now()) as_of
  from monitoring.standing st left join lateral (
    select sum(orders) filter (where month between $2 and $3) orders, sum(gross) filter (where month between $2 and $3) gross,
      sum(refunded) filter (where month between $2 and $3) refunded,
      sum(sample_orders) filter (where month between $2 and $3) sample_orders,
      sum(gross - refunded) filter (where month between $2 and $3) sales,
      sum(gross - refunded) filter (where month between $4 and $5) before,
      sum(gross - refunded) filter (where month between $6 and $7) year_ago
    from monitoring.sales where division_code = st.division_code and month between least($4, $6) and $3
  ) s on true
  where st.parent_code = $1 or st.division_code = $1
  order by st.division_code`

const empty: Figures = {
  code: '',
  name: '',
  nameEn: '',
  level: 5,
  sales: 0,
  gross: 0,
  refunded: 0,
  orders: 0,
  salesBefore: 0,
  salesYearAgo: 0,
  villages: 0,
  covered: 0,
  withProduct: 0,
  withStore: 0,
  withStation: 0,
  sampleOrders: 0,
}

export interface MonthOfSales {
  month: string
  orders: number
  sales: number
}

/** The last 13 months of a division, oldest first; months without a sale are there with zero. */
export async function salesTrend(
  on: Db,
  actor: Actor,
  code: string,
  until = monthOf(new Date()),
): Promise<MonthOfSales[]> {
  requireDuty(actor, readersOfFigures, { divisionCode: code })
  const months = Array.from({ length: 13 }, (_, i) => addMonths(until, i - 12))
  return rows<MonthOfSales>(
    on,
    `select m.month, coalesce(s.orders, 0) orders, coalesce(s.gross - s.refunded, 0) sales
     from unnest($2::text[]) m(month) left join monitoring.sales s on s.division_code = $1 and s.month = m.month order by m.month`,
    [code, months],
  )
}
