import type { FastifyRequest } from 'fastify'
import type { PathPart } from '../../../server/modules/divisions/index.ts'
import type { Merchant } from '../../../server/modules/merchants/index.ts'
import type { OfferPage, Store } from '../../../server/modules/stores/index.ts'
import { paths } from '../../paths.ts'
import { countyShapes, mapBox, mapNote } from '../../ui/map/jiangsu.ts'
import { Breadcrumb, MapOfJiangsu, Pager, ProductGrid, SampleMark } from '../../ui/market/index.ts'
import { cardsOf } from '../cards.ts'
import { Frame } from '../frame.tsx'
import { crumbsOf } from './browse.tsx'

export interface StoreProps {
  request: FastifyRequest
  store: Store
  merchant: Merchant
  path: PathPart[]
  offers: OfferPage
}

/** A store: who is behind it, under which licence or exemption, and what it sells. */
export function StorePage({ request, store, merchant, path, offers }: StoreProps) {
  const { say: t, actor } = request
  const intro = (actor.language === 'en' && store.introEn) || store.intro
  return (
    <Frame request={request} title={store.name} description={intro || undefined}>
      <Breadcrumb label={t('market.menu')} crumbs={crumbsOf(path)} />
      <h1>{store.name}</h1>
      <p>
        {t(`stores.state.${store.state}`)} {store.isSample && <SampleMark t={t} />}
      </p>
      {intro && <p>{intro}</p>}
      <p>{merchant.name}</p>
      <p class="soft">{merchant.uscc ? t('market.licence', { code: merchant.uscc }) : t('market.exempt')}</p>
      <ProductGrid products={cardsOf(offers.items, t, actor.language)} t={t} heading="h2" />
      <Pager
        nextHref={offers.next ? `${paths.store(store.id)}?cursor=${encodeURIComponent(offers.next)}` : undefined}
        count={offers.items.length}
        label={store.name}
        t={t}
      />
    </Frame>
  )
}

/** The counties on a map, each a link; the same list stands under it for whoever does not see the map. */
export function MapPage({
  request,
  counties,
}: {
  request: FastifyRequest
  counties: { code: string; name: string }[]
}) {
  const { say: t, actor } = request
  const places = counties.flatMap(({ code, name }) => {
    const shape = countyShapes[code.slice(0, 6)]
    return shape ? [{ code, name, d: shape.d, href: paths.county(code), told: name, step: 1 as const }] : []
  })
  return (
    <Frame request={request} title={t('market.map')}>
      <h1>{t('market.map')}</h1>
      <MapOfJiangsu places={places} box={mapBox} title={t('market.map')} note={mapNote[actor.language]} t={t} />
      <p>
        <a href={paths.counties()}>{t('market.counties')}</a>
      </p>
    </Frame>
  )
}
