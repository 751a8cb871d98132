import Type from 'typebox'
import { Refusal } from '../../server/kernel/errors.ts'
import type { App, Routes } from '../../server/kernel/http.ts'
import { recently } from '../../server/kernel/recent.ts'
import { dayOf } from '../../server/kernel/time.ts'
import { categories } from '../../server/modules/catalog/index.ts'
import { quoteFreight } from '../../server/modules/logistics/index.ts'
import {
  certificationTypes,
  listOffers,
  type OfferDetail,
  offerDetail,
  pavilions,
  searchOffers,
  variedOffers,
} from '../../server/modules/stores/index.ts'
import { tracePageOf } from '../../server/modules/traceability/index.ts'
import { HomePage } from './pages/home.tsx'
import { ProductPage } from './pages/product.tsx'
import { SearchPage } from './pages/search.tsx'
import { TraceView } from './pages/trace.tsx'
import { monthNow } from './parts/days.tsx'
import { sendPage } from './send-page.ts'

const config = { who: 'anyone', face: 'market' } as const
const hide = { hide: true }
const text = (maxLength: number) => Type.Optional(Type.String({ maxLength }))
const Search = Type.Object({
  q: text(80),
  category: text(60),
  county: text(12),
  certification: text(40),
  season: text(2),
  sort: text(10),
  cursor: text(200),
})
const jiangsu = '320000000000'

/** Home, search, products and the trace of a lot: what everyone may read, made at most once a second. */
export const browsePages: Routes = async (app) => {
  const home = recently<Awaited<ReturnType<typeof homeOf>>>({ ms: 10_000, entries: 1 })
  app.get('/', { config, schema: hide }, async (request, reply) =>
    sendPage(reply, <HomePage request={request} {...(await home('home', () => homeOf(app)))} />),
  )
  app.get('/search', { config, schema: { ...hide, querystring: Search } }, async (request, reply) => {
    const { q = '', category, county, certification, season, sort, cursor } = request.query
    const month = Number(season)
    const filters = {
      category: category && /^[a-z]+(\.[a-zA-Z]+)?$/.test(category) ? category : undefined,
      countyCode: county || undefined,
      certification: certificationTypes.find((type) => type === certification),
      inSeason: month >= 1 && month <= 12 ? month : undefined,
      sort: sort === 'price' ? ('price' as const) : ('rank' as const),
      cursor: cursor || undefined,
      limit: 24,
    }
    const [found, all, counties] = await Promise.all([
      q.trim() ? searchOffers(app.db, { q, ...filters }) : listOffers(app.db, filters),
      categories(app.db),
      home('home', () => homeOf(app)),
    ])
    return sendPage(
      reply,
      <SearchPage
        request={request}
        query={request.query}
        found={found}
        categories={all}
        counties={counties.counties}
      />,
    )
  })
  const products = recently<Awaited<ReturnType<typeof productOf>>>({ ms: 1000, entries: 1000 })
  app.get(
    '/products/:id',
    { config, schema: { ...hide, params: Type.Object({ id: Type.String({ format: 'uuid' }) }) } },
    async (request, reply) => {
      const { id } = request.params
      return sendPage(reply, <ProductPage request={request} {...(await products(id, () => productOf(app, id)))} />)
    },
  )
  const OfLot = {
    ...hide,
    params: Type.Object({ gtin: Type.String({ pattern: '^[0-9]{14}$' }), lot: Type.String({ maxLength: 20 }) }),
  }
  app.get('/01/:gtin/10/:lot', { config, schema: OfLot }, async (request, reply) => {
    const trace = await tracePageOf(app.db, request.params.gtin, request.params.lot)
    const offer = await offerDetail(app.db, trace.product.id).catch(withoutRefusal)
    return sendPage(reply, <TraceView request={request} trace={trace} offer={offer} />)
  })
}

async function homeOf(app: App) {
  const [offers, counties, kinds] = await Promise.all([
    variedOffers(app.db, { month: monthNow(), day: dayOf(new Date()) }),
    pavilions(app.db),
    categories(app.db),
  ])
  return {
    season: offers.filter((offer) => offer.inSeason),
    rest: offers.filter((offer) => !offer.inSeason),
    counties,
    kinds: kinds.filter(({ parentCode }) => !parentCode),
  }
}

async function productOf(app: App, productId: string) {
  const offer = await offerDetail(app.db, productId)
  const [delivery, beside] = await Promise.all([
    deliveryOf(app, offer),
    listOffers(app.db, { countyCode: offer.countyCode, limit: 7 }),
  ])
  return { offer, delivery, beside: beside.items.filter((other) => other.productId !== productId).slice(0, 6) }
}

async function deliveryOf(app: App, { storeId, skus: [sku] }: OfferDetail) {
  if (!sku) return undefined
  const parcel = { storeId, regionCode: jiangsu, grams: sku.weightGrams, goodsAmount: sku.price }
  return quoteFreight(app.db, parcel).catch(withoutRefusal)
}

// A store that does not send here, or no longer sells, is still worth reading about.
function withoutRefusal(error: unknown): undefined {
  if (!(error instanceof Refusal)) throw error
}
