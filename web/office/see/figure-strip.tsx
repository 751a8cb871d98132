import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useSettings } from '../app/settings.tsx'
import { Change, Money } from '../parts/amount.tsx'
import { Explained } from '../parts/explained.tsx'
import { count, exactYuan, sayPercent } from '../parts/format.ts'
import { isYear, type Period } from '../parts/period.ts'
import { coveragePath, evidencePath } from '../paths.ts'
import type { Figures } from './scale.ts'

/** The division's own figures, large; what changed, small beside them; definition and evidence one step away. */
export function FigureStrip({ self, period, asOf }: { self: Figures; period: Period; asOf: string }) {
  const { say } = useSettings()
  const orders = { to: evidencePath(self.code, period), words: say('office.see_orders') }
  const villages = { to: coveragePath(self.code, 'gaps'), words: say('office.see_gaps') }
  const stations = { to: coveragePath(self.code, 'all'), words: say('office.see_villages') }
  return (
    <section className="figures" aria-label={say('office.figures')}>
      <Figure
        name={
          <Explained indicator="online_sales" asOf={asOf} evidence={orders}>
            {say('office.sales')}
          </Explained>
        }
        value={
          <Link to={orders.to} aria-label={say('office.opens_orders', { figure: exactYuan(self.sales) })}>
            <Money fen={self.sales} />
          </Link>
        }
      >
        {!isYear(period) && (
          <span>
            {say('office.mom')} <Change now={self.sales} before={self.salesBefore} />
          </span>
        )}
        <span>
          {say('office.yoy')} <Change now={self.sales} before={self.salesYearAgo} />
        </span>
        <span className="soft">{say('office.refunded_part', { amount: exactYuan(self.refunded) })}</span>
      </Figure>
      <Figure
        name={
          <Explained indicator="orders" asOf={asOf} evidence={orders}>
            {say('office.orders')}
          </Explained>
        }
        value={
          <Link
            to={orders.to}
            aria-label={say('office.opens_orders', {
              figure: `${count(self.orders)} ${say('office.orders_unit', { count: self.orders })}`,
            })}
          >
            {count(self.orders)}
            <span className="unit">{say('office.orders_unit', { count: self.orders })}</span>
          </Link>
        }
      >
        <span className="soft">
          {say('office.per_order', { amount: self.orders > 0 ? exactYuan(Math.round(self.gross / self.orders)) : '—' })}
        </span>
      </Figure>
      <Figure
        name={
          <Explained indicator="ovops_coverage" asOf={asOf} evidence={villages}>
            {say('office.coverage_long')}
          </Explained>
        }
        value={
          <Link
            to={villages.to}
            aria-label={say('office.opens_gaps', { figure: sayPercent(self.covered, self.villages) })}
          >
            {sayPercent(self.covered, self.villages)}
          </Link>
        }
      >
        <span className="soft">
          {say('office.covered_of', { covered: count(self.covered), villages: count(self.villages) })}
        </span>
      </Figure>
      <Figure
        name={
          <Explained indicator="station_coverage" asOf={asOf} evidence={stations}>
            {say('office.stations')}
          </Explained>
        }
        value={
          <Link
            to={stations.to}
            aria-label={say('office.opens_villages', {
              figure: `${count(self.withStation)} ${say('office.villages_unit', { count: self.withStation })}`,
            })}
          >
            {count(self.withStation)}
            <span className="unit">{say('office.villages_unit', { count: self.withStation })}</span>
          </Link>
        }
      >
        <span className="soft">
          {say('office.with_product_store', { product: count(self.withProduct), store: count(self.withStore) })}
        </span>
      </Figure>
    </section>
  )
}

function Figure({ name, value, children }: { name: ReactNode; value: ReactNode; children: ReactNode }) {
  return (
    <div className="figure-card">
      <div className="figure-name">{name}</div>
      <div className="figure-value">{value}</div>
      <div className="figure-beside">{children}</div>
    </div>
  )
}
