import { basename, join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { type CsvRow, readCsv } from '../../../data/read-csv.ts'
import { prefixOf } from '../../kernel/actor.ts'
import { root } from '../../kernel/config.ts'
import { change, type Db, rows, type Tx, transact } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import { type Day, dayOf } from '../../kernel/time.ts'
import { markProblems, readLines } from './division-rows.ts'
import { soundOf } from './spell.ts'

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

const shipped = join(root, 'data/divisions.csv.gz')
// The register that data/ ships says how things stood on this day.
const shippedOn = '2023-01-01'

export interface ImportOptions {
  file?: string | undefined
  /** The day from which the file holds: new places are in force, and new names recorded, from then on. */
  on?: Day | undefined
  dryRun?: boolean
  onProgress?: (done: number, total: number) => void
}

/**
 * Loads divisions, by default all that data/ ships, in one transaction: all of it, or nothing where a row is wrong; those
 * are reported with their line. A second run changes nothing. With `dryRun` it only says what it would do.
 */
export async function importDivisions(
  db: Db,
  {
    file = shipped,
    on = file === shipped ? shippedOn : dayOf(new Date()),
    dryRun = false,
    onProgress,
  }: ImportOptions = {},
): Promise<ImportReport> {
  const lines = readLines(file)
  const points = new Map(readCsv(join(root, 'data/division_points.csv.gz')).map((line) => [line.code, line]))
  return transact(db, async (tx) => {
    const known = await knownDivisions(tx, on)
    markProblems(lines, new Map([...known].map(([code, { draft }]) => [code, draft.level])))
    const errors = lines.flatMap(({ number, cells, problem }) =>
      problem ? [{ line: number, code: cells.code ?? '', problem }] : [],
    )
    const drafts = lines
      .filter(({ problem }) => !problem)
      .map(({ cells }) => draftOf(cells, points.get(cells.code ?? ''), known.get(cells.code ?? '')))
    const isNew = ({ code }: Draft) => !known.has(code)
    const changed = drafts.filter((draft) => !isNew(draft) && !isDeepStrictEqual(known.get(draft.code)?.draft, draft))
    const report = { read: lines.length, added: drafts.filter(isNew).length, changed: changed.length, errors }
    if (dryRun || errors.length > 0) return report
    await recordRenames(tx, changed, known, { on, file })
    await upsertInSlices(tx, drafts, on, onProgress)
    await flagVillages(tx)
    await groupKeyCounties(tx)
    return report
  })
}

interface Known {
  draft: Draft
  /** Recorded on a later day than the file's: the file does not know of it yet. */
  renamedSince: boolean
}

async function knownDivisions(tx: Tx, on: Day): Promise<Map<string, Known>> {
  const found = await rows<Draft & { renamedSince: boolean }>(
    tx,
    `select code, prefix, name, level, parent_code, kind, urban_rural_class, pinyin, lng, lat, coord_kind,
       exists (select 1 from divisions.division_change c
         where c.from_code = code and c.kind = 'rename' and c.changed_on > $1) renamed_since
     from divisions.division`,
    [on],
  )
  return new Map(found.map(({ renamedSince, ...draft }) => [draft.code, { draft, renamedSince }]))
}

function draftOf(line: CsvRow, point: CsvRow | undefined, known: Known | undefined): Draft {
  const name = known?.renamedSince ? known.draft.name : (line.name ?? '')
  return {
    code: line.code ?? '',
    prefix: prefixOf(line.code ?? ''),
    name,
    level: Number(line.level),
    parentCode: line.parent_code || null,
    kind: line.kind ?? '',
    urbanRuralClass: line.urban_rural_class || null,
    pinyin: soundOf(name),
    lng: point?.lng ? Number(point.lng) : null,
    lat: point?.lat ? Number(point.lat) : null,
    coordKind: point?.coord_kind || null,
  }
}

/** A name that the file has otherwise is a rename, and history. */
async function recordRenames(
  tx: Tx,
  changed: Draft[],
  known: Map<string, Known>,
  { on, file }: { on: Day; file: string },
) {
  const renames = changed
    .map(({ code, name }) => ({ id: newId(), code, oldName: known.get(code)?.draft.name, newName: name }))
    .filter(({ oldName, newName }) => oldName !== newName)
  await change(
    tx,
    `insert into divisions.division_change (id, kind, from_code, to_code, old_name, new_name, changed_on, basis)
     select id, 'rename', code, code, "oldName", "newName", $2, $3
     from jsonb_to_recordset($1::jsonb) as r(id uuid, code text, "oldName" text, "newName" text)`,
    [JSON.stringify(renames), on, basename(file)],
  )
}

async function upsertInSlices(tx: Tx, drafts: Draft[], on: Day, onProgress: ImportOptions['onProgress'] = () => {}) {
  // A parent must not come in a later slice than its children.
  const ordered = drafts.toSorted((one, other) => one.level - other.level)
  for (let from = 0; from < ordered.length; from += 4000) {
    const slice = ordered.slice(from, from + 4000)
    await upsert(tx, slice, on)
    onProgress(from + slice.length, ordered.length)
  }
}

async function upsert(tx: Tx, drafts: Draft[], on: Day): Promise<void> {
  await change(
    tx,
    `insert into divisions.division (code, prefix, name, level, parent_code, kind, urban_rural_class, pinyin, lng, lat,
       coord_kind, valid_from)
     select code, prefix, name, level, "parentCode", kind, "urbanRuralClass", pinyin, lng, lat, "coordKind", $2
     from jsonb_to_recordset($1::jsonb) as d(code text, prefix text, name text, level smallint, "parentCode" text, kind text,
       "urbanRuralClass" text, pinyin text, lng float8, lat float8, "coordKind" text)
     on conflict (code) do update set name = excluded.name, kind = excluded.kind, parent_code = excluded.parent_code,
       level = excluded.level, urban_rural_class = excluded.urban_rural_class, pinyin = excluded.pinyin, lng = excluded.lng,
       lat = excluded.lat, coord_kind = excluded.coord_kind
     where (division.name, division.kind, division.parent_code, division.level, division.urban_rural_class, division.pinyin,
         division.lng, division.lat, division.coord_kind) is distinct from
       (excluded.name, excluded.kind, excluded.parent_code, excluded.level, excluded.urban_rural_class, excluded.pinyin,
         excluded.lng, excluded.lat, excluded.coord_kind)`,
    [JSON.stringify(drafts), on],
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
  // Of the weak villages the sources name the county of one, no list: a county is none of them.
  const lines = readCsv(join(root, 'data/poverty_relief.csv')).filter(
    (line) => line.county_code && !line.class?.startsWith('省定经济薄弱村'),
  )
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
