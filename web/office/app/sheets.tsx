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

  const look = useCallback(async () => {
    try {
      setSheets(await dataOf(api.GET('/api/sheets')))
      setFailures(0)
    } catch {
      setFailures((before) => before + 1)
    }
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
        setSheets((before) => before.filter(({ id }) => id !== sheet.id))
      }
  }, [sheets, message, say])

  async function ask(request: SheetRequest): Promise<void> {
    try {
      const sheet = await dataOf(api.POST('/api/sheets', { body: request }))
      askedHere.current.add(sheet.id)
      setSheets((before) => [...before.filter(({ id }) => id !== sheet.id), sheet])
    } catch (error) {
      message.error(error instanceof ApiError && error.message ? error.message : say('office.unreachable'))
    }
  }
  async function drop({ id }: Sheet): Promise<void> {
    setSheets((before) => before.filter((sheet) => sheet.id !== id))
    // Gone already is as good.
    await dataOf(api.DELETE('/api/sheets/{id}', { params: { path: { id } } })).catch(() => undefined)
  }
  return (
    <Context value={ask}>
      {children}
      <SheetTray
        sheets={sheets}
        lost={failures > 0}
        onSave={(sheet) => {
          save(sheet)
          setSheets((before) => before.filter(({ id }) => id !== sheet.id))
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

function save({ id }: Sheet): void {
  Object.assign(document.createElement('a'), { href: `/api/sheets/${id}`, download: '' }).click()
}
