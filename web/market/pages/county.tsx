import type { FastifyRequest } from 'fastify'
import type { Language } from '../../../server/kernel/actor.ts'
import type { CountyPavilion, SellingVillage } from '../../../server/modules/stores/index.ts'
import { paths } from '../../paths.ts'
import { Breadcrumb, EmptyState, Named, Pager, ProductGrid, Section, VillageCard } from '../../ui/market/index.ts'
import { Frame } from '../frame.tsx'
import { cardsOf, villageCardsOf } from '../parts/cards.ts'
import { crumbsOf, goodsName, nameOf, stepOf } from '../parts/names.ts'
import { CountyMap, type Spot } from '../parts/origin-map.tsx'

export interface CountyProps {
  request: FastifyRequest
  county: CountyPavilion
  villages: SellingVillage[]
  spots: Spot[]
  /** Past the first page: only the goods. */
  cursor?: string | undefined
}

const cardsAtMost = 6

/** A county's pavilion: where it lies, its villages, its goods. */
export function CountyView({ request, county, villages, spots, cursor }: CountyProps) {
  const { say: t, actor } = request
  const { language } = actor
  const self = stepOf(county.path, 'county')
  const city = stepOf(county.path, 'city')
  const name = self ? nameOf(self, language) : ''
  const [first] = county.offers.items
  return (
    <Frame
      request={request}
      title={t('market.pavilion_of', { county: name })}
      description={t('market.of', { name, said: namesOf(villages, request, 20) }).slice(0, 160)}
      shareImage={first && paths.sharePicture(first.productId)}
    >
      <Breadcrumb label={t('market.path')} crumbs={crumbsOf(county.path, language)} />
      <div class="county-head">
        <header class="village-head">
          <h1>{t('market.pavilion_of', { county: name })}</h1>
          {city && <p class="soft">{nameOf(city, language)}</p>}
          {villages.length > 0 && (
            <p class="county-sum">
              <Named
                words={t('market.county_sum', {
                  villages: county.villages.length,
                  names: namesOf(villages, request, 4),
                })}
              />
            </p>
          )}
          {villages.length > cardsAtMost && (
            <ul class="place-list">
              {villages.slice(cardsAtMost).map((village) => (
                <li key={village.code}>
                  <a href={paths.village(village.code)}>
                    {language === 'en' ? village.placeEn.split(', ')[0] : village.name}
                    <span class="soft small">
                      <Named words={productOf(village, language)} />
                    </span>
                  </a>
                </li>
              ))}
            </ul>
          )}
        </header>
        {spots.length > 0 && (
          <CountyMap
            countyCode={county.code}
            label={t('market.map_of', { place: name })}
            spots={spots}
            notes={mapNotes(spots, t)}
          />
        )}
      </div>
      {first ? (
        <>
          {!cursor && (
            <Section id="villages" title={t('market.villages_here')}>
              <ul class="strip village-strip">
                {villageCardsOf(villages.slice(0, cardsAtMost), language).map((village) => (
                  <li key={village.code}>
                    <VillageCard village={village} t={t} />
                  </li>
                ))}
              </ul>
            </Section>
          )}
          <Section id="goods" title={t('market.county_goods')}>
            <ProductGrid products={cardsOf(county.offers.items, t, language)} t={t} />
          </Section>
        </>
      ) : (
        <EmptyState
          title={t('market.county_empty')}
          action={{ href: paths.counties(), label: t('market.more_counties') }}
        >
          {t('market.county_empty_hint')}
        </EmptyState>
      )}
      <Pager
        nextHref={county.offers.next && `${paths.county(county.code)}?cursor=${encodeURIComponent(county.offers.next)}`}
        firstHref={cursor && paths.county(county.code)}
        count={county.offers.items.length}
        label={t('market.pages')}
        t={t}
      />
    </Frame>
  )
}

function productOf({ productName, productNameEn }: SellingVillage, language: Language): string {
  return goodsName({ name: productName, nameEn: productNameEn }, language)
}

function namesOf(villages: readonly SellingVillage[], { actor, say: t }: FastifyRequest, most: number): string {
  const names = villages.map((village) => productOf(village, actor.language))
  const different = [...new Set(names)]
  const said = different.slice(0, most).join(t('market.and'))
  return different.length > most ? t('market.names_and_more', { names: said }) : said
}

/** What must be said wherever villages are drawn as points. */
export function mapNotes(spots: readonly Spot[], t: FastifyRequest['say']): string[] {
  return [
    t('market.map_note'),
    ...(spots.some((spot) => spot.synthetic) ? [t('market.map_synthetic')] : []),
    ...(spots.some((spot) => !spot.synthetic) ? [t('market.map_geonames')] : []),
  ]
}
