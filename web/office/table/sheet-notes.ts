import type { Say } from '../../words/words.ts'
import type { Definition } from '../app/use-definitions.ts'
import { fullTime, type Language } from '../parts/format.ts'
import type { Column, TableSettings } from './columns.ts'

export interface SheetAbout {
  indicators?: readonly string[]
  asOf?: string | undefined
  isSample?: boolean
}

interface Noted<Row> {
  about: SheetAbout | undefined
  definitions: readonly Definition[]
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  settings: Pick<TableSettings, 'filters'>
  all: number
  hasMore: boolean
  now: Date
}

/** What stands above a table that is saved from the screen: definition, cut-off, evidence, what was left out, sample mark. */
export function notesOf<Row>(noted: Noted<Row>, say: Say, language: Language): string[] {
  const { about = {}, definitions, columns, rows, settings, all, hasMore, now } = noted
  const zh = language === 'zh'
  const meanings = (about.indicators ?? []).flatMap((indicator) => {
    const found = definitions.find((each) => each.indicator === indicator)
    if (!found) return []
    const { version, evidenceLevel: level } = found
    const [name, meaning] = zh ? [found.name, found.meaning] : [found.nameEn, found.meaningEn]
    return [say('monitoring.sheet_definition', { name, version, meaning, level })]
  })
  const filters = columns.flatMap(({ key, head }) =>
    settings.filters[key] ? [`${head} ${settings.filters[key]}`] : [],
  )
  const isSample = about.isSample ?? rows.some((row) => (row as { isSample?: unknown }).isSample === true)
  return [
    ...meanings,
    say('office.sheet_as_of', { time: fullTime(about.asOf ?? now.toISOString(), language) }),
    say(meanings.length > 0 ? 'monitoring.sheet_evidence' : 'office.sheet_records'),
    ...(filters.length > 0
      ? [say('office.sheet_filtered', { filters: filters.join('；'), shown: rows.length, all })]
      : []),
    ...(hasMore ? [say('office.sheet_more', { all })] : []),
    ...(isSample ? [say('monitoring.sample_note')] : []),
  ]
}
