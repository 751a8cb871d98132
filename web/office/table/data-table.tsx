import './table.css'
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef } from 'react'
import { useSay } from '../app/settings.tsx'
import type { SheetRequest } from '../app/sheets.tsx'
import { arrange, type Column, type Sort } from './columns.ts'
import { FilterRow } from './filter-row.tsx'
import { HeadRow } from './head-row.tsx'
import type { SheetAbout } from './sheet-notes.ts'
import { Toolbar } from './toolbar.tsx'
import { useTableSettings } from './use-table-settings.ts'

export interface DataTableProps<Row> {
  /** The name under which its settings are remembered. */
  id: string
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  keyOf(row: Row): string
  sort?: Sort
  /** What its figures mean and up to when they are complete: stands on what is exported. Lists of records need no more than their rows. */
  about?: SheetAbout
  /** What the server writes as a file, with definition, cut-off and evidence on the sheet; without it the rows on screen are exported. */
  sheet?: Omit<SheetRequest, 'ext'>
  /** The row that is pointed at elsewhere, on the map say. */
  pointed?: string | undefined
  onPoint?(key: string | undefined): void
  /** There are more rows than these: the button that fetches them. */
  more?: ReactNode
  /** Stands where rows would, when there are none. */
  empty?: ReactNode
  /** The sum of all rows; it stands under the heads, where it stays in sight. */
  total?: Row | undefined
  tools?: ReactNode
  stale?: boolean
}

/** A table that sorts, filters in its head, exports and remembers. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { id, caption, columns, rows, keyOf, pointed, onPoint, total } = props
  const say = useSay()
  const [settings, change] = useTableSettings(id, props.sort)
  const shown = columns.filter((column) => !settings.hidden.includes(column.key))
  const arranged = useMemo(() => arrange(rows, columns, settings), [rows, columns, settings])
  const body = useRef<HTMLTableSectionElement>(null)
  useEffect(() => {
    if (pointed)
      body.current
        ?.querySelector(`[data-key="${CSS.escape(pointed)}"]:not(:hover)`)
        ?.scrollIntoView({ block: 'nearest' })
  }, [pointed])
  const filtered = arranged.length < rows.length
  return (
    <div className={`data-table${props.stale ? ' is-stale' : ''}`}>
      <Toolbar
        {...{
          id,
          caption,
          columns,
          rows: arranged,
          all: rows.length,
          hasMore: Boolean(props.more),
          about: props.about,
          settings,
          change,
          sheet: props.sheet,
          tools: props.tools,
        }}
      >
        {filtered
          ? say('office.rows_filtered', { shown: arranged.length, all: rows.length })
          : say('office.rows', { all: rows.length })}
      </Toolbar>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section className="data-table-scroll" tabIndex={0} aria-label={caption}>
        <table>
          <caption className="only-read-aloud">{caption}</caption>
          <thead>
            <HeadRow columns={shown} sort={settings.sort} onSort={(sort) => change({ sort })} />
            {settings.filtering && (
              <FilterRow columns={shown} filters={settings.filters} onFilter={(filters) => change({ filters })} />
            )}
            {total && (
              <tr className="total">
                {shown.map((column) => (
                  <TableCell key={column.key} column={column} row={total} />
                ))}
              </tr>
            )}
          </thead>
          <tbody ref={body} onKeyDown={stepRows}>
            {arranged.map((row) => {
              const key = keyOf(row)
              return (
                <tr
                  key={key}
                  data-key={key}
                  className={key === pointed ? 'is-pointed' : ''}
                  {...(onPoint && {
                    onPointerEnter: () => onPoint(key),
                    onPointerLeave: () => onPoint(undefined),
                    onFocus: () => onPoint(key),
                    onBlur: () => onPoint(undefined),
                  })}
                >
                  {shown.map((column) => (
                    <TableCell key={column.key} column={column} row={row} />
                  ))}
                </tr>
              )
            })}
            {arranged.length === 0 && (
              <tr className="is-empty">
                <td colSpan={shown.length}>
                  <div>{filtered ? say('office.none_pass') : (props.empty ?? say('office.nothing_here'))}</div>
                </td>
              </tr>
            )}
          </tbody>
        </table>
        {props.more}
      </section>
    </div>
  )
}

function TableCell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const value = column.value(row)
  return (
    <td className={column.kind === 'number' ? 'figure' : column.act ? 'acts' : undefined}>
      {column.draw ? column.draw(row) : (value ?? '—')}
    </td>
  )
}

/** Up and down go from row to row, as in any list; the first thing in a row that can be opened takes the focus. */
function stepRows(event: KeyboardEvent<HTMLTableSectionElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (!step || event.target instanceof HTMLInputElement) return
  const rows = [...event.currentTarget.rows]
  const here = rows.findIndex((row) => row.contains(event.target as Node))
  const next = rows[here + step]?.querySelector<HTMLElement>('a, button:not(:disabled)')
  if (!next) return
  event.preventDefault()
  next.focus()
}
