import type { FastifyRequest } from 'fastify'
import { yuan } from '../../../server/kernel/yuan.ts'
import type { Basket, BasketStore, OrderSummary, OrderView } from '../../../server/modules/orders/index.ts'
import { paths } from '../../paths.ts'
import {
  EmptyState,
  FieldRow,
  Notice,
  SampleMark,
  Section,
  SelectRow,
  ThumbBar,
  Timeline,
} from '../../ui/market/index.ts'
import type { Key, Say } from '../../words/words.ts'
import { Frame } from '../frame.tsx'

export function BasketPage({ request, basket }: { request: FastifyRequest; basket: Basket }) {
  const { say: t } = request
  return (
    <Frame request={request} title={t('market.basket')} hidden>
      <h1>{t('market.basket')}</h1>
      {basket.stores.length === 0 && (
        <EmptyState title={t('market.empty_basket')} action={{ href: paths.home(), label: t('market.in_season') }} />
      )}
      {basket.stores.map((store) => (
        <section key={store.storeId} class="section" aria-label={store.storeName}>
          <h2>{store.storeName}</h2>
          {store.lines.map((line) => (
            <form key={line.skuId} class="row" action="/basket/change" method="post">
              <input type="hidden" name="skuId" value={line.skuId} />
              <span>
                {line.name} {line.label} {yuan(line.unitPrice)} {line.isSample && <SampleMark t={t} />}
              </span>
              <input
                class="input"
                type="number"
                name="quantity"
                value={line.quantity}
                min={1}
                max={999}
                aria-label={`${t('market.quantity')} ${line.name}`}
              />
              <button class="button button-quiet" type="submit">
                {t('market.change')}
              </button>
              <button class="button button-quiet" type="submit" name="remove" value="1">
                {t('market.remove')}
              </button>
            </form>
          ))}
          <Sums store={store} t={t} />
          <ThumbBar>
            <a class="button button-main" href={paths.checkout(store.storeId)}>
              {t('market.checkout')}
            </a>
          </ThumbBar>
        </section>
      ))}
    </Frame>
  )
}

function Sums({ store, t }: { store: BasketStore; t: Say }) {
  return (
    <dl class="totals">
      <div>
        <dt>{t('market.goods')}</dt>
        <dd>{yuan(store.goodsAmount)}</dd>
      </div>
      {store.freight && (
        <div>
          <dt>{t('market.freight')}</dt>
          <dd>{yuan(store.freight.freight)}</dd>
        </div>
      )}
      <div>
        <dt>{t('market.total')}</dt>
        <dd>{yuan(store.total)}</dd>
      </div>
    </dl>
  )
}

export interface CheckoutProps {
  request: FastifyRequest
  basket: Basket
  store: BasketStore
  regions: { value: string; label: string }[]
  /** One key for one order: sending the form twice is the same order. */
  formKey: string
}

export function CheckoutPage({ request, basket, store, regions, formKey }: CheckoutProps) {
  const { say: t } = request
  const { address } = basket
  return (
    <Frame request={request} title={t('market.checkout')} hidden>
      <h1>{t('market.checkout')}</h1>
      <Section id="address" title={t('market.address')}>
        <form class="form" action={`/checkout/${store.storeId}/address`} method="post">
          <FieldRow
            id="recipient"
            name="recipient"
            label={t('market.recipient')}
            value={address?.recipient}
            required
            autocomplete="name"
            maxLength={30}
          />
          <FieldRow
            id="phone"
            name="phone"
            type="tel"
            label={t('market.phone')}
            value={address?.phone}
            required
            autocomplete="tel"
            pattern="1[3-9][0-9]{9}"
          />
          <SelectRow
            id="region"
            name="regionCode"
            label={t('market.region')}
            value={address?.regionCode ?? ''}
            options={[{ value: '', label: t('ui.choose') }, ...regions]}
          />
          <FieldRow
            id="detail"
            name="detail"
            label={t('market.detail')}
            value={address?.detail}
            required
            autocomplete="street-address"
            maxLength={120}
          />
          <button class={`button${address ? '' : ' button-main'}`} type="submit">
            {t('market.save_address')}
          </button>
        </form>
      </Section>
      <Section id="goods" title={store.storeName}>
        {store.lines.map((line) => (
          <p key={line.skuId}>
            {line.name} {line.label} × {line.quantity} {yuan(line.amount)} {line.isSample && <SampleMark t={t} />}
          </p>
        ))}
        <Sums store={store} t={t} />
        {store.freightRefusal && <Notice tone="warn">{store.freightRefusal}</Notice>}
      </Section>
      {address && store.freight && (
        <form class="form" action={`/checkout/${store.storeId}`} method="post">
          <input type="hidden" name="key" value={formKey} />
          <input type="hidden" name="expectedTotal" value={store.total} />
          <FieldRow id="note" name="note" label={t('market.note')} maxLength={200} />
          {store.needsConfirmation && (
            <label class="check">
              <input type="checkbox" name="confirmedExempt" value="yes" required /> {t('market.confirm_exempt')}
            </label>
          )}
          <SelectRow
            id="channel"
            name="channel"
            label={t('market.channel')}
            value="wechat"
            options={[
              { value: 'wechat', label: t('market.wechat') },
              { value: 'alipay', label: t('market.alipay') },
            ]}
          />
          <ThumbBar>
            <button class="button button-main" type="submit">
              {t('market.place')} {yuan(store.total)}
            </button>
          </ThumbBar>
        </form>
      )}
    </Frame>
  )
}

export function OrderPage({ request, order }: { request: FastifyRequest; order: OrderView }) {
  const { say: t } = request
  const here = paths.order(order.storeId, order.orderId)
  const may = (step: string) => order.steps.includes(step)
  const title = t('market.order', { number: order.orderNumber })
  return (
    <Frame request={request} title={title} hidden>
      <h1>{title}</h1>
      <p role="status">
        <strong>{t(`orders.state.${order.state}` as Key)}</strong> {order.isSample && <SampleMark t={t} />}
      </p>
      {order.lines.map((line) => (
        <p key={line.line}>
          {line.name} {line.label} × {line.quantity} {yuan(line.amount)}
        </p>
      ))}
      <dl class="totals">
        <div>
          <dt>{t('market.freight')}</dt>
          <dd>{yuan(order.freightAmount)}</dd>
        </div>
        <div>
          <dt>{t('market.total')}</dt>
          <dd>{yuan(order.total)}</dd>
        </div>
      </dl>
      <p>
        {order.recipient} {order.phone} {order.regionName} {order.addressDetail}
      </p>
      <Timeline
        moments={order.timeline.map((moment) => ({
          title: t(`orders.event.${moment.kind}` as Key),
          when: localTime(moment.at),
          at: moment.at,
          state: 'done' as const,
        }))}
        t={t}
      />
      {order.afterSales.map((asked) => (
        <p key={asked.id}>
          {t(`orders.after_sale.${asked.kind}`)} {yuan(asked.decidedAmount ?? asked.askedAmount)} ·{' '}
          {t(`orders.after_sale_state.${asked.state}`)} {asked.decisionReason}
        </p>
      ))}
      <div class="row">
        {order.state === 'placed' && <Verb action={`${here}/pay`} label={t('market.pay')} main />}
        {may('receive') && <Verb action={`${here}/receive`} label={t('market.receive')} main />}
        {may('openAfterSale') && (
          <a class="button" href={paths.afterSale(order.storeId, order.orderId)}>
            {t('market.after_sale')}
          </a>
        )}
        {may('cancel') && <Verb action={`${here}/cancel`} label={t('market.cancel')} />}
      </div>
    </Frame>
  )
}

function Verb({ action, label, main }: { action: string; label: string; main?: boolean }) {
  return (
    <form action={action} method="post">
      <button class={`button${main ? ' button-main' : ''}`} type="submit">
        {label}
      </button>
    </form>
  )
}

export function OrdersPage({ request, orders }: { request: FastifyRequest; orders: OrderSummary[] }) {
  const { say: t } = request
  return (
    <Frame request={request} title={t('market.my_orders')} hidden>
      <h1>{t('market.my_orders')}</h1>
      {orders.length === 0 && (
        <EmptyState title={t('market.no_orders')} action={{ href: paths.findOrder(), label: t('market.find_order') }} />
      )}
      <ul class="place-list">
        {orders.map((order) => (
          <li key={order.orderId}>
            <a href={paths.order(order.storeId, order.orderId)}>
              {order.firstName} {yuan(order.total)} {t(`orders.state.${order.state}` as Key)}
            </a>
          </li>
        ))}
      </ul>
    </Frame>
  )
}

export function FindOrderPage({ request }: { request: FastifyRequest }) {
  const { say: t } = request
  return (
    <Frame request={request} title={t('market.find_order')} hidden>
      <h1>{t('market.find_order')}</h1>
      <form class="form" action="/orders/find" method="post">
        <FieldRow
          id="number"
          name="orderNumber"
          label={t('market.order_number')}
          required
          pattern="[0-9]{20}"
          inputMode="numeric"
        />
        <FieldRow id="phone" name="phone" type="tel" label={t('market.phone')} required autocomplete="tel" />
        <button class="button button-main" type="submit">
          {t('market.find')}
        </button>
      </form>
    </Frame>
  )
}

/** As people in China read a clock, whatever the server's zone. */
export function localTime(at: string): string {
  return new Date(Date.parse(at) + 8 * 3600_000).toISOString().slice(0, 16).replace('T', ' ')
}
