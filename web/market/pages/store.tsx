import type { FastifyRequest } from 'fastify'
import type { PathPart } from '../../../server/modules/divisions/index.ts'
import type { Merchant } from '../../../server/modules/merchants/index.ts'
import type { OfferPage, Store } from '../../../server/modules/stores/index.ts'
import { paths } from '../../paths.ts'
import { Badge, Breadcrumb, EmptyState, Named, Notice, Pager, ProductGrid, SampleMark } from '../../ui/market/index.ts'
import { Frame } from '../frame.tsx'
import { cardsOf } from '../parts/cards.ts'
import { DayTime } from '../parts/days.tsx'
import { crumbsOf, nameOf, stepOf } from '../parts/names.ts'
import { Seal } from '../parts/seal.tsx'

export interface StoreProps {
  request: FastifyRequest
  store: Store
  merchant: Merchant
  path: PathPart[]
  offers: OfferPage
  cursor?: string | undefined
}

/** A store: who is behind it, under which licence or exemption, and what it sells. */
export function StorePage({ request, store, merchant, path, offers, cursor }: StoreProps) {
  const { say: t, actor } = request
  const { language } = actor
  const intro = (language === 'en' && store.introEn) || store.intro
  const village = stepOf(path, 'village')
  return (
    <Frame request={request} title={store.name} description={intro || undefined} hidden={store.state !== 'active'}>
      <Breadcrumb label={t('market.path')} crumbs={crumbsOf(path, language, store.name)} />
      <header class="store-head">
        <Seal code={merchant.id} character={merchant.contactName || store.name} />
        <div class="stack-small">
          <h1 class="serif">
            <Named words={store.name} />
          </h1>
          <p>
            <Badge tone={store.state === 'active' ? 'leaf' : 'plain'}>{t(`stores.state.${store.state}`)}</Badge>{' '}
            {store.isSample && <SampleMark t={t} />}
          </p>
          <p>
            <Named words={merchant.name} /> <span class="soft">· {t(`merchants.kind.${merchant.kind}`)}</span>
          </p>
          {village && (
            <p>
              <a href={paths.village(village.code)}>{nameOf(village, language)}</a>
            </p>
          )}
          <p class="soft small">{merchant.uscc ? t('market.licence', { code: merchant.uscc }) : t('market.exempt')}</p>
        </div>
      </header>
      {intro && (
        <p class="prose">
          <Named words={intro} />
        </p>
      )}
      {store.closingOn && (
        <Notice tone="warn">
          {t('market.store_closing')} <DayTime day={store.closingOn} language={language} />
        </Notice>
      )}
      <div class="section">
        {offers.items.length > 0 ? (
          <ProductGrid products={cardsOf(offers.items, t, language)} t={t} heading="h2" />
        ) : (
          <EmptyState
            title={t('market.store_empty')}
            action={village && { href: paths.village(village.code), label: t('market.to_village') }}
          />
        )}
      </div>
      <Pager
        nextHref={offers.next && `${paths.store(store.id)}?cursor=${encodeURIComponent(offers.next)}`}
        firstHref={cursor && paths.store(store.id)}
        count={offers.items.length}
        label={t('market.pages')}
        t={t}
      />
    </Frame>
  )
}
