import { Explaining } from '../parts/explained.tsx'
import { Icon } from '../parts/icon.tsx'
import type { Column, Sort } from './columns.ts'

/** The heads: pressing one sorts by it, again turns the order round. */
export function HeadRow<Row>({
  columns,
  sort,
  onSort,
}: {
  columns: readonly Column<Row>[]
  sort: Sort | undefined
  onSort(sort: Sort): void
}) {
  return (
    <tr>
      {columns.map((column) => {
        const sorted = sort?.key === column.key
        if (column.act)
          return (
            <th key={column.key} scope="col">
              <span className="only-read-aloud">{column.head}</span>
            </th>
          )
        // Numbers are looked at from the largest, words from the first.
        const down = sorted ? !sort.down : column.kind === 'number'
        return (
          <th
            key={column.key}
            scope="col"
            className={column.kind === 'number' ? 'figure' : undefined}
            aria-sort={sorted ? (sort.down ? 'descending' : 'ascending') : 'none'}
          >
            <Sorter
              column={column}
              sorted={sorted}
              up={sorted && !sort.down}
              onSort={() => onSort({ key: column.key, down })}
            />
          </th>
        )
      })}
    </tr>
  )
}

function Sorter<Row>({
  column: { head, explain },
  sorted,
  up,
  onSort,
}: {
  column: Column<Row>
  sorted: boolean
  up: boolean
  onSort(): void
}) {
  const button = (tied: object) => (
    <button type="button" className={`sorter${explain ? ' is-explained' : ''}`} onClick={onSort} {...tied}>
      <span className="sorter-head">{head}</span>
      <span className={`sorter-mark${sorted ? ' is-on' : ''}`}>
        <Icon name={up ? 'up' : 'down'} />
      </span>
    </button>
  )
  return explain ? <Explaining about={explain}>{button}</Explaining> : button({})
}
