import { type Db, rows } from '../../kernel/db.ts'
import { pathsOf, shortName } from '../divisions/index.ts'
import { cardColumns } from './filter-offers.ts'
import type { OfferCard } from './offer-shapes.ts'

/**
 * Offers to stroll along: one of each village, those of this month first, and the prefectures take turns, at most three
 * of each in season and out, so that no one part of the province fills the front row. Who begins changes from day to day.
 */
export async function variedOffers(
  on: Db,
  { month, day, limit = 100 }: { month: number; day: string; limit?: number },
): Promise<(OfferCard & { inSeason: boolean })[]> {
  return rows(
    on,
    `with best as (
       select distinct on (o.village_code) ${cardColumns}, o.rank, $1 = any(o.season_months) in_season
       from stores.offer o where o.in_stock
       order by o.village_code, $1 = any(o.season_months) desc, o.rank desc, o.product_id),
     turn as (
       select *, row_number() over (partition by left(county_code, 4), in_season order by rank desc, product_id) nth from best)
     select ${cardColumns}, o.in_season from turn o where o.nth <= 3
     order by o.in_season desc, o.nth, md5(left(o.county_code, 4) || $2) limit $3`,
    [month, day, Math.min(limit, 100)],
  )
}

export interface Pavilion {
  code: string
  name: string
  villages: number
  offers: number
  /** What it is best known for here: the offer that stands first in its list. */
  best: Pick<OfferCard, 'productId' | 'name' | 'nameEn' | 'form' | 'cover'>
}

/** The counties with something on offer, in the order of codes; at most as many as the province has. */
export async function pavilions(on: Db): Promise<Pavilion[]> {
  const found = await rows<Omit<Pavilion, 'name'>>(
    on,
    `select county_code code, count(distinct village_code)::int villages, count(*)::int offers,
       (array_agg(jsonb_build_object('productId', product_id, 'name', name, 'nameEn', name_en, 'form', form, 'cover', cover)
         order by rank desc, product_id))[1] best
     from stores.offer group by county_code order by county_code limit 200`,
  )
  const paths = await pathsOf(
    on,
    found.map(({ code }) => code),
  )
  return found.map((county) => ({ ...county, name: paths.get(county.code)?.at(-1)?.name ?? '' }))
}

export interface SellingVillage {
  code: string
  name: string
  place: string
  placeEn: string
  /** Its best offer. */
  productName: string
  productNameEn: string
  categoryCode: string
  isSample: boolean
}

/** Villages with something on offer, the best first; of one county, or of the whole province. */
export async function sellingVillages(
  on: Db,
  { countyCode, limit = 60 }: { countyCode?: string; limit?: number } = {},
): Promise<SellingVillage[]> {
  const found = await rows<SellingVillage>(
    on,
    `select * from (
       select distinct on (o.village_code) o.village_code code, o.detail->'path'->-1->>'name' name, o.place, o.place_en,
         o.name product_name, o.name_en product_name_en, o.category_code, o.is_sample, o.rank
       from stores.offer o where $1::text is null or o.county_code = $1
       order by o.village_code, o.rank desc, o.product_id) v
     order by rank desc, code limit $2`,
    [countyCode ?? null, Math.min(limit, 600)],
  )
  return found.map((village) => ({ ...village, name: shortName(village.name) }))
}
