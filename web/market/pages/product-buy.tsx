import type { FastifyRequest } from 'fastify'
import { yuan } from '../../../server/kernel/yuan.ts'
import type { OfferDetail } from '../../../server/modules/stores/index.ts'
import { Icon, Named, Price, Quantity } from '../../ui/market/index.ts'
import type { Key } from '../../words/words.ts'
import { packName } from '../parts/packs.ts'

export interface Delivery {
  freight: number
  daysMin: number
  daysMax: number
  shipsWithinHours: number
  coldChain: boolean
}

/** Which package, how many, and into the basket; below it what a buyer wants to know before pressing. */
export function BuyForm(props: { request: FastifyRequest; offer: OfferDetail; delivery?: Delivery | undefined }) {
  const { request, offer, delivery } = props
  const { say: t, actor } = request
  const chosen = offer.skus.find((sku) => sku.inStock)?.skuId
  return (
    <form id="buy" class="buy-form" action="/basket/lines" method="post">
      <fieldset>
        <legend class="label">{t('market.pack')}</legend>
        <div class="pack-choices">
          {offer.skus.map((sku) => (
            <label key={sku.skuId} class={`pack${sku.inStock ? '' : ' is-out'}`}>
              <input
                type="radio"
                name="skuId"
                value={sku.skuId}
                checked={sku.skuId === chosen}
                disabled={!sku.inStock}
                required
              />
              <span>
                <Named words={packName(sku.label, sku.weightGrams, actor.language)} />
                <span class="soft small pack-unit">
                  {yuan(sku.unitPrice)} / {t('market.jin')}
                </span>
                {!sku.inStock && <span class="soft small"> · {t('ui.sold_out')}</span>}
                {sku.inStock && sku.left !== undefined && (
                  <span class="small pack-left"> · {t('market.left', { count: sku.left })}</span>
                )}
              </span>
              <Price fen={sku.price} />
            </label>
          ))}
        </div>
      </fieldset>
      <div class="buy-row">
        <Quantity id="quantity" value={1} max={offer.atMost} t={t} />
        <button class="button button-main only-desk" type="submit" disabled={!offer.inStock}>
          {t(offer.inStock ? 'market.add' : 'ui.sold_out')}
        </button>
      </div>
      <ul class="buy-facts">
        {delivery && (
          <li>
            <Icon name="truck" />
            <span>
              {t('market.delivery', {
                hours: delivery.shipsWithinHours,
                place: t('market.jiangsu'),
                min: delivery.daysMin,
                max: delivery.daysMax,
                fee: yuan(delivery.freight),
              })}
              {(delivery.coldChain || offer.coldChain) && t('market.cold_chain')}
            </span>
          </li>
        )}
        <li>
          <Icon name="info" />
          <span>
            {t(`orders.return.${offer.returnPolicy}` as Key)} · <a href="#bad">{t('market.why')}</a>
          </span>
        </li>
      </ul>
    </form>
  )
}
