import type { FastifyRequest } from 'fastify'
import type { Category } from '../../../server/modules/catalog/index.ts'
import type { OfferPage, Pavilion } from '../../../server/modules/stores/index.ts'
import { paths } from '../../paths.ts'
import { EmptyState, Named, Pager, ProductGrid, SelectRow } from '../../ui/market/index.ts'
import { Frame } from '../frame.tsx'
import { cardsOf } from '../parts/cards.ts'
import { monthNow } from '../parts/days.tsx'
import { nameOf } from '../parts/names.ts'

export interface SearchPageProps {
  request: FastifyRequest
  query: Record<string, string | undefined>
  found: OfferPage
  categories: Category[]
  counties: Pavilion[]
}

// Options know no levels: a wide space before those that stand under another.
const indent = '\u3000'
const seals = ['green', 'organic', 'geographicIndication'] as const

/** What was found, and ways to narrow it; each set of filters is an address of its own. */
export function SearchPage(props: SearchPageProps) {
  const { request, query, found } = props
  const { say: t, actor } = request
  const q = query.q?.trim() ?? ''
  const title = q ? t('market.results', { q }) : titleOf(props)
  const narrowed = [query.category, query.county, query.certification, query.season].some(Boolean)
  return (
    <Frame request={request} title={title} search={q} hidden={Boolean(q || query.cursor || narrowed)}>
      <h1>
        <Named words={title} />
      </h1>
      {found.meant && (
        <p class="soft" role="status">
          <Named words={t('market.meant', { word: found.meant })} />
        </p>
      )}
      <FilterForm {...props} />
      {found.items.length === 0 ? (
        <EmptyState
          title={t('market.nothing_found')}
          action={
            narrowed
              ? { href: paths.search({ q }), label: t('market.filter.clear') }
              : { href: paths.home(), label: t('market.in_season') }
          }
        >
          {t(narrowed ? 'market.nothing_narrowed' : 'market.nothing_found_hint')}
        </EmptyState>
      ) : (
        <ProductGrid products={cardsOf(found.items, t, actor.language)} t={t} heading="h2" />
      )}
      <Pager
        nextHref={found.next ? paths.search({ ...query, cursor: found.next }) : undefined}
        firstHref={query.cursor ? paths.search({ ...query, cursor: undefined }) : undefined}
        count={found.items.length}
        label={t('market.pages')}
        t={t}
      />
    </Frame>
  )
}

/** What a list without words is of: its category, its county, the season, or everything. */
function titleOf({ request, query, categories, counties }: SearchPageProps): string {
  const { say: t, actor } = request
  const category = categories.find(({ code }) => code === query.category)
  if (category) return actor.language === 'en' ? category.nameEn : category.name
  const county = counties.find(({ code }) => code === query.county)
  if (county) return t('market.pavilion_of', { county: nameOf({ name: county.name, level: 'county' }, actor.language) })
  return t(query.season ? 'market.in_season' : 'market.all_products')
}

function FilterForm({ request, query, categories, counties }: SearchPageProps) {
  const { say: t, actor } = request
  const any = { value: '', label: t('market.filter.any') }
  const named = ({ name, nameEn }: Category) => (actor.language === 'zh' ? name : nameEn)
  const roots = categories.filter(({ parentCode }) => !parentCode)
  return (
    <form class="filters narrowing" action="/search" method="get" data-sends-itself>
      {query.q && <input type="hidden" name="q" value={query.q} />}
      <SelectRow
        id="category"
        name="category"
        label={t('market.filter.category')}
        value={query.category ?? ''}
        options={[
          any,
          ...roots.flatMap((root) => [
            { value: root.code, label: named(root) },
            ...categories
              .filter(({ parentCode }) => parentCode === root.code)
              .map((each) => ({ value: each.code, label: `${indent}${named(each)}` })),
          ]),
        ]}
      />
      <SelectRow
        id="county"
        name="county"
        label={t('market.filter.county')}
        value={query.county ?? ''}
        options={[
          any,
          ...counties.map(({ code, name }) => ({
            value: code,
            label: nameOf({ name, level: 'county' }, actor.language),
          })),
        ]}
      />
      <SelectRow
        id="certification"
        name="certification"
        label={t('market.filter.certification')}
        value={query.certification ?? ''}
        options={[any, ...seals.map((seal) => ({ value: seal, label: t(`catalog.certification.${seal}`) }))]}
      />
      <SelectRow
        id="sort"
        name="sort"
        label={t('market.sort')}
        value={query.sort ?? ''}
        options={[
          { value: '', label: t('market.sort.rank') },
          { value: 'price', label: t('market.sort.price') },
        ]}
      />
      <label class="choice">
        <input type="checkbox" name="season" value={monthNow()} checked={Boolean(query.season)} />
        {t('market.filter.season')}
      </label>
      <button class="button button-leaf" type="submit">
        {t('market.filter.apply')}
      </button>
    </form>
  )
}
