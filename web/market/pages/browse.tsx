import type { FastifyRequest } from 'fastify'
import type { Category } from '../../../server/modules/catalog/index.ts'
import type { CountyPavilion, OfferCard, OfferPage, VillagePage } from '../../../server/modules/stores/index.ts'
import { paths } from '../../paths.ts'
import { Breadcrumb, EmptyState, Pager, ProductGrid, SampleMark, Section, SelectRow } from '../../ui/market/index.ts'
import { cardsOf } from '../cards.ts'
import { Frame } from '../frame.tsx'

export function HomePage({
  request,
  season,
  shelf,
}: {
  request: FastifyRequest
  season: OfferCard[]
  shelf: OfferCard[]
}) {
  const { say: t, actor } = request
  const month = new Date().getMonth() + 1
  return (
    <Frame request={request} title={t('market.home')} description={t('market.lead')}>
      <h1 class="only-read-aloud">{t('market.brand')}</h1>
      <p class="lead">{t('market.lead')}</p>
      <Section
        id="season"
        title={t('market.in_season')}
        more={{ href: paths.search({ season: month }), label: t('market.more') }}
      >
        <ProductGrid products={cardsOf(season, t, actor.language)} t={t} as="strip" label={t('market.in_season')} />
      </Section>
      <Section id="villages" title={t('market.all_villages')} more={{ href: paths.search(), label: t('market.more') }}>
        <ProductGrid products={cardsOf(shelf, t, actor.language)} t={t} />
      </Section>
    </Frame>
  )
}

export interface SearchPageProps {
  request: FastifyRequest
  query: Record<string, string | undefined>
  found: OfferPage
  categories: Category[]
  counties: { code: string; name: string }[]
}

export function SearchPage({ request, query, found, categories, counties }: SearchPageProps) {
  const { say: t, actor } = request
  const q = query.q ?? ''
  const title = q ? t('market.results', { q }) : t('market.found')
  const any = { value: '', label: t('market.filter.any') }
  const seals = ['green', 'organic', 'geographicIndication'] as const
  return (
    <Frame request={request} title={title} search={q}>
      <h1>{title}</h1>
      <form class="filters" action="/search" method="get">
        <input type="hidden" name="q" value={q} />
        <SelectRow
          id="category"
          name="category"
          label={t('market.filter.category')}
          value={query.category ?? ''}
          options={[
            any,
            ...categories.map((each) => ({
              value: each.code,
              label: actor.language === 'zh' ? each.name : each.nameEn,
            })),
          ]}
        />
        <SelectRow
          id="county"
          name="county"
          label={t('market.filter.county')}
          value={query.county ?? ''}
          options={[any, ...counties.map((county) => ({ value: county.code, label: county.name }))]}
        />
        <SelectRow
          id="certification"
          name="certification"
          label={t('market.filter.certification')}
          value={query.certification ?? ''}
          options={[any, ...seals.map((seal) => ({ value: seal, label: t(`catalog.certification.${seal}`) }))]}
        />
        <label>
          <input type="checkbox" name="season" value={new Date().getMonth() + 1} checked={Boolean(query.season)} />{' '}
          {t('market.filter.season')}
        </label>
        <button class="button" type="submit">
          {t('market.filter.apply')}
        </button>
      </form>
      {found.meant && <p role="status">{t('market.meant', { word: found.meant })}</p>}
      {found.items.length === 0 ? (
        <EmptyState title={t('market.nothing_found')} action={{ href: paths.home(), label: t('market.in_season') }}>
          {t('market.nothing_found_hint')}
        </EmptyState>
      ) : (
        <ProductGrid products={cardsOf(found.items, t, actor.language)} t={t} heading="h2" />
      )}
      <Pager
        nextHref={found.next ? paths.search({ ...query, cursor: found.next }) : undefined}
        firstHref={query.cursor ? paths.search({ ...query, cursor: undefined }) : undefined}
        count={found.items.length}
        label={t('market.found')}
        t={t}
      />
    </Frame>
  )
}

export function VillageView({ request, village }: { request: FastifyRequest; village: VillagePage }) {
  const { say: t, actor } = request
  const name = village.path.at(-1)?.name ?? ''
  return (
    <Frame request={request} title={name}>
      <Breadcrumb label={t('market.menu')} crumbs={crumbsOf(village.path)} />
      <h1>{name}</h1>
      {village.stores.map((store) => (
        <p key={store.id}>
          {t('market.store')} <a href={paths.store(store.id)}>{store.name}</a> {store.isSample && <SampleMark t={t} />}
        </p>
      ))}
      <ProductGrid products={cardsOf(village.offers, t, actor.language)} t={t} heading="h2" />
    </Frame>
  )
}

export function CountyView({ request, county }: { request: FastifyRequest; county: CountyPavilion }) {
  const { say: t, actor } = request
  const name = county.path.at(-1)?.name ?? ''
  return (
    <Frame request={request} title={name}>
      <Breadcrumb label={t('market.menu')} crumbs={crumbsOf(county.path)} />
      <h1>{name}</h1>
      <Section id="villages" title={t('market.villages_here')}>
        <ul class="place-list">
          {county.villages.map((village) => (
            <li key={village.code}>
              <a href={paths.village(village.code)}>{village.name}</a>
            </li>
          ))}
        </ul>
      </Section>
      <ProductGrid products={cardsOf(county.offers.items, t, actor.language)} t={t} heading="h2" />
    </Frame>
  )
}

export function CountiesView({
  request,
  counties,
}: {
  request: FastifyRequest
  counties: { code: string; name: string }[]
}) {
  const { say: t } = request
  return (
    <Frame request={request} title={t('market.counties')}>
      <h1>{t('market.counties')}</h1>
      <p>
        <a href={paths.map()}>{t('market.map')}</a>
      </p>
      <ul class="place-list">
        {counties.map((county) => (
          <li key={county.code}>
            <a href={paths.county(county.code)}>{county.name}</a>
          </li>
        ))}
      </ul>
    </Frame>
  )
}

export function crumbsOf(path: readonly { code: string; name: string; level: string }[]) {
  return path.map(({ code, name, level }) => ({
    label: name,
    ...(level === 'county' ? { href: paths.county(code) } : level === 'village' ? { href: paths.village(code) } : {}),
  }))
}
