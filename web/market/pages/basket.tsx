import type { FastifyRequest } from 'fastify'
import { yuan } from '../../../server/kernel/yuan.ts'
import type { Basket, BasketStore } from '../../../server/modules/orders/index.ts'
import { paths } from '../../paths.ts'
import { EmptyState, Named, Notice, Quantity, SampleMark, ThumbBar } from '../../ui/market/index.ts'
import { Frame } from '../frame.tsx'
import { LineOfGoods, type Pictures } from '../parts/lines.tsx'
import { goodsName } from '../parts/names.ts'
import { packOf } from '../parts/packs.ts'
import { Totals } from '../parts/totals.tsx'

export interface BasketProps {
  request: FastifyRequest
  basket: Basket
  pictures: Pictures
}

/** The basket by store, since each store is an order of its own. */
export function BasketPage({ request, basket, pictures }: BasketProps) {
  const { say: t } = request
  const { stores } = basket
  return (
    <Frame request={request} title={t('market.basket')} hidden>
      <h1>{t('market.basket')}</h1>
      {stores.length === 0 && (
        <EmptyState title={t('market.empty_basket')} action={{ href: paths.home(), label: t('market.in_season') }}>
          {t('market.empty_basket_hint')}
        </EmptyState>
      )}
      {stores.length > 1 && <p class="soft">{t('market.basket_by_store', { count: stores.length })}</p>}
      {stores.map((store) => (
        <StoreGroup
          key={store.storeId}
          request={request}
          store={store}
          pictures={pictures}
          alone={stores.length === 1}
        />
      ))}
    </Frame>
  )
}

function StoreGroup(props: { request: FastifyRequest; store: BasketStore; pictures: Pictures; alone: boolean }) {
  const { request, store, pictures, alone } = props
  const { say: t } = request
  const checkout = (
    <a class="button button-main" href={paths.checkout(store.storeId)}>
      {t('market.checkout')} {yuan(store.total)}
    </a>
  )
  return (
    <section class="basket-store" aria-labelledby={`store-${store.storeId}`}>
      <div class="card">
        <h2 id={`store-${store.storeId}`} class="serif">
          <a href={paths.store(store.storeId)}>
            <Named words={store.storeName} />
          </a>
        </h2>
        <ul class="lines">
          {store.lines.map((line) => (
            <LineOfGoods
              key={line.skuId}
              line={line}
              label={packOf(line, request.actor.language)}
              language={request.actor.language}
              pictures={pictures}
            >
              <LineForm request={request} line={line} />
            </LineOfGoods>
          ))}
        </ul>
      </div>
      <div class="basket-sum card">
        <Totals store={store} t={t} />
        {store.freightRefusal && <Notice tone="warn">{t('logistics.region_refused')}</Notice>}
        {!store.orderable && !store.freightRefusal && <Notice tone="warn">{t('market.not_orderable')}</Notice>}
        {alone ? <ThumbBar>{checkout}</ThumbBar> : checkout}
      </div>
    </section>
  )
}

function LineForm({ request, line }: { request: FastifyRequest; line: BasketStore['lines'][number] }) {
  const { say: t, actor } = request
  const name = goodsName(line, actor.language)
  const gone = line.available === null
  return (
    <form class="line-form" action="/basket/change" method="post">
      <input type="hidden" name="skuId" value={line.skuId} />
      {/* The first button is what Enter presses: it must not be the one that takes one away. */}
      <button type="submit" hidden>
        {t('ui.change_quantity')}
      </button>
      {gone ? (
        <>
          <input type="hidden" name="quantity" value={line.quantity} />
          <p class="alarm-words">{t('market.no_longer_sold')}</p>
        </>
      ) : (
        <>
          <div class="line-how-many">
            <Quantity
              id={`quantity-${line.skuId}`}
              value={line.quantity}
              max={Math.min(99, Math.max(line.quantity, line.available ?? 0))}
              of={name}
              sends
              t={t}
            />
            <noscript>
              <button class="button" type="submit">
                {t('ui.change_quantity')}
              </button>
            </noscript>
          </div>
          {line.quantity > (line.available ?? 0) && (
            <p class="alarm-words small">{t('market.only_left', { count: line.available ?? 0 })}</p>
          )}
        </>
      )}
      <p class="line-amount">
        {line.isSample && <SampleMark t={t} />}
        <strong class="figure">{yuan(line.amount)}</strong>
      </p>
      <button class="button button-quiet line-remove" type="submit" name="remove" value="1" formnovalidate>
        {t('market.remove')}
        <span class="only-read-aloud">
          {' '}
          <Named words={name} />
        </span>
      </button>
    </form>
  )
}
