import type { FastifyRequest } from 'fastify'
import type { Category } from '../../../server/modules/catalog/index.ts'
import type { OfferCard, Pavilion } from '../../../server/modules/stores/index.ts'
import { paths } from '../../paths.ts'
import { Icon, Picture, ProductGrid, Section, VillageCard } from '../../ui/market/index.ts'
import { Frame } from '../frame.tsx'
import { cardsOf, pictureOf, villageCardsOf, villageOf } from '../parts/cards.ts'
import { monthNow } from '../parts/days.tsx'
import { nameOf } from '../parts/names.ts'

export interface HomeProps {
  request: FastifyRequest
  /** What is in season, prefectures in turn. */
  season: OfferCard[]
  /** What is there the year round or at another time. */
  rest: OfferCard[]
  counties: Pavilion[]
  kinds: Category[]
}

/** What is in season now, the villages it comes from, the counties to wander on to. */
export function HomePage({ request, season, rest, counties, kinds }: HomeProps) {
  const { say: t, actor } = request
  const { language } = actor
  const shelf = [...season.slice(12, 18), ...rest].slice(0, 10)
  return (
    <Frame
      request={request}
      title={t('market.title')}
      description={t('market.about')}
      shareImage={season[0] && paths.sharePicture(season[0].productId)}
      data={siteData(request)}
    >
      <div class="home-head">
        <h1 class="serif">{t('market.lead')}</h1>
        <a class="home-map" href={paths.map()}>
          <Icon name="map" /> {t('market.map_walk')}
        </a>
      </div>
      <nav class="kinds" aria-label={t('market.filter.category')}>
        <ul>
          {kinds.map((kind) => (
            <li key={kind.code}>
              <a class="filter" href={paths.search({ category: kind.code })}>
                {language === 'en' ? kind.nameEn : kind.name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Section
        id="season"
        title={t('market.in_season')}
        more={{ href: paths.search({ season: monthNow() }), label: t('market.more_season') }}
      >
        <ProductGrid products={cardsOf(season.slice(0, 6), t, language)} t={t} as="strip" />
      </Section>
      <Section
        id="villages"
        title={t('market.season_villages')}
        more={{ href: paths.map(), label: t('market.more_villages') }}
      >
        <ul class="strip village-strip">
          {villageCardsOf(season.slice(6, 12).map(villageOf), language).map((village) => (
            <li key={village.code}>
              <VillageCard village={village} t={t} />
            </li>
          ))}
        </ul>
      </Section>
      <Section
        id="counties"
        title={t('market.pavilions')}
        more={{ href: paths.counties(), label: t('market.more_counties') }}
      >
        <ul class="pavilion-grid in-fours">
          {acrossCities(counties, 12).map((county) => (
            <li key={county.code}>
              <PavilionCard request={request} county={county} />
            </li>
          ))}
        </ul>
      </Section>
      <Section
        id="shelf"
        title={t('market.all_villages')}
        more={{ href: paths.search(), label: t('market.more_products') }}
      >
        <ProductGrid products={cardsOf(shelf, t, language)} t={t} />
      </Section>
    </Frame>
  )
}

/** A county's pavilion: what it is best known for, and how many villages stand in it. */
export function PavilionCard({ request, county }: { request: FastifyRequest; county: Pavilion }) {
  const { say: t, actor } = request
  const { best } = county
  return (
    <article class="pavilion">
      <Picture {...pictureOf(best)} />
      <div>
        <h3>
          <a href={paths.county(county.code)}>{nameOf({ name: county.name, level: 'county' }, actor.language)}</a>
        </h3>
        <p class="soft small">{t('market.villages_count', { count: county.villages })}</p>
      </div>
    </article>
  )
}

/** The fullest pavilions, one prefecture after the other. */
function acrossCities(counties: readonly Pavilion[], most: number): Pavilion[] {
  const turns = new Map<string, number>()
  return [...counties]
    .sort((a, b) => b.villages - a.villages || (a.code < b.code ? -1 : 1))
    .map((county) => {
      const city = county.code.slice(0, 4)
      const turn = turns.get(city) ?? 0
      turns.set(city, turn + 1)
      return { county, turn }
    })
    .sort((a, b) => a.turn - b.turn)
    .slice(0, most)
    .map(({ county }) => county)
}

function siteData({ server, say: t }: FastifyRequest): object {
  const origin = server.settings.marketUrl
  return {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    name: t('market.brand'),
    url: `${origin}/`,
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${origin}/search?q={search_term_string}` },
      'query-input': 'required name=search_term_string',
    },
  }
}
