import { type Answer, api, dataOf } from '../../api/client.ts'
import { hasWords, type Key, type Say } from '../../words/words.ts'
import { useMe } from '../app/me.tsx'
import { useSettings } from '../app/settings.tsx'
import { fullTime, sayTime } from '../parts/format.ts'
import { MoreButton } from '../parts/more-button.tsx'
import { PlaceName } from '../parts/place-name.tsx'
import { ErrorNote, Loading, Nothing } from '../parts/states.tsx'
import { usePages } from '../parts/use-pages.ts'
import type { Column } from '../table/columns.ts'
import { DataTable } from '../table/data-table.tsx'

type Line = Answer<'/api/audit'>['items'][number]

/** What was done in my division, by whom, when: nothing here can be changed. */
export function Component() {
  const { say, language } = useSettings()
  const me = useMe()
  const mayRead = me.duties.some(({ role }) => role === 'auditor' || role === 'admin')
  const pages = usePages('audit', (cursor) =>
    mayRead
      ? dataOf(api.GET('/api/audit', { params: { query: { limit: 100, ...(cursor && { cursor }) } } }))
      : Promise.resolve({ items: [] }),
  )
  const people = usePages(mayRead ? `people ${me.home.code}` : 'people', () =>
    mayRead
      ? dataOf(api.GET('/api/duties', { params: { query: { division: me.home.code, limit: 100 } } }))
      : Promise.resolve({ items: [] }),
  )
  const names = new Map(people.items?.map(({ accountId, name }) => [accountId, name]))
  names.set(me.account.id, me.account.name)
  const columns: Column<Line>[] = [
    {
      key: 'at',
      head: say('office.time'),
      value: ({ at }) => at,
      draw: ({ at }) => (
        <time dateTime={at} title={fullTime(at, language)}>
          {sayTime(at, language)}
        </time>
      ),
    },
    {
      key: 'who',
      head: say('office.person'),
      value: ({ accountId }) => (accountId ? (names.get(accountId) ?? accountId.slice(-6)) : say('office.the_system')),
    },
    { key: 'did', head: say('office.did'), value: ({ did }) => sayPart('office.did', did, say) },
    {
      key: 'place',
      head: say('office.place'),
      value: ({ divisionCode }) => divisionCode ?? '',
      draw: ({ divisionCode }) => (divisionCode ? <PlaceName code={divisionCode} /> : '—'),
    },
    { key: 'subject', head: say('office.subject'), value: ({ subject }) => saySubject(subject, names, say) },
    {
      key: 'detail',
      head: say('office.detail'),
      value: ({ detail }) => sayDetail(detail, say),
      draw: ({ detail }) => (
        <code className="clip" title={sayDetail(detail, say)}>
          {sayDetail(detail, say)}
        </code>
      ),
    },
  ]
  return (
    <>
      <div className="page-head">
        <h1>{say('office.audit_title')}</h1>
      </div>
      <p className="soft lead">{say('office.audit_lead')}</p>
      {!mayRead && <Nothing title={say('office.audit_not_yours')}>{say('office.audit_not_yours_do')}</Nothing>}
      {pages.error && <ErrorNote error={pages.error} retry={pages.reload} />}
      {mayRead && !pages.items && !pages.error && <Loading />}
      {mayRead && pages.items && (
        <section className="panel">
          <DataTable
            id="audit"
            caption={say('office.audit_table')}
            columns={columns}
            rows={pages.items}
            keyOf={({ id }) => id}
            sort={{ key: 'at', down: true }}
            more={<MoreButton {...pages} />}
          />
        </section>
      )}
    </>
  )
}

/** What it was done to: its kind in words, and the end of its number, which sets it apart from others. */
function saySubject(subject: string, names: ReadonlyMap<string, string>, say: Say): string {
  const [kind = '', id = ''] = subject.split(':')
  const name = names.get(id) ?? shorten(id)
  return kind === 'account' ? name : `${sayPart('office.subject', kind, say)} ${name}`.trim()
}

function sayDetail(detail: Record<string, unknown>, say: Say): string {
  const told = Object.entries(detail).filter(([, value]) => value !== null && value !== undefined)
  return told
    .map(([part, value]) =>
      say('office.named_value', { name: sayPart('office.detail', part, say), value: sayValue(value, say) }),
    )
    .join(' · ')
}

function sayValue(value: unknown, say: Say): string {
  if (typeof value === 'boolean') return say(value ? 'office.yes' : 'office.no')
  return typeof value === 'object' ? JSON.stringify(value) : shorten(String(value))
}

const shorten = (id: string) => (/^[0-9a-f-]{36}$/.test(id) ? `…${id.slice(-6)}` : id)

/** A word of the records in the reader's language; one that is new there, as it is. */
function sayPart(family: string, word: string, say: Say): string {
  const key = `${family}.${word}`
  return hasWords(key) ? say(key as Key) : word
}
