import { api, dataOf } from '../../api/client.ts'
import { useMe } from '../app/me.tsx'
import { useSettings } from '../app/settings.tsx'
import { fullTime, sayTime } from '../parts/format.ts'
import { PlaceName } from '../parts/place-name.tsx'
import { SampleMark } from '../parts/states.tsx'
import { usePages } from '../parts/use-pages.ts'
import { InviteOwner } from './invite-owner.tsx'
import { RegisterButton } from './register-button.tsx'
import { RegisterDialog } from './register-dialog.tsx'
import { ReviewTable, useWaiting } from './review-table.tsx'
import { StateTold } from './state-told.tsx'
import { isCountyOfficer } from './store-reviews.tsx'

const states = ['submitted', 'verified', 'returned', 'suspended'] as const
const kinds = ['company', 'cooperative', 'familyFarm', 'selfEmployed', 'naturalPerson'] as const

/** Who asks to sell: the county verifies that they are who they say. */
export function MerchantReviews() {
  const { say, language } = useSettings()
  const me = useMe()
  const [waiting, setWaiting] = useWaiting('merchants')
  const pages = usePages(`merchants ${me.home.code} ${waiting}`, (cursor) =>
    dataOf(
      api.GET('/api/merchants', {
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
  return (
    <ReviewTable
      id="merchant-reviews"
      caption={say('office.review_merchants')}
      pages={pages}
      keyOf={({ id }) => id}
      nameOf={({ name }) => name}
      confirmWords={say('office.verify')}
      confirm={({ id }) => dataOf(api.POST('/api/merchants/{id}/verify', { params: { path: { id } } }))}
      giveBack={({ id }, reason) =>
        dataOf(api.POST('/api/merchants/{id}/return', { params: { path: { id } }, body: { reason } }))
      }
      hindrance={({ state, villageCode }) =>
        state !== 'submitted'
          ? say('office.decided_already')
          : isCountyOfficer(me.duties, villageCode)
            ? undefined
            : say('office.not_yours', { who: say('office.county') })
      }
      waiting={waiting}
      onWaiting={setWaiting}
      register={
        <RegisterButton words={say('office.register_merchant')} dialog={RegisterDialog} onDone={pages.reload} />
      }
      columns={[
        {
          key: 'name',
          head: say('office.merchant'),
          value: ({ name }) => name,
          draw: ({ name, isSample }) => (
            <>
              {name} {isSample && <SampleMark />}
            </>
          ),
        },
        {
          key: 'kind',
          head: say('office.merchant_kind'),
          kind: 'choice',
          choices: kinds.map((value) => ({ value, words: say(`merchants.kind.${value}`) })),
          value: ({ kind }) => kind,
          draw: ({ kind }) => say(`merchants.kind.${kind}`),
        },
        {
          key: 'uscc',
          head: say('office.uscc'),
          value: ({ uscc }) => uscc,
          draw: ({ uscc, selfProducedDeclaration }) =>
            uscc ?? (
              <span className="clip" title={selfProducedDeclaration ?? ''}>
                {selfProducedDeclaration ?? '—'}
              </span>
            ),
        },
        {
          key: 'village',
          head: say('office.village'),
          value: ({ villageCode }) => villageCode,
          draw: ({ villageCode }) => <PlaceName code={villageCode} />,
        },
        {
          key: 'contact',
          head: say('office.contact'),
          value: ({ contactName }) => contactName,
          draw: ({ id, name, state, villageCode, contactName, contactPhone }) => (
            <>
              {contactName} {contactPhone}{' '}
              {state === 'verified' && isCountyOfficer(me.duties, villageCode) && (
                <InviteOwner id={id} name={name} phone={contactPhone} />
              )}
            </>
          ),
        },
        {
          key: 'registeredAt',
          head: say('office.registered_at'),
          value: ({ registeredAt }) => registeredAt,
          draw: ({ registeredAt }) => (
            <time dateTime={registeredAt} title={fullTime(registeredAt, language)}>
              {sayTime(registeredAt, language)}
            </time>
          ),
        },
        {
          key: 'state',
          head: say('office.state'),
          kind: 'choice',
          choices: states.map((value) => ({ value, words: say(`merchants.state.${value}`) })),
          value: ({ state }) => state,
          draw: ({ state, returnReason }) => (
            <StateTold words={say(`merchants.state.${state}`)} reason={returnReason} />
          ),
        },
      ]}
    />
  )
}
