import { api, dataOf } from '../../api/client.ts'
import { useMe } from '../app/me.tsx'
import { useSettings } from '../app/settings.tsx'
import { PlaceName } from '../parts/place-name.tsx'
import { SampleMark } from '../parts/states.tsx'
import { usePages } from '../parts/use-pages.ts'
import { AskDialog } from './ask-dialog.tsx'
import { RegisterButton } from './register-button.tsx'
import { ReviewTable, useWaiting } from './review-table.tsx'
import { StateTold } from './state-told.tsx'

const states = ['submitted', 'active', 'returned', 'paused', 'closed'] as const

/** Stores that ask to open: the county confirms. */
export function StoreReviews() {
  const { say } = useSettings()
  const me = useMe()
  const [waiting, setWaiting] = useWaiting('stores')
  const pages = usePages(`stores ${me.home.code} ${waiting}`, (cursor) =>
    dataOf(
      api.GET('/api/stores', {
        params: {
          query: {
            division: me.home.code,
            limit: 50,
            ...(waiting && { state: 'submitted' as const }),
            ...(cursor && { cursor }),
          },
        },
      }),
    ),
  )
  const decide = (id: string, body: { decision: 'pass' | 'return'; reason?: string }) =>
    dataOf(api.POST('/api/stores/{id}/review', { params: { path: { id } }, body }))
  return (
    <ReviewTable
      id="store-reviews"
      caption={say('office.review_stores')}
      pages={pages}
      keyOf={({ id }) => id}
      nameOf={({ name }) => name}
      confirmWords={say('office.confirm')}
      confirm={({ id }) => decide(id, { decision: 'pass' })}
      giveBack={({ id }, reason) => decide(id, { decision: 'return', reason })}
      hindrance={({ state, villageCode }) =>
        state !== 'submitted'
          ? say('office.decided_already')
          : isCountyOfficer(me.duties, villageCode)
            ? undefined
            : say('office.not_yours', { who: say('office.county') })
      }
      waiting={waiting}
      onWaiting={setWaiting}
      register={<RegisterButton words={say('office.ask_store')} dialog={AskDialog} onDone={pages.reload} />}
      columns={[
        {
          key: 'name',
          head: say('office.store'),
          value: ({ name }) => name,
          draw: ({ name, isSample }) => (
            <>
              {name} {isSample && <SampleMark />}
            </>
          ),
        },
        {
          key: 'village',
          head: say('office.village'),
          value: ({ villageCode }) => villageCode,
          draw: ({ villageCode }) => <PlaceName code={villageCode} />,
        },
        {
          key: 'intro',
          head: say('office.intro'),
          value: ({ intro }) => intro,
          draw: ({ intro }) => (
            <span className="clip" title={intro}>
              {intro || '—'}
            </span>
          ),
        },
        {
          key: 'state',
          head: say('office.state'),
          kind: 'choice',
          choices: states.map((value) => ({ value, words: say(`office.store_state.${value}`) })),
          value: ({ state }) => state,
          draw: ({ state, returnReason }) => (
            <StateTold words={say(`office.store_state.${state}`)} reason={returnReason} />
          ),
        },
      ]}
    />
  )
}

/** Is one officer of the county in which this village lies? */
export function isCountyOfficer(
  duties: readonly { role: string; divisionCode?: string }[],
  villageCode: string,
): boolean {
  return duties.some((duty) => duty.role === 'officer' && duty.divisionCode === villageCode.slice(0, 6).padEnd(12, '0'))
}
