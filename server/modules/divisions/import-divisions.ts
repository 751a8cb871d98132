import { join } from 'node:path'
import { pinyin } from 'pinyin-pro'
import { type CsvRow, readCsv } from '../../../data/read-csv.ts'
import { prefixOf } from '../../kernel/actor.ts'
import { root } from '../../kernel/config.ts'
import { change, type Db, rows, type Tx, transact } from '../../kernel/db.ts'

export interface ImportReport {
  read: number
  added: number
  changed: number
  errors: { line: number; code: string; problem: string }[]
}

interface Draft {
  code: string
  prefix: string
  name: string
  level: number
  parentCode: string | null
  kind: string
  urbanRuralClass: string | null
  pinyin: string
  lng: number | null
  lat: number | null
  coordKind: string | null
}

/**
 * Loads all divisions from data/ in one transaction. Rows that are wrong are reported with their line and left out; a
 * second run changes nothing. With `dryRun` nothing is written at all.
 */
export async function importDivisions(
  db: Db,
  {
    file = join(root, 'data/divisions.csv.gz'),
    dryRun = false,
    onProgress = () => {},
  }: { file?: string; dryRun?: boolean; onProgress?: (done: number, total: number) => void } = {},
): Promise<ImportReport> {
  const lines = readCsv(file)
  const points = new Map(readCsv(join(root, 'data/division_points.csv.gz')).map((line) => [line.code, line]))
  const codes = new Set(lines.map((line) => line.code))
  const report: ImportReport = { read: lines.length, added: 0, changed: 0, errors: [] }
  const drafts: Draft[] = []
  const seen = new Set<string>()
  for (const [index, line] of lines.entries()) {
    const problem = problemWith(line, codes, seen)
    // Line 1 of the file is its heading.
    if (problem) report.errors.push({ line: index + 2, code: line.code ?? '', problem })
    else drafts.push(draftOf(line, points.get(line.code ?? '')))
    seen.add(line.code ?? '')
  }
  const written = await transact(db, async (tx) => {
    const known = new Set(
      (await rows<{ code: string }>(tx, 'select code from divisions.division')).map((each) => each.code),
    )
    report.added = drafts.filter(({ code }) => !known.has(code)).length
    if (dryRun) return 0
    const touched = await upsertInSlices(tx, drafts, onProgress)
    await flagVillages(tx)
    await groupKeyCounties(tx)
    return touched
  })
  report.changed = Math.max(0, written - report.added)
  return report
}

function problemWith(line: CsvRow, codes: Set<string | undefined>, seen: Set<string>): string | undefined {
  if (!/^[0-9]{12}$/.test(line.code ?? '')) return 'the code is not 12 digits'
  if (seen.has(line.code ?? '')) return 'the code stands twice'
  if (!line.name) return 'the name is empty'
  if (!/^[1-5]$/.test(line.level ?? '')) return 'the level is not 1 to 5'
  if (line.parent_code ? !codes.has(line.parent_code) : line.level !== '1') return 'the parent is unknown'
  if (line.parent_code && !line.code?.startsWith(prefixOf(line.parent_code)))
    return 'the code does not nest in its parent'
  return undefined
}

function draftOf(line: CsvRow, point: CsvRow | undefined): Draft {
  const name = line.name ?? ''
  return {
    code: line.code ?? '',
    prefix: prefixOf(line.code ?? ''),
    name,
    level: Number(line.level),
    parentCode: line.parent_code || null,
    kind: line.kind ?? '',
    urbanRuralClass: line.urban_rural_class || null,
    pinyin: pinyin(name, { toneType: 'none', type: 'array', v: true }).join(''),
    lng: point?.lng ? Number(point.lng) : null,
    lat: point?.lat ? Number(point.lat) : null,
    coordKind: point?.coord_kind || null,
  }
}

async function upsertInSlices(tx: Tx, drafts: Draft[], onProgress: (done: number, total: number) => void) {
  // A parent must not come in a later slice than its children.
  const ordered = drafts.toSorted((one, other) => one.level - other.level)
  let touched = 0
  for (let from = 0; from < ordered.length; from += 4000) {
    const slice = ordered.slice(from, from + 4000)
    touched += await upsert(tx, slice)
    onProgress(from + slice.length, ordered.length)
  }
  return touched
}

async function upsert(on: Db, drafts: Draft[]): Promise<number> {
  return change(
    on,
    `insert into divisions.division (code, prefix, name, level, parent_code, kind, urban_rural_class, pinyin, lng, lat, coord_kind)
     select code, prefix, name, level, "parentCode", kind, "urbanRuralClass", pinyin, lng, lat, "coordKind"
     from jsonb_to_recordset($1::jsonb) as d(code text, prefix text, name text, level smallint, "parentCode" text, kind text,
       "urbanRuralClass" text, pinyin text, lng float8, lat float8, "coordKind" text)
     on conflict (code) do update set name = excluded.name, kind = excluded.kind, parent_code = excluded.parent_code,
       urban_rural_class = excluded.urban_rural_class, pinyin = excluded.pinyin, lng = excluded.lng, lat = excluded.lat,
       coord_kind = excluded.coord_kind
     where (division.name, division.kind, division.lng, division.lat) is distinct from (excluded.name, excluded.kind, excluded.lng, excluded.lat)`,
    [JSON.stringify(drafts)],
  )
}

// The source says which villages are administrative; agricultural is taken to be the same until a census says otherwise.
async function flagVillages(on: Db): Promise<void> {
  await change(
    on,
    `insert into divisions.flag (division_code, flag, valid_from, source)
     select code, flag, valid_from, 'NBS statistical codes 2023' from divisions.division,
       unnest(array['administrative_village', 'agricultural_village']) flag
     where kind = 'administrative_village' on conflict do nothing`,
  )
}

async function groupKeyCounties(on: Db): Promise<void> {
  const lines = readCsv(join(root, 'data/poverty_relief.csv')).filter((line) => line.county_code)
  const members = lines.map((line) => ({
    group: line.class ?? '',
    code: `${line.county_code}000000`,
    source: line.source_ids ?? '',
  }))
  await change(
    on,
    `with member as (select * from jsonb_to_recordset($1::jsonb) as m("group" text, code text, source text)),
     grouped as (insert into divisions.division_group (code, name, kind)
       select distinct "group", "group", 'assistance' from member on conflict do nothing),
     flagged as (insert into divisions.flag (division_code, flag, valid_from, source)
       select code, 'key_county', '2016-01-01', source from member where "group" = '重点帮扶县' on conflict do nothing)
     select 1`,
    [JSON.stringify(members)],
  )
  await change(
    on,
    `insert into divisions.group_member (group_code, division_code, valid_from)
     select "group", code, '2016-01-01' from jsonb_to_recordset($1::jsonb) as m("group" text, code text) on conflict do nothing`,
    [JSON.stringify(members)],
  )
}
