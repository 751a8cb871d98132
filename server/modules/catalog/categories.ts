import { join } from 'node:path'
import { readCsv } from '../../../data/read-csv.ts'
import { root } from '../../kernel/config.ts'
import { change, type Db, rows } from '../../kernel/db.ts'
import { recentlyFrom } from '../../kernel/recent.ts'
import { categoryTooWide, unknownCategory } from './refusals.ts'
import type { Category } from './shapes.ts'

const list = (cell: string | undefined) => (cell ? cell.split(';') : [])

/** Loads the categories from data/ in one statement; again without harm. A category is never taken away. */
export async function importCategories(db: Db, file = join(root, 'data/categories.csv')): Promise<number> {
  const lines = readCsv(file).map((line, position) => ({
    ...line,
    alsoCalled: list(line.also_called),
    months: list(line.season_months).map(Number),
    position,
  }))
  return change(
    db,
    `insert into catalog.category (code, parent_code, version, name, name_en, also_called, form, season_months,
       return_policy, food_kind, fishery, cold_chain, shelf_life_days, sold_by, position)
     select code, nullif(parent, ''), version::int, name_zh, name_en, array(select jsonb_array_elements_text("alsoCalled")), form,
       array(select value::smallint from jsonb_array_elements_text(months)), return_policy, food_kind,
       fishery = 'y', cold_chain = 'y', nullif(shelf_life_days, '')::int, nullif(sold_by, ''), position
     from jsonb_to_recordset($1::jsonb) as c(code text, parent text, version text, name_zh text, name_en text, "alsoCalled" jsonb,
       form text, months jsonb, return_policy text, food_kind text, fishery text, cold_chain text, shelf_life_days text,
       sold_by text, position int)
     on conflict (code) do update set parent_code = excluded.parent_code, version = excluded.version, name = excluded.name,
       name_en = excluded.name_en, also_called = excluded.also_called, form = excluded.form,
       season_months = excluded.season_months, return_policy = excluded.return_policy, food_kind = excluded.food_kind,
       fishery = excluded.fishery, cold_chain = excluded.cold_chain, shelf_life_days = excluded.shelf_life_days,
       sold_by = excluded.sold_by, position = excluded.position`,
    [JSON.stringify(lines)],
  )
}

const categoryColumns = `code, parent_code, name, name_en, also_called, form, season_months, return_policy, food_kind,
  fishery, cold_chain, shelf_life_days, sold_by`

const known = recentlyFrom<Category[]>({ ms: 60_000, entries: 1 })

/** All categories in their order, about a hundred. A change is seen after a minute. */
export function categories(on: Db): Promise<Category[]> {
  return known(on, 'all', () =>
    rows<Category>(on, `select ${categoryColumns} from catalog.category order by position limit 1000`),
  )
}

/** A category that a product may have: one with none below it. */
export async function requireCategory(on: Db, code: string): Promise<Category> {
  const all = await rows<Category & { hasChildren: boolean }>(
    on,
    `select ${categoryColumns}, exists (select 1 from catalog.category below where below.parent_code = c.code) has_children
     from catalog.category c where code = $1`,
    [code],
  )
  const [found] = all
  if (!found) throw unknownCategory(undefined, 'categoryCode')
  if (found.hasChildren) throw categoryTooWide(undefined, 'categoryCode')
  return found
}
