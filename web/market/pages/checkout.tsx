import type { FastifyRequest } from 'fastify'
import { yuan } from '../../../server/kernel/yuan.ts'
import type { Basket, BasketStore } from '../../../server/modules/orders/index.ts'
import type { Station } from '../../../server/modules/stations/index.ts'
import { paths } from '../../paths.ts'
import { FieldRow, Icon, Named, Notice, SampleMark, ThumbBar } from '../../ui/market/index.ts'
import { Frame } from '../frame.tsx'
import { LineOfGoods, type Pictures } from '../parts/lines.tsx'
import { packOf } from '../parts/packs.ts'
import type { RegionState } from '../parts/regions.ts'
import { Totals } from '../parts/totals.tsx'
import { type AddressDraft, AddressForm } from './checkout-address.tsx'
import { PayChannels } from './pay-channels.tsx'

export interface CheckoutProps {
  request: FastifyRequest
  address: Basket['address']
  /** The goods with what they cost on the way that is chosen. */
  store: BasketStore
  pictures: Pictures
  draft: AddressDraft
  region: RegionState
  /** The address is asked for: there is none yet, or the buyer wants another. */
  asking: boolean
  stations: Station[]
  station?: Station | undefined
  /** One key for one order: sending the form twice is the same order. */
  formKey: string
  /** Why the order could not be placed. */
  refused?: string | undefined
}

/** Where to, which way, what it costs, and yes. */
export function CheckoutPage(props: CheckoutProps) {
  const { request, address, store, asking, refused } = props
  const { say: t } = request
  return (
    <Frame request={request} title={t('market.checkout')} hidden>
      <h1>{t('market.checkout')}</h1>
      {refused && (
        <Notice tone="alarm" title={refused}>
          {t('market.kept_basket')}
        </Notice>
      )}
      <div class="columns checkout">
        <div>
          <section class="step" aria-labelledby="address">
            <h2 id="address">
              <span class="step-number">1</span> {t('market.address')}
            </h2>
            {asking || !address ? <AddressForm {...props} /> : <Address {...props} address={address} />}
          </section>
          {address && !asking && (
            <>
              <Way {...props} />
              <OrderForm {...props} />
            </>
          )}
        </div>
        <Goods {...props} />
      </div>
      {store.freightRefusal && <Notice tone="warn">{t('logistics.region_refused')}</Notice>}
    </Frame>
  )
}

function Address({ request, address, store }: CheckoutProps & { address: NonNullable<Basket['address']> }) {
  const { say: t } = request
  return (
    <div class="card address">
      <p>
        <strong>
          <Named words={address.recipient} />
        </strong>{' '}
        <span class="tabular">{address.phone}</span>
      </p>
      <p>
        <Named words={`${address.regionName} ${address.detail}`} />
      </p>
      <a class="button button-quiet" href={`${paths.checkout(store.storeId)}?edit=1`}>
        {t('market.change_address')}
      </a>
    </div>
  )
}

/** To the door, or to a station nearby; each way has its own price, so choosing one opens the page again. */
function Way({ request, store, stations, station }: CheckoutProps) {
  const { say: t } = request
  if (stations.length === 0) return null
  return (
    <section class="step" aria-labelledby="way">
      <h2 id="way">
        <span class="step-number">2</span> {t('market.way')}
      </h2>
      <form class="stack" action={paths.checkout(store.storeId)} method="get" data-sends-itself>
        <div class="pack-choices">
          <label class="pack">
            <input type="radio" name="station" value="" checked={!station} />
            <span>
              {t('orders.method.express')}
              <span class="soft small"> · {t('market.way_express')}</span>
            </span>
          </label>
          {stations.map((each) => (
            <label key={each.id} class="pack">
              <input type="radio" name="station" value={each.id} checked={each.id === station?.id} />
              <span>
                <Named words={t('market.way_station', { name: each.name })} />
                <span class="soft small">
                  {' · '}
                  <Named words={each.address} />
                </span>{' '}
                {each.isSample && <SampleMark t={t} />}
              </span>
            </label>
          ))}
        </div>
        <button class="button" type="submit">
          {t('market.way_use')}
        </button>
      </form>
    </section>
  )
}

function OrderForm({ request, store, station, stations, formKey }: CheckoutProps) {
  const { say: t } = request
  if (!store.freight) return null
  return (
    <form class="step" action={paths.checkout(store.storeId)} method="post" aria-labelledby="pay">
      <h2 id="pay">
        <span class="step-number">{stations.length > 0 ? 3 : 2}</span> {t('market.channel')}
      </h2>
      <div class="form">
        <input type="hidden" name="key" value={formKey} />
        <input type="hidden" name="expectedTotal" value={store.total} />
        {station && <input type="hidden" name="station" value={station.id} />}
        <PayChannels t={t} />
        <FieldRow id="note" name="note" label={t('market.note')} maxLength={200} remark={t('ui.optional')} />
        {store.needsConfirmation && (
          <div class="confirm">
            <p>
              <Icon name="info" /> {t('market.confirm_why')} <a href={paths.rules()}>{t('market.rules')}</a>
            </p>
            <label class="choice">
              <input type="checkbox" name="confirmedExempt" value="yes" required />
              <span>{t('market.confirm_exempt')}</span>
            </label>
          </div>
        )}
        <ThumbBar>
          <button class="button button-main" type="submit">
            {t('market.place')} {yuan(store.total)}
          </button>
        </ThumbBar>
      </div>
    </form>
  )
}

function Goods({ request, store, pictures }: CheckoutProps) {
  const { say: t, actor } = request
  return (
    <aside class="checkout-goods card" aria-labelledby="goods">
      <h2 id="goods" class="serif">
        <Named words={store.storeName} />
      </h2>
      <ul class="lines">
        {store.lines.map((line) => (
          <LineOfGoods
            key={line.skuId}
            line={line}
            label={`${packOf(line, actor.language)} × ${line.quantity}`}
            language={actor.language}
            pictures={pictures}
          >
            <p class="line-amount">
              {line.isSample && <SampleMark t={t} />}
              <strong class="figure">{yuan(line.amount)}</strong>
            </p>
          </LineOfGoods>
        ))}
      </ul>
      <Totals store={store} t={t} />
      {store.freight && (
        <p class="soft small">
          {t('market.how_it_comes', {
            hours: store.freight.shipsWithinHours,
            min: store.freight.daysMin,
            max: store.freight.daysMax,
          })}
        </p>
      )}
      <p>
        <a href={paths.basket()}>{t('market.back_to_basket')}</a>
      </p>
    </aside>
  )
}
