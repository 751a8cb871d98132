import { Link } from 'react-router'
import { type Answer, api, dataOf } from '../../api/client.ts'
import { useSettings } from '../app/settings.tsx'
import { Money } from '../parts/amount.tsx'
import { fullTime, sayTime } from '../parts/format.ts'
import { MoreButton } from '../parts/more-button.tsx'
import { daysOf, type Period } from '../parts/period.ts'
import { PlaceName } from '../parts/place-name.tsx'
import { ErrorNote, Loading, Nothing, SampleMark } from '../parts/states.tsx'
import { usePages } from '../parts/use-pages.ts'
import { orderPath } from '../paths.ts'
import type { Column } from '../table/columns.ts'
import { DataTable } from '../table/data-table.tsx'

type Order = Answer<'/api/evidence/orders'>['items'][number]
const states = ['paid', 'shipped', 'received', 'completed', 'refunded', 'cancelled'] as const

/** The orders behind a sum: what was sold, from where, for how much; the buyer stays masked. */
export function OrdersTable({ code, name, period }: { code: string; name: string; period: Period }) {
  const { say, language } = useSettings()
  const pages = usePages(`orders ${code} ${period}`, (cursor) =>
    dataOf(
      api.GET('/api/evidence/orders', {
        params: { query: { division: code, ...daysOf(period), limit: 50, ...(cursor && { cursor }) } },
      }),
    ),
  )
  if (pages.error && !pages.items) return <ErrorNote error={pages.error} retry={pages.reload} />
  if (!pages.items) return <Loading />
  const columns: Column<Order>[] = [
    {
      key: 'number',
      head: say('office.order_number'),
      value: ({ orderNumber }) => orderNumber,
      draw: ({ storeId, orderId, orderNumber, isSample }) => (
        <>
          <Link className="tabular" to={orderPath(storeId, orderId)}>
            {orderNumber}
          </Link>{' '}
          {isSample && <SampleMark />}
        </>
      ),
    },
    {
      key: 'paidAt',
      head: say('office.paid_at'),
      value: ({ paidAt }) => paidAt,
      draw: ({ paidAt }) => (
        <time dateTime={paidAt} title={fullTime(paidAt, language)}>
          {sayTime(paidAt, language)}
        </time>
      ),
    },
    {
      key: 'product',
      head: say('office.product'),
      value: ({ productName }) => productName,
      draw: ({ productName, lineCount }) => (
        <>
          <span className="serif">{productName}</span>
          {lineCount > 1 && (
            <span className="soft small"> {say('office.and_more', { all: lineCount, more: lineCount - 1 })}</span>
          )}
        </>
      ),
    },
    { key: 'store', head: say('office.store'), value: ({ storeName }) => storeName },
    {
      key: 'village',
      head: say('office.village'),
      value: ({ villageCode }) => villageCode,
      draw: ({ villageCode }) => <PlaceName code={villageCode} within={code} />,
    },
    { key: 'quantity', head: say('office.quantity'), kind: 'number', value: ({ quantity }) => quantity },
    {
      key: 'total',
      head: say('office.paid'),
      explain: { indicator: 'online_sales' },
      kind: 'number',
      money: true,
      value: ({ total }) => total,
      draw: ({ total }) => <Money fen={total} />,
    },
    {
      key: 'refunded',
      head: say('office.refunded'),
      explain: { words: say('office.refunded_means') },
      kind: 'number',
      money: true,
      value: ({ refundedAmount }) => refundedAmount,
      draw: ({ refundedAmount }) => (refundedAmount > 0 ? <Money fen={refundedAmount} /> : '—'),
    },
    { key: 'region', head: say('office.sent_to'), value: ({ regionName }) => regionName },
    { key: 'buyer', head: say('office.buyer'), value: ({ buyer }) => buyer },
    {
      key: 'state',
      head: say('office.state'),
      kind: 'choice',
      choices: states.map((value) => ({ value, words: say(`orders.state.${value}`) })),
      value: ({ state }) => state,
      draw: ({ state }) => say(`orders.state.${state}`),
    },
  ]
  return (
    <>
      {pages.error && <ErrorNote error={pages.error} keptWords={say('office.kept_rows')} />}
      <DataTable
        id="orders"
        caption={say('office.orders_behind', { name })}
        columns={columns}
        rows={pages.items}
        keyOf={({ orderId }) => orderId}
        sort={{ key: 'paidAt', down: true }}
        sheet={{ table: 'evidence', code, period, only: 'all' }}
        more={<MoreButton {...pages} />}
        empty={<Nothing title={say('office.no_orders')}>{say('office.no_orders_do')}</Nothing>}
      />
    </>
  )
}
