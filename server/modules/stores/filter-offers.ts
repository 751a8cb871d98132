import { decodeCursor } from '../../kernel/pages.ts'
import { certificationTypes, type OfferCard } from './offer-shapes.ts'

export interface Filters {
  category?: string | undefined
  countyCode?: string | undefined
  villageCode?: string | undefined
  storeId?: string | undefined
  certification?: (typeof certificationTypes)[number] | undefined
  /** A month, 1 to 12. */
  inSeason?: number | undefined
  sort?: 'rank' | 'price' | undefined
  cursor?: string | undefined
  limit?: number | undefined
}

export const cardColumns = `o.product_id, o.store_id, o.name, o.name_en, o.place, o.place_en, o.village_code, o.county_code,
  o.category_code, o.form, o.cover, o.price, o.unit_price, o.certifications, o.season_months, o.in_stock, o.sold, o.is_sample`

/** A statement that grows with what is asked: only the filters that are set appear, so that each set has its own plan. */
export class Asking {
  readonly values: unknown[] = []
  readonly conditions: string[] = []

  /** The placeholder of one more value. */
  value(value: unknown): string {
    this.values.push(value)
    return `$${this.values.length}`
  }

  where(condition: (placeholder: string) => string, value: unknown): void {
    if (value !== undefined) this.conditions.push(condition(this.value(value)))
  }

  /** The conditions as ` and …`. */
  get and(): string {
    return this.conditions.map((condition) => ` and ${condition}`).join('')
  }
}

/** What all lists can be narrowed by. */
export function narrow(asking: Asking, filters: Filters): void {
  const branch = filters.category?.includes('.') ? 'category_code' : 'category_root'
  asking.where((value) => `o.${branch} = ${value}`, filters.category)
  asking.where((value) => `o.county_code = ${value}`, filters.countyCode)
  asking.where((value) => `o.village_code = ${value}`, filters.villageCode)
  asking.where((value) => `o.store_id = ${value}`, filters.storeId)
  // A literal out of four known words, so that the index of that seal is used.
  const seal = certificationTypes.find((type) => type === filters.certification)
  if (seal) asking.conditions.push(`'${seal}' = any(o.certifications)`)
  asking.where((value) => `${value} = any(o.season_months)`, filters.inSeason)
}

/** The order of a list, and the rows after the cursor in that order. */
export function orderBy(asking: Asking, filters: Filters, by: 'rank' | 'score' = 'rank'): string {
  const cheapest = filters.sort === 'price'
  if (filters.cursor) {
    const [key, productId] = decodeCursor(filters.cursor, 'number', 'string')
    const [a, b] = [asking.value(key), asking.value(productId)]
    asking.conditions.push(
      cheapest ? `(o.price, o.product_id) > (${a}, ${b}::uuid)` : `(o.${by}, o.product_id) < (${a}, ${b}::uuid)`,
    )
  }
  return cheapest ? 'o.price, o.product_id' : `o.${by} desc, o.product_id desc`
}

/** The key of a row in its list's order. */
export function keyIn(filters: Filters): (card: OfferCard & { rank: number }) => [number, string] {
  return (card) => [filters.sort === 'price' ? card.price : card.rank, card.productId]
}

/** The page without what only its order needs. */
export function withoutRank<Row extends { rank: number }>(page: { items: Row[]; next?: string }) {
  return { ...page, items: page.items.map(({ rank: _, ...card }) => card) }
}
