import { Button, Checkbox, Popover } from 'antd'
import type { ReactNode } from 'react'
import { useSettings } from '../app/settings.tsx'
import { type SheetRequest, useSheets } from '../app/sheets.tsx'
import { useDefinitions } from '../app/use-definitions.ts'
import { Icon } from '../parts/icon.tsx'
import type { Column, TableSettings } from './columns.ts'
import { saveRows } from './save-rows.ts'
import { notesOf, type SheetAbout } from './sheet-notes.ts'

interface ToolbarProps<Row> {
  id: string
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  all: number
  hasMore: boolean
  about: SheetAbout | undefined
  settings: TableSettings
  change(part: Partial<TableSettings>): void
  sheet?: Omit<SheetRequest, 'ext'> | undefined
  tools?: ReactNode
  children: ReactNode
}

/** What can be done with a table: filter, choose columns, export. */
export function Toolbar<Row>({
  id,
  caption,
  columns,
  rows,
  all,
  hasMore,
  about,
  settings,
  change,
  sheet,
  tools,
  children,
}: ToolbarProps<Row>) {
  const { say, language } = useSettings()
  const definitions = useDefinitions()
  const { filtering, hidden } = settings
  const optional = columns.filter((column, position) => position > 0 && !column.act)
  const ask = useSheets()
  function save(ext: 'xlsx' | 'csv'): void {
    if (sheet) ask({ ...sheet, ext })
    else {
      const noted = { about, definitions, columns, rows, settings, all, hasMore, now: new Date() }
      saveRows({ name: id, caption, notes: notesOf(noted, say, language), columns, rows, ext })
    }
  }
  const chooser = (
    <div className="chooser">
      {optional.map(({ key, head }) => (
        <Checkbox
          key={key}
          checked={!hidden.includes(key)}
          onChange={({ target }) =>
            change({ hidden: target.checked ? hidden.filter((other) => other !== key) : [...hidden, key] })
          }
        >
          {head}
        </Checkbox>
      ))}
    </div>
  )
  return (
    <div className="toolbar">
      <h2>{caption}</h2>
      <span className="soft small" role="status">
        {children}
      </span>
      <div className="toolbar-tools">
        {tools}
        <Button
          size="small"
          type="text"
          icon={<Icon name="filter" />}
          aria-pressed={filtering}
          className={filtering ? 'is-pressed' : ''}
          onClick={() => change(filtering ? { filtering: false, filters: {} } : { filtering: true })}
        >
          {say('office.filter')}
        </Button>
        <Popover content={chooser} trigger="click" placement="bottomRight">
          <Button size="small" type="text" icon={<Icon name="columns" />}>
            {say('office.columns')}
          </Button>
        </Popover>
        {(['xlsx', 'csv'] as const).map((ext) => {
          const words = ext === 'xlsx' ? 'Excel' : 'CSV'
          return (
            <Button
              key={ext}
              size="small"
              icon={<Icon name="download" />}
              aria-label={say('office.export_table', { caption, ext: words })}
              onClick={() => save(ext)}
            >
              {words}
            </Button>
          )
        })}
      </div>
    </div>
  )
}
