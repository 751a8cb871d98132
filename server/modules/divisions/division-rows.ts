import { type CsvRow, readText, splitCsv } from '../../../data/read-csv.ts'
import { prefixOf } from '../../kernel/actor.ts'

const wanted = ['code', 'name', 'level', 'parent_code', 'kind', 'urban_rural_class'] as const

export interface Line {
  number: number
  cells: CsvRow
  problem?: string
}

/** The rows of the file, those of the wrong length with what is wrong; a file of other columns is none of ours. */
export function readLines(file: string): Line[] {
  const [head = [], ...rows] = splitCsv(readText(file))
  const missing = wanted.filter((column) => !head.includes(column))
  if (missing.length > 0) throw new Error(`the first line must name the columns; it lacks ${missing.join(', ')}`)
  return rows.map((cells, index) => ({
    // Line 1 of the file is its heading.
    number: index + 2,
    cells: Object.fromEntries(head.map((column, at) => [column, cells[at] ?? ''])),
    ...(cells.length === head.length
      ? {}
      : { problem: `it has ${cells.length} cells, the heading has ${head.length}` }),
  }))
}

/** Marks each row that is wrong with what is wrong; `known` are the levels of the divisions there are already. */
export function markProblems(lines: Line[], known: ReadonlyMap<string, number>): void {
  const levels = new Map(known)
  for (const { cells } of lines) levels.set(cells.code ?? '', Number(cells.level))
  const seen = new Set<string>()
  for (const line of lines) {
    line.problem ??= problemWith(line.cells, levels, seen)
    seen.add(line.cells.code ?? '')
  }
}

function problemWith(line: CsvRow, levels: Map<string, number>, seen: Set<string>): string | undefined {
  const { code = '', parent_code: parent = '' } = line
  if (!/^[0-9]{12}$/.test(code)) return 'the code is not 12 digits'
  if (seen.has(code)) return 'the code stands twice'
  if (!line.name) return 'the name is empty'
  if (!/^[1-5]$/.test(line.level ?? '')) return 'the level is not 1 to 5'
  if (parent ? !levels.has(parent) : line.level !== '1') return 'the parent is unknown'
  if (parent && !code.startsWith(prefixOf(parent))) return 'the code does not nest in its parent'
  if (parent && levels.get(parent) !== Number(line.level) - 1) return 'the level does not follow the parent’s'
  return undefined
}
