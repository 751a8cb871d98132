import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import serveStatic from '@fastify/static'
import type { FastifyRequest } from 'fastify'
import Type from 'typebox'
import { root } from '../../server/kernel/config.ts'
import { notFound, Refusal } from '../../server/kernel/errors.ts'
import type { Routes } from '../../server/kernel/http.ts'
import { drawErrors } from '../../server/kernel/http-errors.ts'
import { categories } from '../../server/modules/catalog/index.ts'
import { provinces, searchDivisions } from '../../server/modules/divisions/index.ts'
import { quoteFreight } from '../../server/modules/logistics/index.ts'
import {
  certificationTypes,
  countyPavilion,
  listOffers,
  offerDetail,
  searchOffers,
  villagePage,
} from '../../server/modules/stores/index.ts'
import { tracePageOf } from '../../server/modules/traceability/index.ts'
import { paths } from '../paths.ts'
import { ErrorState } from '../ui/market/index.ts'
import { formFor } from '../ui/picture/choose-form.ts'
import { drawPicture } from '../ui/picture/draw.ts'
import { accountPages } from './account-routes.tsx'
import { afterSalePages } from './after-sale-routes.tsx'
import { buyPages } from './buy-routes.tsx'
import { Frame } from './frame.tsx'
import { insideOnly } from './inside-only.ts'
import { CountiesView, CountyView, HomePage, SearchPage, VillageView } from './pages/browse.tsx'
import { ProductPage } from './pages/product.tsx'
import { TraceView } from './pages/trace.tsx'
import { placePages } from './place-routes.tsx'
import { drawPage, sendPage } from './send-page.ts'

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

/** The storefront: every page as plain HTML from the server. */
export const marketPages: Routes = async (app) => {
  drawErrors(app, (request, _status, { error }) =>
    request.actor ? drawPage(<Failed request={request} message={error.message} />) : undefined,
  )
  await app.register(browsePages)
  await app.register(buyPages)
  await app.register(afterSalePages)
  await app.register(accountPages)
  await app.register(placePages)
  await app.register(fixedFiles)
}

const browsePages: Routes = async (app) => {
  app.get('/', { config, schema: hide }, async (request, reply) => {
    const month = new Date().getMonth() + 1
    const [season, shelf] = await Promise.all([
      listOffers(app.db, { inSeason: month, limit: 6 }),
      listOffers(app.db, { limit: 24 }),
    ])
    return sendPage(reply, <HomePage request={request} season={season.items} shelf={shelf.items} />)
  })
  app.get('/search', { config, schema: { ...hide, querystring: Search } }, async (request, reply) => {
    const { q = '', category, county, certification, season, cursor } = request.query
    const month = Number(season)
    const filters = {
      category: category || undefined,
      countyCode: county || undefined,
      certification: certificationTypes.find((type) => type === certification),
      inSeason: month >= 1 && month <= 12 ? month : undefined,
      cursor: cursor || undefined,
      limit: 24,
    }
    const [found, all, counties] = await Promise.all([
      q.trim() ? searchOffers(app.db, { q, ...filters }) : listOffers(app.db, filters),
      categories(app.db),
      countiesOf(app.db),
    ])
    return sendPage(
      reply,
      <SearchPage
        request={request}
        query={request.query}
        found={found}
        categories={all.filter(({ parentCode }) => parentCode)}
        counties={counties}
      />,
    )
  })
  app.get(
    '/products/:id',
    { config, schema: { ...hide, params: Type.Object({ id: Type.String({ format: 'uuid' }) }) } },
    async (request, reply) => {
      const offer = await offerDetail(app.db, request.params.id)
      const [sku] = offer.skus
      const delivery = sku
        ? await quoteFreight(app.db, {
            storeId: offer.storeId,
            regionCode: '320000000000',
            grams: sku.weightGrams,
            goodsAmount: sku.price,
          }).catch(withoutRefusal)
        : undefined
      return sendPage(reply, <ProductPage request={request} offer={offer} delivery={delivery} />)
    },
  )
  const OfCode = { ...hide, params: Type.Object({ code: Type.String({ pattern: '^[0-9]{12}$' }) }) }
  app.get('/villages/:code', { config, schema: OfCode }, async (request, reply) =>
    sendPage(reply, <VillageView request={request} village={await villagePage(app.db, request.params.code)} />),
  )
  app.get('/counties/:code', { config, schema: OfCode }, async (request, reply) =>
    sendPage(reply, <CountyView request={request} county={await countyPavilion(app.db, request.params.code)} />),
  )
  app.get('/counties', { config, schema: hide }, async (request, reply) =>
    sendPage(reply, <CountiesView request={request} counties={await countiesOf(app.db)} />),
  )
  const OfLot = {
    ...hide,
    params: Type.Object({ gtin: Type.String({ pattern: '^[0-9]{14}$' }), lot: Type.String({ maxLength: 20 }) }),
  }
  app.get('/01/:gtin/10/:lot', { config, schema: OfLot }, async (request, reply) =>
    sendPage(
      reply,
      <TraceView request={request} trace={await tracePageOf(app.db, request.params.gtin, request.params.lot)} />,
    ),
  )
}

const fixedFiles: Routes = async (app) => {
  app.get(
    '/pictures/:form/:code',
    {
      config,
      schema: {
        ...hide,
        params: Type.Object({ form: Type.String({ maxLength: 40 }), code: Type.String({ maxLength: 60 }) }),
        querystring: Type.Object({ n: text(80) }),
      },
    },
    async (request, reply) => {
      const { form, code } = request.params
      if (!code.endsWith('.svg')) throw notFound({ what: 'picture' })
      return reply
        .type('image/svg+xml')
        .header('cache-control', 'public, max-age=31536000, immutable')
        .send(drawPicture({ form: formFor(form, request.query.n ?? ''), code: code.slice(0, -4) }))
    },
  )
  app.get('/icon.svg', { config, schema: hide }, async (_request, reply) =>
    reply
      .type('image/svg+xml')
      .send(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><path fill="#2f6b3a" d="M4 6l28-2 28 3-2 27 2 26-29-2-27 2 2-28z"/><path fill="none" stroke="#fbf9f4" stroke-width="5" stroke-linecap="round" d="M12 32q20-5 40 0"/></svg>',
      ),
  )
  // Pages that name no icon, the sandbox's among them, make browsers ask for this one.
  app.get('/favicon.ico', { config, schema: hide }, (_request, reply) => reply.redirect('/icon.svg', 302))
  app.get('/robots.txt', { config, schema: hide }, async (_request, reply) =>
    reply
      .type('text/plain')
      .send(
        `User-agent: *\nDisallow: /basket\nDisallow: /checkout\nDisallow: /orders\nDisallow: /account\nDisallow: /sign-in\nSitemap: ${app.settings.marketUrl}/sitemap.xml\n`,
      ),
  )
  app.get('/sitemap.xml', { config, schema: hide }, async (_request, reply) => {
    const { items } = await listOffers(app.db, { limit: 60 })
    const urls = ['/', '/counties', ...items.map((offer) => paths.product(offer.productId))]
    return reply
      .type('application/xml')
      .send(
        `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.map((url) => `<url><loc>${app.settings.marketUrl}${url}</loc></url>`).join('')}</urlset>`,
      )
  })
  app.get(
    '/language',
    { config, schema: { ...hide, querystring: Type.Object({ to: Type.Enum(['zh', 'en']), next: text(200) }) } },
    async (request, reply) => {
      const { to, next } = request.query
      reply.setCookie('lang', to, { path: '/', sameSite: 'lax', maxAge: 31_536_000 })
      return reply.redirect(insideOnly(next) ?? '/', 303)
    },
  )
  await app.register(async (files) => {
    files.addHook('onRoute', (route) => {
      route.config = { ...config, ...route.config }
      route.schema = { ...hide, ...route.schema }
    })
    await files.register(serveStatic, {
      root: join(root, 'dist/market'),
      prefix: '/assets/',
      immutable: true,
      maxAge: '365d',
      decorateReply: false,
    })
  })
}

function Failed({ request, message }: { request: FastifyRequest; message: string }) {
  const { say: t } = request
  return (
    <Frame request={request} title={message} hidden>
      <ErrorState
        title={message}
        kept={t('market.kept')}
        actions={[{ label: t('market.back_home'), href: paths.home() }]}
        t={t}
      />
    </Frame>
  )
}

// A store that does not send here is still worth reading about.
function withoutRefusal(error: unknown): undefined {
  if (!(error instanceof Refusal)) throw error
}

/** The counties of Jiangsu, in the order of codes. */
export async function countiesOf(db: Parameters<typeof searchDivisions>[0]): Promise<{ code: string; name: string }[]> {
  const found = await Promise.all(
    ['县', '市', '区'].map((q) => searchDivisions(db, { q, level: 'county', limit: 200 })),
  )
  return found.flat().sort((a, b) => (a.code < b.code ? -1 : 1))
}

/** Where a buyer may live: the counties of Jiangsu, then the other provinces. */
export async function regionsOf(
  db: Parameters<typeof searchDivisions>[0],
): Promise<{ value: string; label: string }[]> {
  const outside = provinces().filter(({ code }) => code !== '320000')
  return [
    ...(await countiesOf(db)).map(({ code, name }) => ({ value: code, label: `江苏 ${name}` })),
    ...outside.map(({ code, name }) => ({ value: code, label: name })),
  ]
}

export const newFormKey = (): string => randomUUID()
