import type { ReactNode } from 'react'
import type { About } from '../parts/explained.tsx'

/** What a cell is worth for sorting, filtering and exporting. */
export type Cell = string | number | boolean | null

export interface Column<Row> {
  key: string
  head: string
  value(row: Row): Cell
  /** How the cell looks; left out, its value is written. */
  draw?(row: Row): ReactNode
  /** Numbers stand to the right and are filtered by "at least"; choices by picking one; text by what it contains. */
  kind?: 'text' | 'number' | 'choice'
  /** The words for the values of a choice. */
  choices?: readonly { value: string; words: string }[]
  /** What the column means; the head tells it on hover and on focus. */
  explain?: About
  /** Money in fen: exported as yuan. */
  money?: boolean
  /** Kept out of export and settings: buttons. */
  act?: boolean
}

export interface Sort {
  key: string
  down: boolean
}

/** What a person has set up for a table; remembered in this browser. */
export interface TableSettings {
  sort?: Sort
  filters: Record<string, string>
  filtering: boolean
  hidden: string[]
}

/** The rows that pass every filter, in the chosen order. */
export function arrange<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  { sort, filters }: Pick<TableSettings, 'sort' | 'filters'>,
): Row[] {
  const tests = columns.flatMap((column) => {
    const wanted = filters[column.key]?.trim()
    return wanted ? [(row: Row) => passes(column, column.value(row), wanted)] : []
  })
  const passing = rows.filter((row) => tests.every((test) => test(row)))
  const by = columns.find((column) => column.key === sort?.key)
  return by && sort ? passing.sort((a, b) => compare(by.value(a), by.value(b), sort.down)) : passing
}

function passes<Row>({ kind, money }: Column<Row>, cell: Cell, wanted: string): boolean {
  if (kind === 'choice') return String(cell) === wanted
  if (kind === 'number') return typeof cell === 'number' && cell >= Number(wanted) * (money ? 100 : 1)
  return String(cell ?? '')
    .toLowerCase()
    .includes(wanted.toLowerCase())
}

const chinese = new Intl.Collator('zh-CN', { numeric: true })

// What is not known stands last, whichever way one sorts.
function compare(a: Cell, b: Cell, down: boolean): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  const order =
    typeof a === 'string' || typeof b === 'string' ? chinese.compare(String(a), String(b)) : Number(a) - Number(b)
  return down ? -order : order
}
