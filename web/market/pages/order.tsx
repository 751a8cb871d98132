import type { FastifyRequest } from 'fastify'
import { yuan } from '../../../server/kernel/yuan.ts'
import { carrierName, carriers, type Shipment } from '../../../server/modules/logistics/index.ts'
import type { OrderView } from '../../../server/modules/orders/index.ts'
import type { Channel } from '../../../server/modules/payments/index.ts'
import type { Station } from '../../../server/modules/stations/index.ts'
import { paths } from '../../paths.ts'
import { Badge, Named, Notice, SampleMark, Section, Steps } from '../../ui/market/index.ts'
import { Frame } from '../frame.tsx'
import { inFull, Moment, sayMoment } from '../parts/days.tsx'
import { LineOfGoods, type Pictures } from '../parts/lines.tsx'
import { packOf } from '../parts/packs.ts'
import { freightWords } from '../parts/totals.tsx'
import { OrderActions } from './order-actions.tsx'
import { AfterSales } from './order-after-sales.tsx'
import { OrderTimeline } from './order-timeline.tsx'

export interface OrderProps {
  request: FastifyRequest
  order: OrderView
  pictures: Pictures
  parcel?: Shipment | undefined
  station?: Station | undefined
  channel?: Channel | undefined
  /** The provider has the money; what follows from it is done a moment later. */
  moneyArrived: boolean
}

const steps = ['placed', 'paid', 'shipped', 'received'] as const

/** An order: how far it has come, what to do now, what is in it, where it goes, all that happened. */
export function OrderPage(props: OrderProps) {
  const { request, order } = props
  const { say: t } = request
  const ended = order.state === 'cancelled' || order.state === 'refunded'
  const now = order.state === 'completed' ? 4 : (steps as readonly string[]).indexOf(order.state) + 1
  return (
    <Frame request={request} title={t('market.order', { number: order.orderNumber })} hidden>
      <header class="order-head" data-order-state={order.state}>
        <h1>
          <span class="order-state">{t(`orders.state.${order.state}`)}</span>
          <span class="order-number soft tabular">{t('market.order', { number: order.orderNumber })}</span>
        </h1>
        {order.isSample && <SampleMark t={t} />}
      </header>
      {!ended && (
        <Steps steps={steps.map((step) => t(`market.step.${step}`))} now={now} label={t('market.how_far')} t={t} />
      )}
      <Next {...props} />
      <OrderActions {...props} />
      <div class="columns">
        <div>
          <Section id="goods" title={t('market.goods')}>
            <Goods {...props} />
          </Section>
          {order.afterSales.length > 0 && <AfterSales request={request} order={order} />}
        </div>
        <div>
          <Section id="to" title={t('market.where_to')}>
            <Where {...props} />
          </Section>
          <Section id="timeline" title={t('market.timeline')}>
            <OrderTimeline request={request} order={order} />
          </Section>
        </div>
      </div>
    </Frame>
  )
}

/** What happens next, and until when. */
function Next({ request, order, parcel, moneyArrived }: OrderProps) {
  const { say: t, actor } = request
  const { language } = actor
  if (order.afterSales.some(({ state }) => state === 'open'))
    return (
      <Notice title={t('market.after_sale_waits')}>
        <p>
          <a href="#after-sales">{t('market.after_sale_see')}</a>
        </p>
      </Notice>
    )
  if (order.state === 'placed' && moneyArrived)
    return (
      <Notice title={t('market.money_arrived')}>
        <p>
          <a href={paths.order(order.storeId, order.orderId)}>{t('market.look_again')}</a>
        </p>
      </Notice>
    )
  if (order.state === 'placed')
    return (
      <Notice tone="warn" title={t('market.pay_before')}>
        <p>
          <Moment at={order.payBefore} language={language} />
          {t('market.pay_before_then')} <a href={paths.order(order.storeId, order.orderId)}>{t('market.just_paid')}</a>
        </p>
      </Notice>
    )
  if (order.state === 'paid')
    return (
      <Notice>
        <p>{t('market.store_sends')}</p>
      </Notice>
    )
  if (order.state !== 'shipped') return null
  return (
    <Notice icon="truck" title={parcel?.state === 'arrived' ? t('market.at_station') : t('market.on_its_way')}>
      {parcel?.carrier && (
        <p>
          {carrierNameIn(parcel.carrier, language)} <span class="tabular">{parcel.trackingNumber}</span>
        </p>
      )}
      {parcel?.pickupCode && (
        <p>
          {t('market.pickup_code')} <strong class="pickup-code tabular">{parcel.pickupCode}</strong>
        </p>
      )}
      {order.receiveBefore && (
        <p class="soft">
          <time class="tabular" datetime={order.receiveBefore} title={inFull(order.receiveBefore)}>
            {t('market.receive_before', { when: sayMoment(order.receiveBefore, language) })}
          </time>
        </p>
      )}
    </Notice>
  )
}

function carrierNameIn(code: string, language: 'zh' | 'en'): string {
  return language === 'en' ? (carriers.find((each) => each.code === code)?.nameEn ?? code) : carrierName(code)
}

function Goods({ request, order, pictures }: OrderProps) {
  const { say: t, actor } = request
  return (
    <div class="card">
      <p class="serif order-store">
        <a href={paths.store(order.storeId)}>
          <Named words={order.storeName} />
        </a>
      </p>
      <ul class="lines">
        {order.lines.map((line) => (
          <LineOfGoods
            key={line.line}
            line={line}
            label={`${packOf(line, actor.language)} × ${line.quantity}`}
            language={actor.language}
            pictures={pictures}
          >
            <p class="line-amount">
              <Badge tone="plain">{t(`orders.return.${line.returnPolicy}`)}</Badge>
              <strong class="figure">{yuan(line.amount)}</strong>
            </p>
          </LineOfGoods>
        ))}
      </ul>
      <dl class="totals">
        <dt>{t('market.goods')}</dt>
        <dd>{yuan(order.goodsAmount)}</dd>
        <dt>{t('market.freight')}</dt>
        <dd>{freightWords(order.freightAmount, t)}</dd>
        <dt class="is-sum">{t('market.total')}</dt>
        <dd class="is-sum">{yuan(order.total)}</dd>
        {order.refundedAmount > 0 && (
          <>
            <dt>{t('market.refunded')}</dt>
            <dd>{yuan(order.refundedAmount)}</dd>
          </>
        )}
      </dl>
    </div>
  )
}

function Where({ request, order, station, channel }: OrderProps) {
  const { say: t } = request
  // Couriers read the station's name in the address; here it stands above it.
  const detail = station ? order.addressDetail.replace(station.name, '').trim() : order.addressDetail
  return (
    <dl class="pairs card">
      <dt>{t('market.recipient')}</dt>
      <dd>
        <Named words={order.recipient} /> <span class="tabular">{order.phone}</span>
      </dd>
      <dt>{t('market.way')}</dt>
      <dd>{t(`orders.method.${order.method}`)}</dd>
      <dt>{t(station ? 'market.station' : 'market.address')}</dt>
      <dd>
        {station && (
          <>
            <Named words={station.name} />
            <br />
          </>
        )}
        <Named words={`${order.regionName} ${detail}`} />
      </dd>
      {channel && (
        <>
          <dt>{t('market.channel')}</dt>
          <dd>{t(`payments.channel_${channel}`)}</dd>
        </>
      )}
      {order.note && (
        <>
          <dt>{t('market.note')}</dt>
          <dd>
            <Named words={order.note} />
          </dd>
        </>
      )}
    </dl>
  )
}
