import type { FastifyRequest } from 'fastify'
import type { SignatureProduct } from '../../../server/modules/catalog/index.ts'
import type { Merchant } from '../../../server/modules/merchants/index.ts'
import type { Station } from '../../../server/modules/stations/index.ts'
import type { SellingVillage, VillagePage } from '../../../server/modules/stores/index.ts'
import { paths } from '../../paths.ts'
import {
  Badge,
  Breadcrumb,
  EmptyState,
  Icon,
  Named,
  ProductGrid,
  SampleMark,
  Section,
  VillageBanner,
  VillageCard,
} from '../../ui/market/index.ts'
import { Frame } from '../frame.tsx'
import { cardsOf, villageCardsOf } from '../parts/cards.ts'
import { crumbsOf, goodsName, nameOf, stepOf, whereOf } from '../parts/names.ts'
import { OriginMap } from '../parts/origin-map.tsx'
import { Seal } from '../parts/seal.tsx'
import { terrainOf } from '../parts/terrain.ts'

export interface VillageProps {
  request: FastifyRequest
  village: VillagePage
  /** Who is behind the stores. */
  merchants: ReadonlyMap<string, Merchant>
  signature?: SignatureProduct | undefined
  stations: Station[]
  /** Other villages of the county. */
  beside: SellingVillage[]
}

/** A village: its land, what it does best, the people who sell it, and where to find them. */
export function VillageView(props: VillageProps) {
  const { request, village, signature } = props
  const { say: t, actor } = request
  const { language } = actor
  const self = stepOf(village.path, 'village')
  const county = stepOf(village.path, 'county')
  const name = self ? nameOf(self, language) : ''
  const [first] = village.offers
  const goods = village.offers.map((offer) => goodsName(offer, language))
  const best = village.offers.find((offer) => offer.name === signature?.name)
  const kind = signature?.categoryCode ?? first?.categoryCode ?? 'grain'
  return (
    <Frame
      request={request}
      title={`${name} · ${whereOf(village.path, language)}`}
      description={first && t('market.of', { name, said: goods.join(t('market.and')) })}
      shareImage={first && paths.sharePicture(first.productId)}
      hidden={!first}
    >
      <VillageBanner code={village.code} terrain={terrainOf(village.code, kind)} />
      <Breadcrumb label={t('market.path')} crumbs={crumbsOf(village.path, language)} />
      <div class={first ? 'columns' : undefined}>
        <div>
          <header class="village-head">
            <h1>{name}</h1>
            <p class="soft">{whereOf(village.path, language)}</p>
            {signature && (
              <div class="village-best">
                <p>
                  <Badge icon="seal">{t('market.signature')}</Badge>{' '}
                  <strong class="serif">
                    <Named words={best ? goodsName(best, language) : signature.name} />
                  </strong>{' '}
                  {signature.isSample && <SampleMark t={t} />}
                </p>
                {/* The village tells its story in Chinese; where it has one in English, the product’s page tells it. */}
                {signature.story && (language === 'zh' || !best?.nameEn) && (
                  <p>
                    <Named words={signature.story} />
                  </p>
                )}
              </div>
            )}
          </header>
          {first && (
            <Section id="goods" title={t('market.village_goods')}>
              <ProductGrid products={cardsOf(village.offers, t, language)} t={t} />
            </Section>
          )}
        </div>
        {first && <Aside {...props} />}
      </div>
      {!first && (
        <EmptyState
          title={t('market.village_empty')}
          action={county && { href: paths.county(county.code), label: t('market.to_county') }}
        >
          {t('market.village_empty_hint')}
        </EmptyState>
      )}
      {props.beside.length > 0 && (
        <Section
          id="beside"
          title={t('market.villages_beside')}
          more={county && { href: paths.county(county.code), label: t('market.to_county') }}
        >
          <ul class="strip village-strip">
            {villageCardsOf(props.beside, language).map((card) => (
              <li key={card.code}>
                <VillageCard village={card} t={t} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Frame>
  )
}

function Aside({ request, village, merchants, stations }: VillageProps) {
  const { say: t, actor } = request
  const { language } = actor
  return (
    <aside class="aside">
      <section aria-labelledby="people">
        <h2 id="people">{t('market.people')}</h2>
        <ul class="people">
          {village.stores.map((store) => {
            const merchant = merchants.get(store.merchantId)
            return (
              <li key={store.id} class="producer">
                <Seal code={store.merchantId} character={merchant?.contactName || store.name} />
                <div>
                  <p class="producer-name">
                    <Named words={merchant?.name ?? ''} />
                  </p>
                  {merchant && <p class="soft small">{t(`merchants.kind.${merchant.kind}`)}</p>}
                  <p>
                    <a href={paths.store(store.id)}>
                      <Named words={store.name} />
                    </a>{' '}
                    {store.isSample && <SampleMark t={t} />}
                  </p>
                </div>
              </li>
            )
          })}
        </ul>
      </section>
      {stations.map((station) => (
        <section key={station.id} class="card stack" aria-labelledby={`station-${station.id}`}>
          <h3 id={`station-${station.id}`}>
            <Named words={station.name} />
          </h3>
          <p class="soft small">{t(`stations.tier.${station.tier}`)}</p>
          {station.address && (
            <p>
              <Icon name="pin" /> <Named words={station.address} />
            </p>
          )}
          {station.phone && (
            <p>
              <Icon name="phone" />{' '}
              <a class="tabular" href={`tel:${station.phone}`}>
                {station.phone}
              </a>
            </p>
          )}
          {station.pickup && <Badge>{t('market.pickup_here')}</Badge>} {station.isSample && <SampleMark t={t} />}
        </section>
      ))}
      <OriginMap
        countyCode={stepOf(village.path, 'county')?.code ?? ''}
        label={t('market.map_of', { place: whereOf(village.path, language) })}
        language={language}
      />
    </aside>
  )
}
