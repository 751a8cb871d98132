export interface Sheet {
  title: string
  /** Definition, cut-off time, evidence, sample mark: stands above the table, so that a printed sheet explains itself. */
  notes: string[]
  columns: { head: string; width?: number; money?: boolean }[]
  rows: (string | number | null)[][]
}

export type SheetKind = 'xlsx' | 'csv'

export const sheetTypes: Record<SheetKind, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}

// A cell that begins so is run as a formula by spreadsheet programs; a leading apostrophe makes it plain text.
const formula = /^[=+\-@\t\r]/

/** Text that no spreadsheet program takes for a formula. Numbers stay numbers. */
export function safeCell(cell: string | number | null): string | number {
  if (cell === null) return ''
  return typeof cell === 'string' && formula.test(cell) ? `'${cell}` : cell
}

/** The sheet as CSV with a byte-order mark, so that Excel reads Chinese. */
export function toCsv({ title, notes, columns, rows }: Sheet): Buffer {
  const lines = [
    [title],
    ...notes.map((note) => [note]),
    columns.map(({ head }) => head),
    ...rows.map((row) => row.map((cell, i) => inYuan(cell, columns[i]?.money))),
  ]
  const text = lines.map((line) => line.map((cell) => quoted(String(safeCell(cell)))).join(',')).join('\r\n')
  return Buffer.from(`\ufeff${text}\r\n`)
}

/** The sheet as an Excel workbook: frozen heads, money as numbers in yuan. */
export async function toXlsx({ title, notes, columns, rows }: Sheet): Promise<Buffer> {
  // Loaded when the first workbook is asked for: most processes never draw one.
  const { default: ExcelJS } = await import('exceljs')
  const book = new ExcelJS.Workbook()
  book.creator = 'Yicun'
  const sheet = book.addWorksheet(title.slice(0, 31).replace(/[\\/?*[\]:]/g, ' '), {
    views: [{ state: 'frozen', ySplit: notes.length + 2 }],
  })
  sheet.columns = columns.map(({ width, money }) => ({
    width: width ?? 16,
    ...(money ? { style: { numFmt: '#,##0.00' } } : {}),
  }))
  sheet.addRow([title]).font = { bold: true, size: 14 }
  for (const note of notes) sheet.addRow([safeCell(note)]).font = { color: { argb: 'FF55625A' } }
  sheet.addRow(columns.map(({ head }) => head)).font = { bold: true }
  for (const row of rows) sheet.addRow(row.map((cell, i) => safeCell(inYuan(cell, columns[i]?.money))))
  return Buffer.from(await book.xlsx.writeBuffer())
}

/** The sheet as a file of either kind. */
export async function sheetFile(sheet: Sheet, ext: SheetKind): Promise<Buffer> {
  return ext === 'csv' ? toCsv(sheet) : toXlsx(sheet)
}

function inYuan(cell: string | number | null, money: boolean | undefined): string | number | null {
  return money && typeof cell === 'number' ? cell / 100 : cell
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
