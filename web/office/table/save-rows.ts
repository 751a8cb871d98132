import type { Cell, Column } from './columns.ts'
import { workbookOf } from './write-xlsx.ts'

interface Saving<Row> {
  name: string
  caption: string
  /** Stand between the caption and the table. */
  notes: readonly string[]
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  ext: 'xlsx' | 'csv'
}

/** Saves the rows on screen as a file; for tables whose rows are all here already. */
export function saveRows<Row>({ name, caption, notes, columns, rows, ext }: Saving<Row>): void {
  const told = columns.filter((column) => !column.act)
  const lines: Cell[][] = [
    [caption],
    ...notes.map((note) => [note]),
    told.map(({ head, money }) => (money ? `${head}（元）` : head)),
    ...rows.map((row) => told.map((column) => exported(column, row))),
  ]
  const type =
    ext === 'csv' ? 'text/csv;charset=utf-8' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  saveFile(new Blob([ext === 'csv' ? csvOf(lines) : workbookOf(caption, lines)], { type }), `${name}.${ext}`)
}

function exported<Row>({ value, money, choices }: Column<Row>, row: Row): Cell {
  const cell = value(row)
  if (money && typeof cell === 'number') return cell / 100
  return choices?.find((choice) => choice.value === String(cell))?.words ?? cell
}

/** With a mark at the front, so that Excel reads the Chinese, and no cell that a spreadsheet would run as a formula. */
export function csvOf(lines: readonly (readonly Cell[])[]): string {
  return `\ufeff${lines.map((line) => line.map(csvCell).join(',')).join('\r\n')}\r\n`
}

function csvCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell !== 'string') return String(cell)
  const safe = /^[=+\-@\t\r＝＋－＠]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Hands a file to the browser to keep. */
function saveFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file)
  const link = Object.assign(document.createElement('a'), { href: url, download: name })
  link.click()
  // The browser has read it long before.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
