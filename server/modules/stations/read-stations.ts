import { type Db, row, rows } from '../../kernel/db.ts'
import { decodeCursor, type Page, pageOf } from '../../kernel/pages.ts'
import { countyCodeOf, rangeOf, townshipCodeOf } from '../divisions/index.ts'
import { unknownStation } from './refusals.ts'
import type { StationTier } from './rules.ts'
import type { Station } from './shapes.ts'
import { stationColumns, tables } from './tables.ts'

/** A station, open or closed; refuses an unknown one. */
export async function requireStation(on: Db, id: string): Promise<Station> {
  const station = await tables(on).selectFrom('station').select(stationColumns).where('id', '=', id).executeTakeFirst()
  if (!station) throw unknownStation()
  return station
}

/** The open stations inside a division, a page at a time. */
export async function stationsIn(
  on: Db,
  divisionCode: string,
  { tier, cursor, limit = 50 }: { tier?: StationTier; cursor?: string; limit?: number } = {},
): Promise<Page<Station>> {
  const { from, to } = rangeOf(divisionCode)
  let query = tables(on)
    .selectFrom('station')
    .select(stationColumns)
    .where('closedOn', 'is', null)
    // One open station per division, so its code alone is the key of the page.
    .where('divisionCode', '>=', from)
    .where('divisionCode', '<', to)
    .orderBy('divisionCode')
    .limit(limit + 1)
  if (tier) query = query.where('tier', '=', tier)
  if (cursor) query = query.where('divisionCode', '>', String(decodeCursor(cursor, 'string')[0]))
  return pageOf(await query.execute(), limit, (station) => [station.divisionCode])
}

/** Where a buyer can collect a parcel: stations of their township first, then of their county; at most 20. */
export async function pickupStationsNear(on: Db, regionCode: string): Promise<Station[]> {
  // Outside Jiangsu (six digits) there are no stations of ours.
  if (regionCode.length !== 12) return []
  const { from, to } = rangeOf(countyCodeOf(regionCode))
  return tables(on)
    .selectFrom('station')
    .select(stationColumns)
    .where('closedOn', 'is', null)
    .where('pickup', '=', true)
    .where('divisionCode', '>=', from)
    .where('divisionCode', '<', to)
    .orderBy((by) => by(by.fn('left', ['divisionCode', by.lit(9)]), '<>', townshipCodeOf(regionCode).slice(0, 9)))
    .orderBy('divisionCode')
    .limit(20)
    .execute()
}

/** Which of these divisions have an open station. */
export async function openIn(on: Db, divisionCodes: readonly string[]): Promise<Set<string>> {
  const found = await rows<{ divisionCode: string }>(
    on,
    'select division_code from stations.station where division_code = any($1) and closed_on is null',
    [divisionCodes],
  )
  return new Set(found.map(({ divisionCode }) => divisionCode))
}

/** How many divisions of each tier have an open station. */
export async function openCount(on: Db): Promise<Record<StationTier, number>> {
  const found = await row<Record<StationTier, number>>(
    on,
    `select count(*) filter (where tier = 'county') county, count(*) filter (where tier = 'township') township,
       count(*) filter (where tier = 'village') village from stations.station where closed_on is null`,
  )
  return found ?? { county: 0, township: 0, village: 0 }
}

/** The stations that a person runs at this moment. */
export async function stationsRunBy(on: Db, accountId: string): Promise<Station[]> {
  return tables(on)
    .selectFrom('operator')
    .innerJoin('station', 'station.id', 'operator.stationId')
    .select(stationColumns.map((column) => `station.${column}` as const))
    .where('operator.accountId', '=', accountId)
    .where('operator.toOn', 'is', null)
    .orderBy('station.divisionCode')
    .limit(50)
    .execute()
}
