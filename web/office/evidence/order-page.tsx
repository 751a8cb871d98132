import './order.css'
import { useParams } from 'react-router'
import { type Answer, api, dataOf } from '../../api/client.ts'
import { hasWords, type Key } from '../../words/words.ts'
import { useSettings } from '../app/settings.tsx'
import { Crumbs } from '../parts/crumbs.tsx'
import { exactYuan, fullTime, sayTime } from '../parts/format.ts'
import { ErrorNote, Loading, SampleMark } from '../parts/states.tsx'
import { useAnswer } from '../parts/use-answer.ts'
import { seePath } from '../paths.ts'

type Order = Answer<'/api/evidence/orders/{storeId}/{orderId}'>

/** One order behind a figure: what was bought, what was paid, what happened when; the buyer masked. */
export function Component() {
  const { say } = useSettings()
  const { storeId = '', orderId = '' } = useParams()
  const { data, error, reload } = useAnswer(`order ${orderId}`, (signal) =>
    dataOf(api.GET('/api/evidence/orders/{storeId}/{orderId}', { params: { path: { storeId, orderId } }, signal })),
  )
  if (error && !data) return <ErrorNote error={error} retry={reload} />
  if (!data || data.orderId !== orderId) return <Loading />
  return (
    <>
      <div className="page-head">
        <Crumbs
          code={data.villageCode}
          linkTo={(code) => seePath(code)}
          last={say('office.order_of', { number: data.orderNumber })}
        />
        {data.isSample && <SampleMark />}
      </div>
      <div className="order">
        <section className="panel">
          <Lines order={data} />
        </section>
        <section className="panel">
          <Facts order={data} />
        </section>
        <section className="panel">
          <h2>{say('office.timeline')}</h2>
          <Timeline order={data} />
        </section>
      </div>
    </>
  )
}

function Lines({ order }: { order: Order }) {
  const { say } = useSettings()
  const sums = [
    ['office.goods', order.goodsAmount],
    ['office.freight', order.freightAmount],
    ...(order.discountAmount > 0 ? ([['office.discount', -order.discountAmount]] as const) : []),
    ['office.paid', order.total],
    ['office.refunded', order.refundedAmount],
  ] as const
  return (
    <table className="table">
      <caption className="order-caption">{order.storeName}</caption>
      <thead>
        <tr>
          <th scope="col">{say('office.product')}</th>
          <th scope="col" className="figure">
            {say('office.unit_price')}
          </th>
          <th scope="col" className="figure">
            {say('office.quantity')}
          </th>
          <th scope="col" className="figure">
            {say('office.amount')}
          </th>
        </tr>
      </thead>
      <tbody>
        {order.lines.map((line) => (
          <tr key={line.line}>
            <td>
              <span className="serif">{line.name}</span> <span className="soft">{line.label}</span>
            </td>
            <td className="figure">{exactYuan(line.unitPrice)}</td>
            <td className="figure">{line.quantity}</td>
            <td className="figure">{exactYuan(line.amount)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        {sums.map(([words, fen]) => (
          <tr key={words}>
            <th scope="row" colSpan={3}>
              {say(words)}
            </th>
            <td className="figure">{exactYuan(fen)}</td>
          </tr>
        ))}
      </tfoot>
    </table>
  )
}

function Facts({ order }: { order: Order }) {
  const { say } = useSettings()
  return (
    <dl className="pairs">
      <dt>{say('office.state')}</dt>
      <dd>{say(`orders.state.${order.state}`)}</dd>
      <dt>{say('office.buyer')}</dt>
      <dd>
        {order.recipient} {order.phone}
      </dd>
      <dt>{say('office.sent_to')}</dt>
      <dd>{order.regionName}</dd>
      <dt>{say('office.sent_by')}</dt>
      <dd>{say(`orders.method.${order.method}`)}</dd>
    </dl>
  )
}

function Timeline({ order }: { order: Order }) {
  const { say, language } = useSettings()
  const known: { kind: string; at: string }[] = order.timeline.length > 0 ? order.timeline : stepsOf(order)
  return (
    <ol className="timeline">
      {known.map(({ kind, at }) => {
        const key = `orders.event.${kind}`
        return (
          <li key={`${kind} ${at}`}>
            <time dateTime={at} title={fullTime(at, language)}>
              {sayTime(at, language)}
            </time>
            {hasWords(key) ? say(key as Key) : kind}
          </li>
        )
      })}
    </ol>
  )
}

// An order that was loaded from another system has no events of its own, only the times it carries.
function stepsOf({ placedAt, paidAt, shippedAt, receivedAt }: Order): { kind: string; at: string }[] {
  const steps = { placed: placedAt, paid: paidAt, shipped: shippedAt, received: receivedAt }
  return Object.entries(steps).flatMap(([kind, at]) => (at ? [{ kind, at }] : []))
}
