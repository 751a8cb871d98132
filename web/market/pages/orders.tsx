import type { FastifyRequest } from 'fastify'
import type { Page } from '../../../server/kernel/pages.ts'
import { yuan } from '../../../server/kernel/yuan.ts'
import { phonePattern } from '../../../server/modules/accounts/index.ts'
import type { FindOrder, OrderSummary } from '../../../server/modules/orders/index.ts'
import { paths } from '../../paths.ts'
import { Badge, EmptyState, FieldRow, Named, Notice, Pager, Picture, SampleMark } from '../../ui/market/index.ts'
import { Frame } from '../frame.tsx'
import { Moment } from '../parts/days.tsx'
import type { Pictures } from '../parts/lines.tsx'
import { goodsName } from '../parts/names.ts'

export interface OrdersProps {
  request: FastifyRequest
  page: Page<OrderSummary>
  pictures: Pictures
  cursor?: string | undefined
}

/** The buyer's orders, newest first. */
export function OrdersPage({ request, page, pictures, cursor }: OrdersProps) {
  const { say: t, actor } = request
  return (
    <Frame request={request} title={t('market.my_orders')} hidden>
      <div class="section-head">
        <h1>{t('market.my_orders')}</h1>
        <a class="section-more" href={paths.findOrder()}>
          {t('market.find_order')}
        </a>
      </div>
      {page.items.length === 0 && (
        <EmptyState title={t('market.no_orders')} action={{ href: paths.home(), label: t('market.in_season') }}>
          {t(actor.accountId ? 'market.no_orders_hint' : 'market.no_orders_guest')}
        </EmptyState>
      )}
      <ul class="orders">
        {page.items.map((order) => (
          <li key={order.orderId} class="card order-card">
            <FirstPicture picture={pictures.get(order.firstProductId)} />
            <div>
              <p class="order-card-name serif">
                <a href={paths.order(order.storeId, order.orderId)}>
                  <Named words={goodsName({ name: order.firstName, nameEn: order.firstNameEn }, actor.language)} />
                  {order.lineCount > 1 && t('market.and_more', { count: order.lineCount })}
                </a>
              </p>
              <p class="soft small">
                <Named words={order.storeName} /> · <Moment at={order.placedAt} language={actor.language} />
              </p>
              <p class="row">
                <Badge tone={toneOf(order)}>{t(`orders.state.${order.state}`)}</Badge>
                {order.openAfterSaleId && <Badge tone="straw">{t('market.after_sales')}</Badge>}
                {order.isSample && <SampleMark t={t} />}
              </p>
            </div>
            <strong class="figure">{yuan(order.total)}</strong>
          </li>
        ))}
      </ul>
      <Pager
        nextHref={page.next && `${paths.orders()}?cursor=${encodeURIComponent(page.next)}`}
        firstHref={cursor && paths.orders()}
        count={page.items.length}
        label={t('market.pages')}
        t={t}
      />
    </Frame>
  )
}

function FirstPicture({ picture }: { picture: ReturnType<Pictures['get']> }) {
  return picture ? <Picture {...picture} /> : null
}

function toneOf({ state }: OrderSummary) {
  if (state === 'placed') return 'alarm'
  return state === 'completed' || state === 'cancelled' || state === 'refunded' ? 'plain' : 'leaf'
}

/** Finding an order again by what only its buyer knows; what was entered and found nothing stays to be looked over. */
export function FindOrderPage({ request, entered }: { request: FastifyRequest; entered?: FindOrder }) {
  const { say: t } = request
  return (
    <Frame request={request} title={t('market.find_order')} hidden>
      <div class="narrow">
        <h1>{t('market.find_order')}</h1>
        <p class="soft">{t('market.find_order_hint')}</p>
        {entered && (
          <Notice tone="alarm" title={t('market.find_order_none')}>
            <p>
              {t('market.find_order_none_do')} <a href={paths.orders()}>{t('market.my_orders')}</a>
            </p>
          </Notice>
        )}
        <form class="form card" action="/orders/find" method="post">
          <FieldRow
            id="number"
            name="orderNumber"
            label={t('market.order_number')}
            hint={t('market.order_number_hint')}
            required
            value={entered?.orderNumber}
            pattern="[0-9]{20}"
            title={t('market.order_number_hint')}
            inputMode="numeric"
            maxLength={20}
          />
          <FieldRow
            id="phone"
            name="phone"
            type="tel"
            label={t('market.phone')}
            required
            autocomplete="tel"
            value={entered?.phone}
            pattern={phonePattern}
            title={t('market.wrong.phone')}
            maxLength={11}
          />
          <button class="button button-main" type="submit">
            {t('market.find')}
          </button>
        </form>
      </div>
    </Frame>
  )
}
