import type { FastifyRequest } from 'fastify'
import Type from 'typebox'
import type { App, Routes } from '../../server/kernel/http.ts'
import { recently } from '../../server/kernel/recent.ts'
import { signatureOf } from '../../server/modules/catalog/index.ts'
import { childrenOf, countyCodeOf, pathOf, pointsOf } from '../../server/modules/divisions/index.ts'
import { merchantsById, requireMerchant } from '../../server/modules/merchants/index.ts'
import { stationsIn } from '../../server/modules/stations/index.ts'
import {
  countyPavilion,
  listOffers,
  pavilions,
  requireStore,
  type SellingVillage,
  sellingVillages,
  unknownStore,
  villagePage,
} from '../../server/modules/stores/index.ts'
import { paths } from '../paths.ts'
import { CountyView } from './pages/county.tsx'
import { CountiesView, MapPage } from './pages/places.tsx'
import { PrivacyPage, RulesPage } from './pages/rules.tsx'
import { StorePage } from './pages/store.tsx'
import { VillageView } from './pages/village.tsx'
import type { Spot } from './parts/origin-map.tsx'
import { sendPage } from './send-page.ts'

const config = { who: 'anyone', face: 'market' } as const
const hide = { hide: true }
const jiangsu = '320000000000'
const OfCode = Type.Object({ code: Type.String({ pattern: '^[0-9]{12}$' }) })
const Paged = Type.Object({ cursor: Type.Optional(Type.String({ maxLength: 200 })) })
/** More points than this would hide one another on a map of the province. */
const spotsAtMost = 400

/** Where things come from: villages, counties, stores, the map; and what holds between buyer, store and platform. */
export const placePages: Routes = async (app) => {
  app.get('/villages/:code', { config, schema: { ...hide, params: OfCode } }, async (request, reply) => {
    const village = await villagePage(app.db, request.params.code)
    const [merchants, signature, stations, county] = await Promise.all([
      merchantsById(
        app.db,
        village.stores.map((store) => store.merchantId),
      ),
      signatureOf(app.db, village.code),
      stationsIn(app.db, village.code, { limit: 3 }),
      sellingVillages(app.db, { countyCode: countyCodeOf(village.code), limit: 7 }),
    ])
    return sendPage(
      reply,
      <VillageView
        request={request}
        village={village}
        merchants={merchants}
        signature={signature}
        stations={stations.items}
        beside={county.filter(({ code }) => code !== village.code).slice(0, 6)}
      />,
    )
  })
  app.get(
    '/counties/:code',
    { config, schema: { ...hide, params: OfCode, querystring: Paged } },
    async (request, reply) => {
      const { code } = request.params
      const { cursor } = request.query
      const [county, villages] = await Promise.all([
        countyPavilion(app.db, code, cursor),
        sellingVillages(app.db, { countyCode: code }),
      ])
      const spots = await spotsOf(app, villages, request)
      return sendPage(
        reply,
        <CountyView request={request} county={county} villages={villages} spots={spots} cursor={cursor} />,
      )
    },
  )
  const province = recently<Awaited<ReturnType<typeof provinceOf>>>({ ms: 10_000, entries: 1 })
  app.get('/counties', { config, schema: hide }, async (request, reply) =>
    sendPage(reply, <CountiesView request={request} {...(await province('all', () => provinceOf(app)))} />),
  )
  const spots = recently<Spot[]>({ ms: 60_000, entries: 2 })
  app.get('/map', { config, schema: hide }, async (request, reply) => {
    const { language } = request.actor
    const [places, points] = await Promise.all([
      province('all', () => provinceOf(app)),
      spots(language, async () => spotsOf(app, await sellingVillages(app.db, { limit: spotsAtMost }), request)),
    ])
    return sendPage(reply, <MapPage request={request} {...places} spots={points} />)
  })
  const OfStore = Type.Object({ id: Type.String({ format: 'uuid' }) })
  app.get(
    '/stores/:id',
    { config, schema: { ...hide, params: OfStore, querystring: Paged } },
    async (request, reply) => {
      const { cursor } = request.query
      const store = await requireStore(app.db, request.params.id)
      // Not yet confirmed, or sent back: not a store to anyone but its people.
      if (store.state === 'submitted' || store.state === 'returned') throw unknownStore()
      const [merchant, path, offers] = await Promise.all([
        requireMerchant(app.db, store.merchantId),
        pathOf(app.db, store.villageCode),
        listOffers(app.db, { storeId: store.id, cursor, limit: 24 }),
      ])
      return sendPage(
        reply,
        <StorePage request={request} store={store} merchant={merchant} path={path} offers={offers} cursor={cursor} />,
      )
    },
  )
  app.get('/rules', { config, schema: hide }, (request, reply) => sendPage(reply, <RulesPage request={request} />))
  app.get('/privacy', { config, schema: hide }, (request, reply) => sendPage(reply, <PrivacyPage request={request} />))
}

async function provinceOf(app: App) {
  const [cities, open] = await Promise.all([childrenOf(app.db, jiangsu), pavilions(app.db)])
  const counties = await Promise.all(cities.map(({ code }) => childrenOf(app.db, code)))
  return {
    cities,
    // Statistical zones are no places that people look for.
    counties: counties.flat().filter(({ kind }) => kind !== 'development_zone'),
    pavilions: open,
  }
}

async function spotsOf(
  app: App,
  villages: readonly SellingVillage[],
  { actor, say: t }: FastifyRequest,
): Promise<Spot[]> {
  const points = await pointsOf(
    app.db,
    villages.map(({ code }) => code),
  )
  return villages.flatMap((village) => {
    const point = points.get(village.code)
    if (!point) return []
    const english = actor.language === 'en'
    const place = english ? village.placeEn : village.place
    const product = (english && village.productNameEn) || village.productName
    return [
      {
        ...point,
        name: t('market.of', { name: place, said: product }),
        href: paths.village(village.code),
      },
    ]
  })
}
