import { type Answer, api, dataOf } from '../../api/client.ts'
import { hasWords, type Key } from '../../words/words.ts'
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
  const sayDid = (did: string) => (hasWords(`office.did.${did}`) ? say(`office.did.${did}` as Key) : did)
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
    { key: 'did', head: say('office.did'), value: ({ did }) => sayDid(did) },
    {
      key: 'place',
      head: say('office.place'),
      value: ({ divisionCode }) => divisionCode ?? '',
      draw: ({ divisionCode }) => (divisionCode ? <PlaceName code={divisionCode} /> : '—'),
    },
    { key: 'subject', head: say('office.subject'), value: ({ subject }) => saySubject(subject, names) },
    {
      key: 'detail',
      head: say('office.detail'),
      value: ({ detail }) => sayDetail(detail),
      draw: ({ detail }) => (
        <code className="clip" title={sayDetail(detail)}>
          {sayDetail(detail)}
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

function saySubject(subject: string, names: ReadonlyMap<string, string>): string {
  const [kind, id = ''] = subject.split(':')
  return kind === 'account'
    ? (names.get(id) ?? `…${id.slice(-6)}`)
    : subject.length > 24
      ? `${kind} …${id.slice(-6)}`
      : subject
}

function sayDetail(detail: Record<string, unknown>): string {
  const told = Object.entries(detail).filter(([, value]) => value !== null && value !== undefined)
  return told
    .map(([name, value]) => `${name}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
    .join(' · ')
}
