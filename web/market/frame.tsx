import type { ComponentChildren } from 'preact'
import type { Language } from '../../server/kernel/actor.ts'
import { paths } from '../paths.ts'
import type { Say } from '../words/words.ts'
import { assetUrl } from './assets.ts'

export interface FrameProps {
  t: Say
  language: Language
  title: string
  description?: string
  /** The page's own address, for the canonical link and the language switch. */
  path: string
  /** The market's public address. */
  origin: string
  /** Absolute or rooted address of the picture on a share card. */
  shareImage?: string
  /** schema.org data for search engines. */
  data?: object
  /** Kept out of search engines: baskets, orders, accounts. */
  hidden?: boolean
  search?: string
  basketCount?: number
  signedIn?: boolean
  children: ComponentChildren
}

/** The whole document of a market page: head, header with search, content, footer. */
export function Frame(props: FrameProps) {
  const { t, language, title, description, path, origin, shareImage, data, hidden, children } = props
  const address = `${origin}${path}`
  return (
    <html lang={language === 'zh' ? 'zh-CN' : 'en'}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · ${t('market.brand')}`}</title>
        {description && <meta name="description" content={description} />}
        {hidden ? <meta name="robots" content="noindex" /> : <link rel="canonical" href={address} />}
        <meta property="og:title" content={title} />
        <meta property="og:type" content="website" />
        <meta property="og:url" content={address} />
        {description && <meta property="og:description" content={description} />}
        {shareImage && <meta property="og:image" content={new URL(shareImage, origin).href} />}
        <meta name="theme-color" content="#2f6b3a" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={assetUrl('style.css')} />
        <script type="module" src={assetUrl('client/market.ts')} />
        {data && <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: safeJson(data) }} />}
      </head>
      <body>
        <a class="skip-link" href="#content">
          {t('market.skip')}
        </a>
        <Header {...props} />
        <main id="content">{children}</main>
        <Footer t={t} language={language} path={path} />
      </body>
    </html>
  )
}

function Header({ t, search, basketCount, signedIn }: FrameProps) {
  return (
    <header class="site-header">
      <a class="brand" href={paths.home()}>
        {t('market.brand')}
      </a>
      <form class="search" role="search" action="/search" method="get">
        <input
          type="search"
          name="q"
          value={search}
          aria-label={t('market.search')}
          placeholder={t('market.search_hint')}
          autocomplete="off"
          maxlength={60}
        />
        <button class="button" type="submit">
          {t('market.search')}
        </button>
      </form>
      <nav aria-label={t('market.menu')}>
        <a href={paths.map()}>{t('market.map')}</a>
        <a href={paths.orders()}>{t('market.my_orders')}</a>
        <a href={signedIn ? paths.account() : paths.signIn()}>{t(signedIn ? 'market.account' : 'market.sign_in')}</a>
        <a href={paths.basket()}>
          {t('market.basket')}
          {basketCount ? <span class="count">{basketCount}</span> : null}
        </a>
      </nav>
    </header>
  )
}

function Footer({ t, language, path }: Pick<FrameProps, 't' | 'language' | 'path'>) {
  const other = language === 'zh' ? 'en' : 'zh'
  return (
    <footer class="site-footer">
      <p>{t('market.about')}</p>
      <p>
        <a href={paths.rules()}>{t('market.rules')}</a> · <a href={paths.privacy()}>{t('market.privacy')}</a> ·{' '}
        <a href={paths.workbench()}>{t('market.workbench')}</a> ·{' '}
        <a href={paths.language(other, path)} lang={other === 'zh' ? 'zh-CN' : 'en'}>
          {other === 'zh' ? '中文' : 'English'}
        </a>
      </p>
    </footer>
  )
}

// "<" must not close the script element from within a product's name.
function safeJson(data: object): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c')
}
