import type { FastifyRequest } from 'fastify'
import type { ComponentChildren } from 'preact'
import { paths } from '../paths.ts'
import { Foot, Masthead, SearchBar } from '../ui/market/index.ts'
import { assetUrl } from './assets.ts'

export interface FrameProps {
  request: FastifyRequest
  title: string
  description?: string
  shareImage?: string
  /** schema.org data for search engines. */
  data?: object
  /** Kept out of search engines: baskets and orders. */
  hidden?: boolean
  search?: string
  children: ComponentChildren
}

/** The whole document of a market page: head, top with search, content, foot. */
export function Frame({ request, title, description, shareImage, data, hidden, search, children }: FrameProps) {
  const { say: t, actor } = request
  const [path = '/'] = request.url.split('?')
  const origin = request.server.settings.marketUrl
  const other = actor.language === 'zh' ? 'en' : 'zh'
  const links = [
    { href: paths.home(), label: t('market.home'), icon: 'village' as const, current: path === '/' },
    { href: paths.counties(), label: t('market.counties'), icon: 'map' as const, current: path === '/counties' },
    { href: paths.basket(), label: t('market.basket'), icon: 'basket' as const, current: path === '/basket' },
    { href: paths.orders(), label: t('market.my_orders'), icon: 'truck' as const, current: path === '/orders' },
  ]
  return (
    <html lang={actor.language === 'zh' ? 'zh-CN' : 'en'}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · ${t('market.brand')}`}</title>
        {description && <meta name="description" content={description} />}
        {hidden ? <meta name="robots" content="noindex" /> : <link rel="canonical" href={`${origin}${path}`} />}
        <meta property="og:title" content={title} />
        <meta property="og:url" content={`${origin}${path}`} />
        {description && <meta property="og:description" content={description} />}
        {shareImage && <meta property="og:image" content={new URL(shareImage, origin).href} />}
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={assetUrl('style.css')} />
        <script type="module" src={assetUrl('client/market.ts')} />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: safeJson lets no element end inside */}
        {data && <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: safeJson(data) }} />}
      </head>
      <body class="page">
        <Masthead
          name={t('market.brand')}
          home={paths.home()}
          label={t('market.menu')}
          links={links}
          switches={[{ href: paths.language(other, path), label: other === 'zh' ? '中文' : 'English', lang: other }]}
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
        <main id="content" class="page-inner">
          {children}
        </main>
        <Foot>
          <p>{t('market.about')}</p>
          <p>
            <a href={paths.workbench()}>{t('market.workbench')}</a> ·{' '}
            <a href={paths.findOrder()}>{t('market.find_order')}</a> ·{' '}
            <a href={paths.account()}>{t('market.account')}</a> · <a href={paths.rules()}>{t('market.rules')}</a> ·{' '}
            <a href={paths.privacy()}>{t('market.privacy')}</a>
          </p>
        </Foot>
      </body>
    </html>
  )
}

// "<" must not close the script element from within a product's name.
function safeJson(data: object): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c')
}
