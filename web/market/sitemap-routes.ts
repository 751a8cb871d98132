import Type from 'typebox'
import type { Routes } from '../../server/kernel/http.ts'
import { recently } from '../../server/kernel/recent.ts'
import { dayOf } from '../../server/kernel/time.ts'
import { addressesAfter, addressFiles, pavilions } from '../../server/modules/stores/index.ts'
import { paths } from '../paths.ts'

const config = { who: 'anyone', face: 'market' } as const
const hide = { hide: true }
const perFile = 5000
const hidden = ['/basket', '/checkout', '/orders', '/account', '/sign-in', '/search', '/language', '/type', '/api/']

/** What search engines may read, and where everything on sale stands: files of 5,000 addresses, each found by key. */
export const sitemapPages: Routes = async (app) => {
  const origin = app.settings.marketUrl
  const kept = recently<string>({ ms: 600_000, entries: 50 })

  app.get('/robots.txt', { config, schema: hide }, async (_request, reply) =>
    reply
      .type('text/plain; charset=utf-8')
      .send(`User-agent: *\n${hidden.map((path) => `Disallow: ${path}\n`).join('')}Sitemap: ${origin}/sitemap.xml\n`),
  )
  app.get('/sitemap.xml', { config, schema: hide }, async (_request, reply) => {
    const index = await kept('index', async () => {
      const [products, villages] = await Promise.all([
        addressFiles(app.db, 'product_id', perFile),
        addressFiles(app.db, 'village_code', perFile),
      ])
      const files = [
        'pages',
        ...products.map((after) => `products${after && `-${after}`}`),
        ...villages.map((after) => `villages${after && `-${after}`}`),
      ]
      const lines = files.map((file) => `<sitemap><loc>${origin}/sitemaps/${file}.xml</loc></sitemap>`)
      return document('sitemapindex', lines)
    })
    return reply.type('application/xml; charset=utf-8').send(index)
  })
  app.get('/sitemaps/pages.xml', { config, schema: hide }, async (_request, reply) => {
    const counties = await pavilions(app.db)
    const pages = [paths.home(), paths.counties(), paths.map(), paths.rules(), paths.privacy()]
    const urls = [...pages, ...counties.map(({ code }) => paths.county(code))].map((path) => place(origin + path))
    return reply.type('application/xml; charset=utf-8').send(document('urlset', urls))
  })
  const File = Type.Object({
    file: Type.String({ pattern: '^(products(-[0-9a-f-]{36})?|villages(-[0-9]{12})?)$' }),
  })
  app.get('/sitemaps/:file.xml', { config, schema: { ...hide, params: File } }, async (request, reply) => {
    const { file } = request.params
    const list = await kept(file, async () => {
      const [kind = '', ...after] = file.split('-')
      const what = kind === 'products' ? 'product_id' : 'village_code'
      const found = await addressesAfter(app.db, what, after.join('-'), perFile)
      const to = kind === 'products' ? paths.product : paths.village
      return document(
        'urlset',
        found.map(({ key, changedAt }) => place(origin + to(key), dayOf(changedAt))),
      )
    })
    return reply.type('application/xml; charset=utf-8').send(list)
  })
}

const place = (url: string, changedOn?: string) =>
  `<url><loc>${url}</loc>${changedOn ? `<lastmod>${changedOn}</lastmod>` : ''}</url>`

function document(element: 'urlset' | 'sitemapindex', lines: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?><${element} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${lines.join('')}</${element}>`
}
