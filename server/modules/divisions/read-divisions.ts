import { type Db, row, rows } from '../../kernel/db.ts'
import { type Day, dayOf } from '../../kernel/time.ts'
import { type Level, levels, lineOf, rangeOf } from './codes.ts'
import { unknownDivision, wrongLevel } from './refusals.ts'

export interface Division {
  code: string
  prefix: string
  name: string
  level: Level
  parentCode: string | null
  kind: string
  lng: number | null
  lat: number | null
  /** `synthetic` points are made up: say so wherever one is drawn. */
  coordKind: 'geonames' | 'synthetic' | null
  validFrom: Day
  validTo: Day | null
}

export type PathPart = Pick<Division, 'code' | 'name' | 'level'>

const columns = 'code, prefix, name, level, parent_code, kind, lng, lat, coord_kind, valid_from, valid_to'
type Stored = Omit<Division, 'level'> & { level: number }

/** A division by its code, whether in force or history. */
export async function findDivision(on: Db, code: string): Promise<Division | undefined> {
  const found = await row<Stored>(on, `select ${columns} from divisions.division where code = $1`, [code])
  return found && withLevel(found)
}

/** A division in force, of the wanted level where one is named; refuses otherwise. */
export async function requireDivision(on: Db, code: string, level?: Level): Promise<Division> {
  const found = await findDivision(on, code)
  if (!found || (found.validTo && found.validTo <= dayOf(new Date()))) throw unknownDivision({ code })
  if (level && found.level !== level) throw wrongLevel({ code, wanted: level })
  return found
}

/** What lies directly inside, in the order of codes. A division has at most a few hundred children. */
export async function childrenOf(on: Db, code: string): Promise<Division[]> {
  const found = await rows<Stored>(
    on,
    `select ${columns} from divisions.division where parent_code = $1 and valid_to is null order by code limit 1000`,
    [code],
  )
  return found.map(withLevel)
}

/** The way from the province down to each of these codes, for many at once. */
export async function pathsOf(on: Db, codes: readonly string[]): Promise<Map<string, PathPart[]>> {
  const lines = new Map(codes.map((code) => [code, lineOf(code)]))
  const found = await rows<Stored>(on, 'select code, name, level from divisions.division where code = any($1)', [
    [...new Set([...lines.values()].flat())],
  ])
  const byCode = new Map(
    found.map(({ code, name, level }) => [code, { code, name, level: levels[level - 1] ?? 'village' }]),
  )
  return new Map([...lines].map(([code, line]) => [code, line.flatMap((step) => byCode.get(step) ?? [])]))
}

/** The way from the province down to one code. */
export async function pathOf(on: Db, code: string): Promise<PathPart[]> {
  return (await pathsOf(on, [code])).get(code) ?? []
}

/** Where each of these lies, and whether that point is made up; those without a point are left out. */
export async function pointsOf(
  on: Db,
  codes: readonly string[],
): Promise<Map<string, { lng: number; lat: number; synthetic: boolean }>> {
  const found = await rows<{ code: string; lng: number; lat: number; synthetic: boolean }>(
    on,
    `select code, lng, lat, coord_kind = 'synthetic' synthetic from divisions.division
     where code = any($1) and lng is not null and lat is not null`,
    [[...new Set(codes)]],
  )
  return new Map(found.map(({ code, ...point }) => [code, point]))
}

/** Divisions whose name begins with or contains the text, or whose pinyin begins with it; exact names first. */
export async function searchDivisions(
  on: Db,
  { q, level, within = '320000000000', limit = 20 }: { q: string; level?: Level; within?: string; limit?: number },
): Promise<Division[]> {
  const { from, to } = rangeOf(within)
  const found = await rows<Stored>(
    on,
    `select ${columns} from divisions.division
     where code >= $1 and code < $2 and valid_to is null and ($3::smallint is null or level = $3)
       and (position($4 in name) > 0 or starts_with(pinyin, lower($4)))
     order by (name = $4) desc, starts_with(name, $4) desc, level, code limit $5`,
    [from, to, level ? levels.indexOf(level) + 1 : null, q, limit],
  )
  return found.map(withLevel)
}

interface Validity {
  validFrom: Day
  validTo: Day | null
}

/** What is said of a division, and since when: its flags, and the overlapping groups it is in. */
export async function saidOf(
  on: Db,
  code: string,
): Promise<{
  flags: (Validity & { flag: string; source: string })[]
  groups: (Validity & { group: string; kind: string })[]
}> {
  const [flags, groups] = await Promise.all([
    rows<Validity & { flag: string; source: string }>(
      on,
      'select flag, valid_from, valid_to, source from divisions.flag where division_code = $1 order by flag, valid_from',
      [code],
    ),
    rows<Validity & { group: string; kind: string }>(
      on,
      `select g.name "group", g.kind, m.valid_from, m.valid_to
       from divisions.group_member m join divisions.division_group g on g.code = m.group_code
       where m.division_code = $1 order by g.name, m.valid_from`,
      [code],
    ),
  ])
  return { flags, groups }
}

/** Does this flag hold for the division on that day? */
export async function hasFlag(on: Db, code: string, flag: string, day: Day): Promise<boolean> {
  const found = await row(
    on,
    `select 1 from divisions.flag where division_code = $1 and flag = $2 and valid_from <= $3 and (valid_to is null or valid_to > $3)`,
    [code, flag, day],
  )
  return found !== undefined
}

/** The divisions inside `within` for which the flag holds on that day. */
export async function flagged(on: Db, flag: string, day: Day, within = '320000000000'): Promise<string[]> {
  const { from, to } = rangeOf(within)
  const found = await rows<{ divisionCode: string }>(
    on,
    `select division_code from divisions.flag where flag = $1 and valid_from <= $2 and (valid_to is null or valid_to > $2)
       and division_code >= $3 and division_code < $4 order by division_code`,
    [flag, day, from, to],
  )
  return found.map((each) => each.divisionCode)
}

function withLevel(stored: Stored): Division {
  return { ...stored, level: levels[stored.level - 1] ?? 'village' }
}

/** The administrative villages that count as agricultural today: the denominator of coverage. */
export function agriculturalVillages(on: Db): Promise<string[]> {
  return flagged(on, 'agricultural_village', dayOf(new Date()))
}

/** Every division with what a figure's row needs, former ones too: their sales stay theirs. The province's parent is ''. */
export async function countedDivisions(
  on: Db,
): Promise<{ code: string; parentCode: string; name: string; level: number }[]> {
  return rows(on, `select code, coalesce(parent_code, '') parent_code, name, level from divisions.division`)
}

/** How many counties (statistical zones are none) and townships there are. */
export async function countiesCounted(on: Db): Promise<{ counties: number; townships: number }> {
  const found = await row<{ counties: number; townships: number }>(
    on,
    `select count(*) filter (where level = 3 and kind <> 'development_zone') counties, count(*) filter (where level = 4) townships
     from divisions.division where valid_to is null`,
  )
  return found ?? { counties: 0, townships: 0 }
}
