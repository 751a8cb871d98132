import type { FastifyRequest } from 'fastify'
import { yuan } from '../../../server/kernel/yuan.ts'
import type { OfferCard, OfferDetail } from '../../../server/modules/stores/index.ts'
import { paths } from '../../paths.ts'
import { Badge, Breadcrumb, Named, Picture, Price, ProductGrid, SampleMark, Section } from '../../ui/market/index.ts'
import type { Key } from '../../words/words.ts'
import { Frame } from '../frame.tsx'
import { cardsOf, photoOf, pictureOf } from '../parts/cards.ts'
import { monthNow } from '../parts/days.tsx'
import { crumbsOf, goodsName } from '../parts/names.ts'
import { packName } from '../parts/packs.ts'
import { productData } from '../parts/product-data.ts'
import { Answers } from './product-answers.tsx'
import { BuyForm, type Delivery } from './product-buy.tsx'

export interface ProductProps {
  request: FastifyRequest
  offer: OfferDetail
  delivery?: Delivery | undefined
  /** Other offers of the same county. */
  beside: OfferCard[]
}

/** A product in the order of a buyer's questions: what and how much, who grew it, when picked, what if bad, is it real. */
export function ProductPage({ request, offer, delivery, beside }: ProductProps) {
  const { say: t, actor } = request
  const { language } = actor
  const english = language === 'en'
  const name = goodsName(offer, language)
  const story = (english && offer.storyEn) || offer.story
  return (
    <Frame
      request={request}
      title={`${name} · ${english ? offer.placeEn : offer.place}`}
      description={story || undefined}
      shareImage={offer.cover ? paths.photo(offer.cover, 800, 'webp') : paths.sharePicture(offer.productId)}
      data={productData(request.server.settings.marketUrl, offer, language)}
    >
      <Breadcrumb label={t('market.path')} crumbs={crumbsOf(offer.path, language, name)} />
      <article class="product-page">
        <Pictures offer={offer} name={name} />
        <div class="buy">
          <p class="buy-marks">
            {offer.certifications.map((seal) => (
              <Badge key={seal} icon="seal">
                {t(`catalog.certification.${seal}` as Key)}
              </Badge>
            ))}
            {offer.seasonMonths.length < 12 && offer.seasonMonths.includes(monthNow()) && (
              <Badge tone="straw">{t('ui.in_season')}</Badge>
            )}
            {offer.isSample && <SampleMark t={t} />}
          </p>
          <h1>
            <Named words={name} />
          </h1>
          <p class="buy-place">
            <a href={paths.village(offer.villageCode)}>{english ? offer.placeEn : offer.place}</a>
            {offer.sold > 0 && <span class="soft"> · {t('market.sold', { count: offer.sold })}</span>}
          </p>
          <Chosen offer={offer} language={language} jin={t('market.jin')} />
          <BuyForm request={request} offer={offer} delivery={delivery} />
        </div>
        <Answers request={request} offer={offer} story={story} delivery={delivery} />
      </article>
      {beside.length > 0 && (
        <Section
          id="beside"
          title={t('market.beside')}
          more={{ href: paths.county(offer.countyCode), label: t('market.to_county') }}
        >
          <ProductGrid products={cardsOf(beside, t, language)} t={t} as="strip" heading="h3" />
        </Section>
      )}
      <div class="thumb-bar only-phone">
        <Chosen offer={offer} language={language} jin={t('market.jin')} small />
        <button class="button button-main" type="submit" form="buy" disabled={!offer.inStock}>
          {t(offer.inStock ? 'market.add' : 'ui.sold_out')}
        </button>
      </div>
    </Frame>
  )
}

function Pictures({ offer, name }: { offer: OfferDetail; name: string }) {
  const [first, ...others] = offer.photos
  return (
    <div class="product-page-picture">
      <Picture
        {...pictureOf(offer)}
        photo={first ? photoOf(first, 800) : undefined}
        sizes="(min-width: 960px) 560px, 100vw"
        label={name}
        first
      />
      {others.length > 0 && (
        <ul class="product-photos">
          {others.map((photo) => (
            <li key={photo}>
              <a href={paths.photo(photo, 1600, 'webp')}>
                <Picture {...pictureOf(offer)} photo={photoOf(photo, 320)} sizes="120px" label={name} />
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** The price of the package chosen in the form: styles alone show the right one, so it needs no script. */
function Chosen(props: { offer: OfferDetail; language: 'zh' | 'en'; jin: string; small?: boolean }) {
  const { offer, language, jin, small } = props
  return (
    <p class="chosen">
      {offer.skus.map((sku) => (
        <span key={sku.skuId}>
          <Price fen={sku.price} size={small ? 'card' : 'large'} />
          <span class="soft small chosen-unit">
            <Named words={small ? packName(sku.label, sku.weightGrams, language) : `${yuan(sku.unitPrice)} / ${jin}`} />
          </span>
        </span>
      ))}
    </p>
  )
}
