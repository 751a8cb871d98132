import type { FastifyRequest } from 'fastify'
import { yuan } from '../../../server/kernel/yuan.ts'
import type { OfferDetail } from '../../../server/modules/stores/index.ts'
import { paths } from '../../paths.ts'
import { Breadcrumb, Notice, Picture, Price, SampleMark, Seasons, Section, ThumbBar } from '../../ui/market/index.ts'
import type { Key } from '../../words/words.ts'
import { pictureOf } from '../cards.ts'
import { Frame } from '../frame.tsx'
import { crumbsOf } from './browse.tsx'

export interface Delivery {
  freight: number
  daysMin: number
  daysMax: number
  shipsWithinHours: number
}

/** A product in the order of a buyer's questions: what and how much, who grew it, when picked, what if bad, is it real. */
export function ProductPage({
  request,
  offer,
  delivery,
}: {
  request: FastifyRequest
  offer: OfferDetail
  delivery?: Delivery
}) {
  const { say: t, actor } = request
  const english = actor.language === 'en'
  const name = (english && offer.nameEn) || offer.name
  const story = (english && offer.storyEn) || offer.story
  const [lot] = offer.lots
  return (
    <Frame
      request={request}
      title={name}
      description={story}
      shareImage={pictureOf(offer).src}
      data={schemaOf(request, offer)}
    >
      <Breadcrumb label={t('market.menu')} crumbs={crumbsOf(offer.path)} />
      <article class="product-page">
        <div class="product-page-picture">
          <Picture {...pictureOf(offer)} name={name} label={name} first />
        </div>
        <form class="product-page-rest" action="/basket/lines" method="post">
          <h1>{name}</h1>
          {offer.isSample && <SampleMark t={t} />}
          <p class="soft">{english ? offer.placeEn : offer.place}</p>
          <Price fen={offer.unitPrice} unit={t('market.jin')} size="large" />
          <fieldset class="pack-choices">
            <legend>{t('market.pack')}</legend>
            {offer.skus.map((sku, index) => (
              <label key={sku.skuId} class="pack">
                <input type="radio" name="skuId" value={sku.skuId} checked={index === 0} disabled={!sku.inStock} />{' '}
                {sku.label} {yuan(sku.price)}
                {sku.left !== undefined && sku.inStock && (
                  <span class="soft"> {t('market.left', { count: sku.left })}</span>
                )}
              </label>
            ))}
          </fieldset>
          <label>
            {t('market.quantity')}{' '}
            <input
              class="input"
              type="number"
              name="quantity"
              value={1}
              min={1}
              max={offer.atMost}
              inputMode="numeric"
            />
          </label>
          <ThumbBar>
            <button class="button button-main" type="submit" disabled={!offer.inStock}>
              {t(offer.inStock ? 'market.add' : 'ui.sold_out')}
            </button>
          </ThumbBar>
        </form>
      </article>
      <Section id="grower" title={t('market.who_grew')}>
        <p>{story}</p>
        <p>
          {offer.merchant.name} · <a href={paths.village(offer.villageCode)}>{offer.path.at(-1)?.name}</a>
        </p>
        <p class="soft">
          <a href={paths.store(offer.storeId)}>{offer.store.name}</a> ·{' '}
          {offer.merchant.uscc ? t('market.licence', { code: offer.merchant.uscc }) : t('market.exempt')}
        </p>
      </Section>
      <Section id="picked" title={t('market.picked')}>
        {lot && <p>{t('market.picked_on', { day: lot.harvestedOn, lot: lot.lotNumber })}</p>}
        {delivery && (
          <p>
            {t('market.delivery', {
              hours: delivery.shipsWithinHours,
              place: t('market.jiangsu'),
              min: delivery.daysMin,
              max: delivery.daysMax,
              fee: yuan(delivery.freight),
            })}
          </p>
        )}
        <Seasons months={offer.seasonMonths} now={new Date().getMonth() + 1} t={t} />
      </Section>
      <Section id="bad" title={t('market.if_bad')}>
        <Notice>
          <p>{t(`market.policy.${offer.returnPolicy}` as Key)}</p>
        </Notice>
      </Section>
      <Section id="real" title={t('market.is_it_real')}>
        {offer.seals.map((seal) => (
          <p key={seal.certificateNumber}>
            {t(`catalog.certification.${seal.type}` as Key)} {seal.certificateNumber} {seal.holder}
          </p>
        ))}
        {offer.seals.length === 0 && <p>{t('market.no_seals')}</p>}
        {lot && (
          <a class="button" href={lot.trace}>
            {t('market.trace_it')}
          </a>
        )}
      </Section>
    </Frame>
  )
}

function schemaOf(request: FastifyRequest, offer: OfferDetail): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: offer.name,
    description: offer.story,
    image: new URL(pictureOf(offer).src, request.server.settings.marketUrl).href,
    offers: offer.skus.map((sku) => ({
      '@type': 'Offer',
      sku: sku.gtin,
      price: (sku.price / 100).toFixed(2),
      priceCurrency: 'CNY',
      availability: `https://schema.org/${sku.inStock ? 'InStock' : 'OutOfStock'}`,
    })),
  }
}
