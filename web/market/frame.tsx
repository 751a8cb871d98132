import type { FastifyRequest } from 'fastify'
import type { ComponentChildren } from 'preact'
import { paths } from '../paths.ts'
import { Foot, Masthead, Reader, SearchBar } from '../ui/market/index.ts'
import { langOf } from '../ui/named.tsx'
import { assetUrl } from './assets.ts'

export interface FrameProps {
  request: FastifyRequest
  title: string
  description?: string
  shareImage?: string
  /** schema.org data for search engines. */
  data?: object
  /** Kept out of search engines: baskets, orders, answers to a search. */
  hidden?: boolean
  search?: string
  children: ComponentChildren
}

/** The whole document of a market page: head, top with search, content, foot. */
export function Frame(props: FrameProps) {
  const { request, search, children } = props
  const { say: t, actor } = request
  const [path = '/'] = request.url.split('?')
  // Only what can be read again has an address to come back to.
  const here = request.method === 'GET' ? request.url : paths.home()
  const other = actor.language === 'zh' ? 'en' : 'zh'
  const large = isLarge(request)
  const at = (start: string) => path === start || path.startsWith(`${start}/`)
  const links = [
    { href: paths.home(), label: t('market.home'), icon: 'village' as const, current: path === '/' },
    { href: paths.counties(), label: t('market.counties'), icon: 'map' as const, current: at('/counties') },
    {
      href: paths.basket(),
      label: t('market.basket'),
      icon: 'basket' as const,
      current: at('/basket') || at('/checkout'),
      count: inBasket(request),
    },
    { href: paths.orders(), label: t('market.my_orders'), icon: 'truck' as const, current: at('/orders') },
  ]
  return (
    <html lang={actor.language === 'zh' ? 'zh-CN' : 'en'} data-type={large ? 'large' : undefined}>
      <Head {...props} path={path} />
      <body>
        <Masthead
          name={t('market.brand')}
          home={paths.home()}
          label={t('market.menu')}
          links={links}
          switches={[
            {
              href: paths.type(large ? 'usual' : 'large', here),
              label: t(large ? 'market.type_usual' : 'market.type_large'),
            },
            { href: paths.language(other, here), label: other === 'zh' ? '中文' : 'English', lang: other },
          ]}
          search={
            <SearchBar
              action="/search"
              label={t('market.search_hint')}
              value={search}
              suggestFrom="/api/suggestions"
              t={t}
            />
          }
          t={t}
        />
        <main id="content" class="page" tabindex={-1}>
          <Reader.Provider value={actor.language}>{children}</Reader.Provider>
        </main>
        <Foot>
          <p class="foot-about">{t('market.about')}</p>
          <ul class="foot-links">
            {[
              [paths.map(), t('market.map')],
              [paths.rules(), t('market.rules')],
              [paths.findOrder(), t('market.find_order')],
              [paths.account(), t('market.account')],
              [paths.privacy(), t('market.privacy')],
              [paths.workbench(), t('market.workbench')],
            ].map(([href, label]) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        </Foot>
      </body>
    </html>
  )
}

function Head({ request, title, description, shareImage, data, hidden, path }: FrameProps & { path: string }) {
  const { say: t, actor } = request
  const origin = request.server.settings.marketUrl
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title lang={langOf(title, actor.language)}>{path === '/' ? title : `${title} · ${t('market.brand')}`}</title>
      {description && <meta name="description" content={description} />}
      {hidden ? <meta name="robots" content="noindex" /> : <link rel="canonical" href={`${origin}${path}`} />}
      <meta property="og:site_name" content={t('market.brand')} />
      <meta property="og:locale" content={actor.language === 'zh' ? 'zh_CN' : 'en_GB'} />
      <meta property="og:title" content={title} />
      <meta property="og:url" content={`${origin}${path}`} />
      {description && <meta property="og:description" content={description} />}
      {shareImage && <meta property="og:image" content={new URL(shareImage, origin).href} />}
      <meta name="twitter:card" content="summary" />
      <meta name="theme-color" content="#fbf9f4" />
      <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      <link rel="stylesheet" href={assetUrl('style.css')} />
      <script type="module" src={assetUrl('client/market.ts')} />
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: safeJson lets no element end inside */}
      {data && <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: safeJson(data) }} />}
    </head>
  )
}

/** The reader chose large type: text of 20 px and targets of 60. */
export function isLarge(request: FastifyRequest): boolean {
  return request.cookies?.type === 'large'
}

// Kept in a cookie of its own, so that no page asks the database for a number beside an icon.
function inBasket(request: FastifyRequest): number {
  const count = Number(request.cookies?.basket)
  return Number.isSafeInteger(count) && count > 0 ? Math.min(count, 99) : 0
}

// "<" must not close the script element from within a product's name.
function safeJson(data: object): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c')
}
