import { Link } from 'react-router'
import { useSettings } from '../app/settings.tsx'
import { Change, Money } from '../parts/amount.tsx'
import { changeOf, count, percentOf, sayPercent } from '../parts/format.ts'
import { Icon } from '../parts/icon.tsx'
import { isYear, type Period } from '../parts/period.ts'
import { evidencePath, type Measure } from '../paths.ts'
import type { Column } from '../table/columns.ts'
import { DataTable } from '../table/data-table.tsx'
import type { Figures } from './scale.ts'

interface DivisionTableProps {
  self: Figures
  children: readonly Figures[]
  period: Period
  measure: Measure
  pointed: string | undefined
  onPoint(code: string | undefined): void
  linkTo(code: string): string
  stale: boolean
  asOf: string
}

/** The places of the map as a table: what is pointed at in one is marked in the other. */
export function DivisionTable({
  self,
  children,
  period,
  measure,
  pointed,
  onPoint,
  linkTo,
  stale,
  asOf,
}: DivisionTableProps) {
  const { say } = useSettings()
  const largest = Math.max(0, ...children.map(({ sales }) => sales))
  const columns: Column<Figures>[] = [
    {
      key: 'name',
      head: say('office.place'),
      value: ({ name }) => name,
      draw: ({ code, name }) =>
        code === self.code ? <strong>{say('office.total')}</strong> : <Link to={linkTo(code)}>{name}</Link>,
    },
    {
      key: 'sales',
      head: say('office.sales'),
      explain: { indicator: 'online_sales', asOf },
      kind: 'number',
      money: true,
      value: ({ sales }) => sales,
      draw: ({ sales }) => <Money fen={sales} beside={largest} />,
    },
    {
      key: 'yoy',
      head: say('office.yoy'),
      explain: { words: say('office.yoy_means'), asOf },
      kind: 'number',
      value: ({ sales, salesYearAgo }) => changeOf(sales, salesYearAgo) ?? null,
      draw: ({ sales, salesYearAgo }) => <Change now={sales} before={salesYearAgo} />,
    },
    ...(isYear(period)
      ? []
      : [
          {
            key: 'mom',
            head: say('office.mom'),
            explain: { words: say('office.mom_means'), asOf },
            kind: 'number',
            value: ({ sales, salesBefore }: Figures) => changeOf(sales, salesBefore) ?? null,
            draw: ({ sales, salesBefore }: Figures) => <Change now={sales} before={salesBefore} />,
          } as const,
        ]),
    {
      key: 'orders',
      head: say('office.orders'),
      explain: { indicator: 'orders', asOf },
      kind: 'number',
      value: ({ orders }) => orders,
      draw: ({ orders }) => count(orders),
    },
    {
      key: 'coverage',
      head: say('office.coverage'),
      explain: { indicator: 'ovops_coverage', asOf },
      kind: 'number',
      value: ({ covered, villages }) => (villages === 0 ? null : Math.round(percentOf(covered, villages) * 10) / 10),
      draw: ({ covered, villages }) => (
        <span title={say('office.covered_of', { covered, villages })}>
          {villages > 0 && (
            <span className="bar" aria-hidden="true">
              <span style={{ width: `${percentOf(covered, villages)}%` }} />
            </span>
          )}
          {sayPercent(covered, villages)}
        </span>
      ),
    },
    {
      key: 'stations',
      head: say('office.stations_short'),
      explain: { indicator: 'station_coverage', asOf },
      kind: 'number',
      value: ({ withStation }) => withStation,
      draw: ({ withStation }) => count(withStation),
    },
    {
      key: 'evidence',
      head: say('office.see_orders'),
      act: true,
      value: () => null,
      draw: ({ code, name }) => (
        <Link
          className="icon-link"
          to={evidencePath(code, period)}
          aria-label={say('office.orders_of', { name })}
          title={say('office.orders_of', { name })}
        >
          <Icon name="orders" />
        </Link>
      ),
    },
  ]
  return (
    <DataTable
      // Another measure is another order to read in.
      key={measure}
      id={`divisions-${measure}`}
      caption={say('office.places_in', { name: self.name })}
      columns={columns}
      rows={children}
      keyOf={({ code }) => code}
      sort={{ key: measure === 'sales' ? 'sales' : 'coverage', down: true }}
      sheet={{ table: 'divisions', code: self.code, period, only: 'all' }}
      pointed={pointed}
      onPoint={onPoint}
      total={self}
      stale={stale}
    />
  )
}
