import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/** One row of a CSV file, keyed by the names in its first line. */
export type CsvRow = Record<string, string>

/** Splits CSV text (RFC 4180: quotes, doubled quotes, line breaks inside quotes) into rows of cells. */
export function splitCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  // Starts after a byte-order mark, which spreadsheet programs like to put in front.
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0
  while (at < text.length) {
    let cell = ''
    if (text[at] === '"') {
      at++
      for (;;) {
        const quote = text.indexOf('"', at)
        if (quote < 0) throw new Error(`a quoted cell is not closed (row ${rows.length + 1})`)
        cell += text.slice(at, quote)
        at = quote + 1
        if (text[at] !== '"') break
        cell += '"'
        at++
      }
    } else {
      const start = at
      while (at < text.length && text[at] !== ',' && text[at] !== '\n' && text[at] !== '\r') at++
      cell = text.slice(start, at)
    }
    row.push(cell)
    const end = text[at]
    if (end === ',') {
      at++
      // A comma at the very end of the file still opens one empty cell.
      if (at < text.length) continue
      row.push('')
    } else if (end === '\r' && text[at + 1] === '\n') at += 2
    else if (end !== undefined && end !== '\n' && end !== '\r')
      throw new Error(`text after a closing quote (row ${rows.length + 1})`)
    else at++
    if (row.length > 1 || row[0] !== '') rows.push(row)
    row = []
  }
  return rows
}

/** Turns CSV text into rows keyed by the first line; a row with too many or too few cells is an error. */
export function parseCsv(text: string): CsvRow[] {
  const [head, ...rows] = splitCsv(text)
  if (!head) return []
  return rows.map((cells, index) => {
    if (cells.length !== head.length)
      throw new Error(`row ${index + 2} has ${cells.length} cells, the first line has ${head.length}`)
    return Object.fromEntries(head.map((name, at) => [name, cells[at] ?? '']))
  })
}

/** Reads a CSV file, unpacking it first when its name ends in `.gz`. */
export function readCsv(path: string): CsvRow[] {
  return parseCsv(readText(path))
}

/** The text of a file, unpacked where its name ends in `.gz`. */
export function readText(path: string): string {
  const bytes = readFileSync(path)
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
}
