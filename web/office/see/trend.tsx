import { Button } from 'antd'
import { useState } from 'react'
import { api, dataOf } from '../../api/client.ts'
import { useSettings } from '../app/settings.tsx'
import { Money } from '../parts/amount.tsx'
import { Explained } from '../parts/explained.tsx'
import { count, sayMoney, sayPeriod } from '../parts/format.ts'
import type { Period } from '../parts/period.ts'
import { Loading } from '../parts/states.tsx'
import { useAnswer } from '../parts/use-answer.ts'
import { DataTable } from '../table/data-table.tsx'

/** Thirteen months of a division, as bars and as a table. */
export function Trend({
  code,
  name,
  period,
  isSample,
  onPick,
}: {
  code: string
  name: string
  period: Period
  isSample: boolean
  onPick(period: Period): void
}) {
  const { say, language } = useSettings()
  const [asTable, setAsTable] = useState(false)
  const { data, stale } = useAnswer(`trend ${code}`, (signal) =>
    dataOf(api.GET('/api/figures/divisions/{code}/trend', { params: { path: { code } }, signal })),
  )
  const title = say('office.trend_of', { name })
  const twin = (
    <Button size="small" type="text" onClick={() => setAsTable(!asTable)}>
      {say(asTable ? 'office.as_chart' : 'office.as_table')}
    </Button>
  )
  if (!data) return <Loading rows={3} />
  const most = Math.max(1, ...data.map(({ sales }) => sales))
  if (asTable) {
    return (
      <section className="panel trend">
        <DataTable
          id="trend"
          about={{ indicators: ['online_sales', 'orders'], isSample }}
          caption={title}
          rows={data}
          keyOf={({ month }) => month}
          sort={{ key: 'month', down: true }}
          tools={twin}
          columns={[
            {
              key: 'month',
              head: say('office.month'),
              value: ({ month }) => month,
              draw: ({ month }) => sayPeriod(month, language),
            },
            {
              key: 'sales',
              head: say('office.sales'),
              explain: { indicator: 'online_sales' },
              kind: 'number',
              money: true,
              value: ({ sales }) => sales,
              draw: ({ sales }) => <Money fen={sales} beside={most} />,
            },
            {
              key: 'orders',
              head: say('office.orders'),
              explain: { indicator: 'orders' },
              kind: 'number',
              value: ({ orders }) => orders,
              draw: ({ orders }) => count(orders),
            },
          ]}
        />
      </section>
    )
  }
  return (
    <section className={`panel trend${stale ? ' is-stale' : ''}`} aria-label={title}>
      <div className="toolbar">
        <h2>
          <Explained indicator="online_sales">{title}</Explained>
          {data.some(({ sales }) => sales > 0) && <span className="unit">（{sayMoney(most, language).unit}）</span>}
        </h2>
        <div className="toolbar-tools">{twin}</div>
      </div>
      <ol className="bars">
        {data.map(({ month, sales, orders }) => {
          const { amount, unit } = sayMoney(sales, language, most)
          const told = say('office.month_told', {
            month: sayPeriod(month, language),
            sales: `${amount}${unit}`,
            orders: count(orders),
          })
          const here = month === period || month.startsWith(`${period}-`)
          return (
            <li key={month}>
              <button
                type="button"
                className={here ? 'is-here' : ''}
                aria-pressed={here}
                aria-label={told}
                title={told}
                onClick={() => onPick(month)}
              >
                <span className="bar-value small">{sales > 0 ? amount : ''}</span>
                <svg className="bar-drawn" viewBox="0 0 10 100" preserveAspectRatio="none" aria-hidden="true">
                  <rect x="0" width="10" y={100 - (sales / most) * 100} height={(sales / most) * 100} />
                </svg>
                <span className="bar-month small">{shortMonth(month, language)}</span>
              </button>
            </li>
          )
        })}
      </ol>
    </section>
  )
}

// The year is said where it begins.
function shortMonth(month: Period, language: 'zh' | 'en'): string {
  const [year = '', number] = [month.slice(0, 4), Number(month.slice(5))]
  if (number === 1) return language === 'zh' ? `${year.slice(2)}年1月` : `Jan ’${year.slice(2)}`
  return language === 'zh'
    ? `${number}月`
    : new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' }).format(new Date(`${month}-01`))
}
