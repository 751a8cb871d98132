import { type Answer, api, dataOf } from '../../api/client.ts'
import { type Me, useMe } from '../app/me.tsx'
import { useSettings } from '../app/settings.tsx'
import { PlaceName } from '../parts/place-name.tsx'
import { SampleMark } from '../parts/states.tsx'
import { usePages } from '../parts/use-pages.ts'
import { ProposeDialog } from './propose-dialog.tsx'
import { RegisterButton } from './register-button.tsx'
import { ReviewTable, useWaiting } from './review-table.tsx'
import { StateTold } from './state-told.tsx'

type Signature = Answer<'/api/signature-products'>['items'][number]
const states = ['submitted', 'townshipReviewed', 'published', 'returned', 'withdrawn'] as const

/** The signature product of each village: the township reviews, the county confirms. */
export function SignatureReviews() {
  const { say } = useSettings()
  const me = useMe()
  const [waiting, setWaiting] = useWaiting('signature-products')
  // A township looks at what was submitted, a county at what its townships have passed.
  const state = waiting ? (isTownship(me.home.code) ? 'submitted' : 'townshipReviewed') : undefined
  const pages = usePages(`signature-products ${me.home.code} ${state}`, (cursor) =>
    dataOf(
      api.GET('/api/signature-products', {
        params: { query: { division: me.home.code, limit: 50, ...(state && { state }), ...(cursor && { cursor }) } },
      }),
    ),
  )
  const decide = ({ id }: Signature, body: { decision: 'pass' | 'return'; reason?: string }) =>
    dataOf(api.POST('/api/signature-products/{id}/review', { params: { path: { id } }, body }))
  return (
    <ReviewTable
      id="signature-reviews"
      caption={say('office.review_signature-products')}
      pages={pages}
      keyOf={({ id }) => id}
      nameOf={({ name }) => name}
      confirmWords={say('office.confirm')}
      confirm={(item) => decide(item, { decision: 'pass' })}
      giveBack={(item, reason) => decide(item, { decision: 'return', reason })}
      hindrance={(item) =>
        mayDecide(me, item)
          ? undefined
          : say('office.not_yours', { who: say(item.state === 'submitted' ? 'office.township' : 'office.county') })
      }
      waiting={waiting}
      onWaiting={setWaiting}
      register={<RegisterButton words={say('office.propose')} dialog={ProposeDialog} onDone={pages.reload} />}
      columns={[
        {
          key: 'name',
          head: say('office.product'),
          value: ({ name }) => name,
          draw: ({ name, isSample }) => (
            <>
              <span className="serif">{name}</span> {isSample && <SampleMark />}
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
          key: 'story',
          head: say('office.story'),
          value: ({ story }) => story,
          draw: ({ story }) => (
            <span className="clip" title={story}>
              {story || '—'}
            </span>
          ),
        },
        {
          key: 'state',
          head: say('office.state'),
          kind: 'choice',
          choices: states.map((value) => ({ value, words: say(`catalog.signature_state.${value}`) })),
          value: ({ state }) => state,
          draw: ({ state, returnReason }) => (
            <StateTold words={say(`catalog.signature_state.${state}`)} reason={returnReason} />
          ),
        },
      ]}
    />
  )
}

const isTownship = (code: string) => code.endsWith('000') && !code.endsWith('000000')

function mayDecide(me: Me, { state, villageCode }: Signature): boolean {
  const length = state === 'submitted' ? 9 : state === 'townshipReviewed' ? 6 : 0
  const office = villageCode.slice(0, length).padEnd(12, '0')
  return length > 0 && me.duties.some((duty) => duty.role === 'officer' && duty.divisionCode === office)
}
