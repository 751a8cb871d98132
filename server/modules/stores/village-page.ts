import { type Db, rows } from '../../kernel/db.ts'
import { type PathPart, pathOf, requireDivision, shortName } from '../divisions/index.ts'
import { listOffers } from './list-offers.ts'
import type { OfferCard, OfferPage } from './offer-shapes.ts'
import { storeColumns } from './read-stores.ts'
import type { Store } from './store-shapes.ts'

export interface VillagePage {
  code: string
  path: PathPart[]
  stores: Store[]
  offers: OfferCard[]
}

/** What a village sells: its selling stores and their offers. */
export async function villagePage(on: Db, code: string): Promise<VillagePage> {
  const village = await requireDivision(on, code, 'village')
  const [path, stores, offers] = await Promise.all([
    pathOf(on, village.code),
    rows<Store>(
      on,
      `select ${storeColumns} from stores.store where village_code = $1 and state = 'active' order by id limit 50`,
      [village.code],
    ),
    listOffers(on, { villageCode: village.code, limit: 60 }),
  ])
  return { code: village.code, path, stores, offers: offers.items }
}

export interface CountyPavilion {
  code: string
  path: PathPart[]
  villages: { code: string; name: string; offers: number }[]
  offers: OfferPage
}

/** What a county sells: its villages with something on offer, the best first, and a page of offers. */
export async function countyPavilion(on: Db, code: string, cursor?: string): Promise<CountyPavilion> {
  const county = await requireDivision(on, code, 'county')
  const [path, villages, offers] = await Promise.all([
    pathOf(on, county.code),
    rows<{ code: string; name: string; offers: number }>(
      on,
      `select village_code code, min(detail->'path'->-1->>'name') name, count(*)::int offers from stores.offer
       where county_code = $1 group by village_code order by max(rank) desc limit 60`,
      [county.code],
    ),
    listOffers(on, { countyCode: county.code, cursor, limit: 24 }),
  ])
  return {
    code: county.code,
    path,
    villages: villages.map((each) => ({ ...each, name: shortName(each.name) })),
    offers,
  }
}
