import { sheetNotes } from '../../words/sheet-notes.ts'
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

/** The notes above a table that is saved from the screen, with its filters. */
export function notesOf<Row>(noted: Noted<Row>, say: Say, language: Language): string[] {
  const { about = {}, definitions, columns, rows, settings, all, hasMore, now } = noted
  const filters = columns
    .flatMap(({ key, head }) => (settings.filters[key] ? [`${head} ${settings.filters[key]}`] : []))
    .join('；')
  return sheetNotes(say, language, {
    definitions: definitions.filter(({ indicator }) => about.indicators?.includes(indicator)),
    time: fullTime(about.asOf ?? now.toISOString(), language),
    leftOut: [
      ...(filters ? [say('office.sheet_filtered', { filters, shown: rows.length, all })] : []),
      ...(hasMore ? [say('office.sheet_more', { all })] : []),
    ],
    isSample: about.isSample ?? rows.some((row) => (row as { isSample?: unknown }).isSample === true),
  })
}
