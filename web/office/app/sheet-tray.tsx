import { Button } from 'antd'
import { count } from '../parts/format.ts'
import { Icon } from '../parts/icon.tsx'
import { useSay } from './settings.tsx'
import type { Sheet } from './sheets.tsx'

interface TrayProps {
  sheets: readonly Sheet[]
  /** The server is out of reach for the moment. */
  lost: boolean
  onSave(sheet: Sheet): void
  onDrop(sheet: Sheet): void
  onAgain(sheet: Sheet): void
}

/** The tables that are being written, with how far each is, and those that wait to be fetched; nothing when there are none. */
export function SheetTray({ sheets, lost, ...acts }: TrayProps) {
  const say = useSay()
  if (sheets.length === 0) return null
  return (
    <aside className="sheets" aria-label={say('office.sheets')}>
      <ul>
        {sheets.map((sheet) => (
          <li key={sheet.id} className="sheet">
            <SheetRow sheet={sheet} {...acts} />
          </li>
        ))}
      </ul>
      <p className="soft small">{say(lost ? 'office.sheets_lost' : 'office.sheets_hint')}</p>
    </aside>
  )
}

function SheetRow({ sheet, onSave, onDrop, onAgain }: { sheet: Sheet } & Omit<TrayProps, 'sheets' | 'lost'>) {
  const say = useSay()
  const { title, ext, state, rowsDone, rowsAll, refused } = sheet
  const name = `${title} · ${ext === 'xlsx' ? 'Excel' : 'CSV'}`
  const act = (words: string, onClick: () => void, primary = false) => (
    <Button size="small" type={primary ? 'primary' : 'text'} aria-label={`${words} ${name}`} onClick={onClick}>
      {words}
    </Button>
  )
  const stop = act(say(state === 'waiting' || state === 'writing' ? 'office.sheet_stop' : 'office.sheet_drop'), () =>
    onDrop(sheet),
  )
  if (state === 'ready' || state === 'failed')
    return (
      <>
        <p className="sheet-name">{name}</p>
        <p role="status" className={state === 'failed' ? 'is-missing' : 'is-standing'}>
          <Icon name={state === 'failed' ? 'warn' : 'check'} />{' '}
          {state === 'ready' ? say('office.sheet_ready') : refused || say('office.sheet_failed')}
        </p>
        <div className="sheet-acts">
          {state === 'ready'
            ? act(say('office.sheet_save'), () => onSave(sheet), true)
            : act(say('office.try_again'), () => onAgain(sheet), true)}
          {stop}
        </div>
      </>
    )
  const reading = rowsAll > 0 && rowsDone < rowsAll
  return (
    <>
      <p className="sheet-name">{name}</p>
      <progress aria-label={name} max={rowsAll || 1} value={rowsAll > 0 ? rowsDone : 0} />
      <div className="sheet-acts">
        <span className="soft small tabular">
          {state === 'waiting'
            ? say('office.sheet_waiting')
            : reading
              ? say('office.sheet_reading', { done: count(rowsDone), all: count(rowsAll) })
              : say(rowsAll > 0 ? 'office.sheet_writing' : 'office.sheet_begun')}
        </span>
        {stop}
      </div>
    </>
  )
}
