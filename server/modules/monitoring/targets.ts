import { join } from 'node:path'
import { readCsv } from '../../../data/read-csv.ts'
import { root } from '../../kernel/config.ts'
import { change, type Db, row, rows } from '../../kernel/db.ts'
import { dayOf } from '../../kernel/time.ts'
import { certificationsNewIn, productsOnline } from '../catalog/index.ts'
import { countiesCounted } from '../divisions/index.ts'
import { openCount } from '../stations/index.ts'
import { unknownIndicator } from './refusals.ts'
import { sampleIn } from './sample-in.ts'

export const plan = 'jiangsu-2017-2020'

export interface PlanTarget {
  code: string
  name: string
  nameEn: string
  kind: string
  value: number | null
  valueMax: number | null
  unit: string
  unitEn: string
  deadline: string | null
  baselineValue: number | null
  baselineYear: number | null
  numerator: string
  denominator: string
  indicator: string | null
  responsible: string
  responsibleEn: string
  planRef: string
  note: string
  /** What is measured today in the target's own unit; null where this version does not measure it. */
  measured: number | null
}

export interface Definition {
  indicator: string
  version: number
  name: string
  nameEn: string
  unit: string
  meaning: string
  meaningEn: string
  rule: Record<string, unknown>
  evidenceLevel: string
  source: string
  validFrom: string
}

/** Loads the plan's targets from data/targets.csv and the English names of who answers for them; again without harm. */
export async function importTargets(db: Db): Promise<number> {
  const agencies = new Map(readCsv(join(root, 'data/agencies.csv')).map((line) => [line.name_zh, line.name_en]))
  const inEnglish = (names = '') => names.split(';').map((name) => agencies.get(name) ?? name)
  const lines = readCsv(join(root, 'data/targets.csv')).map((line, position) => ({
    ...line,
    position,
    responsible_en: inEnglish(line.responsible).join('; '),
  }))
  return change(
    db,
    `insert into monitoring.plan_target (plan, code, position, name, name_en, kind, value, value_max, unit, unit_en, scope, valid_from, deadline,
       baseline_value, baseline_year, numerator, denominator, indicator, responsible, responsible_en, plan_ref, note)
     select $2, code, position, name_zh, name_en, kind, nullif(value, '')::numeric, nullif(value_max, '')::numeric, unit, unit_en, scope,
       nullif(valid_from, '')::date, nullif(deadline, '')::date, nullif(baseline_value, '')::numeric, nullif(baseline_year, '')::int,
       numerator, denominator, nullif(indicator, ''), responsible, responsible_en, plan_ref, note
     from jsonb_to_recordset($1::jsonb) as t(position int, code text, name_zh text, name_en text, kind text, value text, value_max text,
       unit text, unit_en text, scope text, valid_from text, deadline text, baseline_value text, baseline_year text, numerator text, denominator text,
       indicator text, responsible text, responsible_en text, plan_ref text, note text)
     on conflict (plan, code) do update set name = excluded.name, name_en = excluded.name_en, value = excluded.value,
       unit_en = excluded.unit_en, responsible_en = excluded.responsible_en, indicator = excluded.indicator, note = excluded.note`,
    [JSON.stringify(lines), plan],
  )
}

export interface PlanTargets {
  items: PlanTarget[]
  /** Measured at this moment. */
  asOf: string
  isSample: boolean
}

/** All targets of the plan with what is measured now. */
export async function targets(on: Db): Promise<PlanTargets> {
  const found = await rows<Omit<PlanTarget, 'measured'>>(
    on,
    `select code, name, name_en, kind, value, value_max, unit, unit_en, deadline, baseline_value, baseline_year, numerator, denominator,
       indicator, responsible, responsible_en, plan_ref, note from monitoring.plan_target where plan = $1 order by position`,
    [plan],
  )
  const measured = await measureAll(on)
  const items = found.map((target) => ({
    ...target,
    measured: target.indicator ? (measured[target.indicator] ?? null) : null,
  }))
  return { items, asOf: new Date().toISOString(), isSample: await sampleIn(on) }
}

async function measureAll(on: Db): Promise<Record<string, number>> {
  const year = dayOf(new Date()).slice(0, 4)
  const province = await row<{ villages: number; covered: number; withStation: number; sales: number }>(
    on,
    `select villages, covered, with_station, (select coalesce(sum(gross - refunded), 0) from monitoring.sales s
       where s.division_code = st.division_code and s.month between $1 and $2) sales
     from monitoring.standing st where parent_code = ''`,
    [`${year}-01`, `${year}-12`],
  )
  const open = await openCount(on)
  const counties = await countiesCounted(on)
  return {
    ovops_coverage: percent(province?.covered, province?.villages),
    station_coverage: percent(province?.withStation, province?.villages),
    township_station_coverage: percent(open.township, counties.townships),
    county_center_coverage: percent(open.county, counties.counties),
    // The target is in 亿元: 1 亿元 is 10^10 fen.
    online_sales: Math.round(((province?.sales ?? 0) / 1e10) * 10_000) / 10_000,
    products_online: await productsOnline(on),
    new_certifications: await certificationsNewIn(on, year),
  }
}

function percent(part = 0, whole = 0): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 100
}

/** What a figure means: the definition in force. */
export async function definitionOf(on: Db, indicator: string): Promise<Definition> {
  const found = await row<Definition>(
    on,
    `select indicator, version, name, name_en, unit, meaning, meaning_en, rule, evidence_level, source, valid_from
     from monitoring.indicator_definition where indicator = $1 and valid_to is null order by version desc limit 1`,
    [indicator],
  )
  if (!found) throw unknownIndicator({ indicator })
  return found
}

/** All definitions in force. */
export async function definitions(on: Db): Promise<Definition[]> {
  return rows(
    on,
    `select indicator, version, name, name_en, unit, meaning, meaning_en, rule, evidence_level, source, valid_from
     from monitoring.indicator_definition where valid_to is null order by indicator`,
  )
}
