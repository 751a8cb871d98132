import { type Actor, requireDuty } from '../../kernel/actor.ts'
import { type Db, rows } from '../../kernel/db.ts'
import { decodeCursor, type Page, pageOf } from '../../kernel/pages.ts'
import { partInLatin, rangeOf } from '../divisions/index.ts'
import { readersOfFigures } from '../orders/index.ts'

export interface VillageCoverage {
  villageCode: string
  name: string
  nameEn: string
  productPublished: boolean
  storeActive: boolean
  lastSaleAt: string | null
  stationOpen: boolean
  covered: boolean
}

export interface CoveragePage extends Page<VillageCoverage> {
  /** The legs are as of this moment. */
  asOf: string
  /** Sample data is in the sales that cover villages here. */
  isSample: boolean
}

/** The villages inside a division with the legs that stand, or only those not covered yet: one statement a page. */
export async function coverageOf(
  on: Db,
  actor: Actor,
  {
    code,
    only = 'all',
    cursor,
    limit = 50,
  }: { code: string; only?: 'all' | 'gaps' | 'covered'; cursor?: string; limit?: number },
): Promise<CoveragePage> {
  requireDuty(actor, readersOfFigures, { divisionCode: code })
  const { from, to } = rangeOf(code)
  const after = cursor ? String(decodeCursor(cursor, 'string')[0]) : ''
  const found = await rows<Omit<VillageCoverage, 'nameEn'> & { isSample: boolean }>(
    on,
    `select c.village_code, s.name, c.product_published, c.store_active, c.last_sale_at, c.station_open, c.covered,
       exists (select 1 from monitoring.sales where sample_orders > 0 and division_code = $6) is_sample
     from monitoring.coverage c join monitoring.standing s on s.division_code = c.village_code
     where c.village_code >= $1 and c.village_code < $2 and c.village_code > $3
       and ($4 = 'all' or c.covered = ($4 = 'covered'))
     order by c.village_code limit $5`,
    [from, to, after, only, limit + 1, code],
  )
  const villages = found.map(({ isSample: _, ...village }) => ({
    ...village,
    nameEn: partInLatin({ ...village, level: 'village' }),
  }))
  return {
    ...pageOf(villages, limit, (each) => [each.villageCode]),
    asOf: new Date().toISOString(),
    isSample: found.some((village) => village.isSample),
  }
}
