import { App } from 'antd'
import { createContext, type ReactNode, use, useCallback, useEffect, useRef, useState } from 'react'
import { type Answer, ApiError, api, dataOf } from '../../api/client.ts'
import type { paths } from '../../api/schema.ts'
import { useSay } from './settings.tsx'
import { SheetTray } from './sheet-tray.tsx'

export type Sheet = Answer<'/api/sheets'>[number]
export type SheetRequest = paths['/api/sheets']['post']['requestBody']['content']['application/json']

const Context = createContext<((request: SheetRequest) => void) | undefined>(undefined)

/** Has the server write a table as a file; meanwhile one may go on to another page. */
export function useSheets() {
  const ask = use(Context)
  if (!ask) throw new Error('useSheets stands inside the shell')
  return ask
}

const isOpen = ({ state }: Sheet) => state === 'waiting' || state === 'writing'

/** Keeps an eye on the tables that the server writes for this person, whichever page is open, and saves those asked for here. */
export function SheetsProvider({ children }: { children: ReactNode }) {
  const say = useSay()
  const { message } = App.useApp()
  const [sheets, setSheets] = useState<Sheet[]>([])
  const [failures, setFailures] = useState(0)
  const askedHere = useRef(new Set<string>())
  const latest = useRef(0)

  const look = useCallback(async () => {
    const number = ++latest.current
    try {
      const found = await dataOf(api.GET('/api/sheets'))
      if (number !== latest.current) return
      setSheets(found)
      setFailures(0)
    } catch {
      setFailures((before) => before + 1)
    }
  }, [])
  /** A list that is still on its way was read before this and knows nothing of it, so it no longer counts. */
  const alter = useCallback((how: (before: Sheet[]) => Sheet[]) => {
    latest.current++
    setSheets(how)
  }, [])
  useEffect(() => void look(), [look])
  useEffect(() => {
    if (!failures && !sheets.some(isOpen)) return
    const timer = setTimeout(look, failures ? 3000 : 500)
    return () => clearTimeout(timer)
  }, [sheets, failures, look])
  useEffect(() => {
    for (const sheet of sheets)
      if (sheet.state === 'ready' && askedHere.current.delete(sheet.id)) {
        save(sheet)
        message.success(say('office.sheet_saved', { title: sheet.title }))
        alter(without(sheet))
      }
  }, [sheets, message, say, alter])

  async function ask(request: SheetRequest): Promise<void> {
    try {
      const sheet = await dataOf(api.POST('/api/sheets', { body: request }))
      askedHere.current.add(sheet.id)
      alter((before) => [...without(sheet)(before), sheet])
    } catch (error) {
      message.error(error instanceof ApiError && error.message ? error.message : say('office.unreachable'))
    }
  }
  async function drop(sheet: Sheet): Promise<void> {
    alter(without(sheet))
    // Gone already is as good.
    await dataOf(api.DELETE('/api/sheets/{id}', { params: { path: { id: sheet.id } } })).catch(() => undefined)
    // A list read in between may have it still.
    look()
  }
  return (
    <Context value={ask}>
      {children}
      <SheetTray
        sheets={sheets}
        lost={failures > 0}
        onSave={(sheet) => {
          save(sheet)
          alter(without(sheet))
        }}
        onDrop={drop}
        onAgain={async ({ table, ext, code, period, only, ...failed }) => {
          await drop({ table, ext, code, period, only, ...failed })
          await ask({ table, ext, code, period, only })
        }}
      />
    </Context>
  )
}

function without({ id }: Sheet) {
  return (sheets: Sheet[]) => sheets.filter((sheet) => sheet.id !== id)
}

function save({ id }: Sheet): void {
  Object.assign(document.createElement('a'), { href: `/api/sheets/${id}`, download: '' }).click()
}
