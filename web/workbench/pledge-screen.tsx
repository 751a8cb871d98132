import { useState } from 'preact/hooks'
import { Icon } from '../ui/icons.tsx'
import { ask, type Pledge, Refused } from './api.ts'
import { Choice } from './choice.tsx'
import { findLots, type LotOf } from './find-lots.ts'
import { useLoaded } from './keep.ts'
import { Nothing, SampleMark, Screen, Trouble, Waiting } from './parts.tsx'
import { langOf, sayDay, sayWeight, t } from './say.ts'
import type { Person } from './screens.tsx'

const bases = [
  'selfPledge',
  'internalControl',
  'selfTest',
  'thirdPartyTest',
] as const satisfies readonly Pledge['basis'][]

/** The conformity pledge (承诺达标合格证): choose the lot, say on what it rests, and it is issued. */
export function PledgeScreen({ me, lotId }: { me: Person; lotId: string }) {
  const lots = useLoaded(() => findLots(me), [me.account.id], `lots:${me.account.id}`)
  const chosen = lots.value?.find(({ lot }) => lot.id === lotId)
  if (chosen) return <Issue chosen={chosen} />
  return (
    <Screen title={t('workbench.which_lot')}>
      <Trouble error={lots.error} again={lots.again} />
      {!lots.value && lots.error === undefined && <Waiting />}
      {lots.value?.length === 0 && (
        <Nothing icon="seal" title={t('workbench.no_lots')}>
          <p class="soft">{t('workbench.no_lots_hint')}</p>
        </Nothing>
      )}
      <ul class="jobs">
        {lots.value?.map(({ lot, name, gtin }) => (
          <li key={lot.id}>
            <a
              class="job"
              href={
                lot.pledgeNumber ? `#certificate/${gtin}/${encodeURIComponent(lot.lotNumber)}` : `#pledge/${lot.id}`
              }
            >
              <LotWords of={{ lot, name, gtin }} />
              {lot.pledgeNumber ? <span class="badge">{t('workbench.pledged')}</span> : <Icon name="next" />}
            </a>
          </li>
        ))}
      </ul>
    </Screen>
  )
}

function LotWords({ of: { lot, name } }: { of: LotOf }) {
  return (
    <span class="job-words">
      <strong class="serif" lang={langOf(name)}>
        {name}
      </strong>
      <span class="soft">
        {t('workbench.harvested_on', { day: sayDay(lot.harvestedOn) })} · {sayWeight(lot.quantityGrams)}
      </span>
      <span class="soft tabular">{t('workbench.lot_number', { number: lot.lotNumber })}</span>
      <SampleMark shown={lot.isSample} />
    </span>
  )
}

function Issue({ chosen }: { chosen: LotOf }) {
  const [basis, setBasis] = useState<Pledge['basis']>()
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<unknown>()
  const { lot, gtin } = chosen
  const issue = async (event: Event) => {
    event.preventDefault()
    setBusy(true)
    setTrouble(undefined)
    try {
      await ask('POST', `/api/lots/${lot.id}/pledge`, { basis })
    } catch (error) {
      // A second tap, or a second try after a lost answer: it is issued, which is what was wanted.
      if (!(error instanceof Refused && error.code === 'traceability.already_pledged')) {
        setTrouble(error)
        return setBusy(false)
      }
    }
    location.hash = `certificate/${gtin}/${encodeURIComponent(lot.lotNumber)}`
  }
  return (
    <Screen title={t('workbench.pledge')} back="#pledge">
      <div class="card">
        <LotWords of={chosen} />
      </div>
      <form class="stack" onSubmit={issue}>
        <Choice
          legend={t('workbench.pledge_basis')}
          options={bases.map((name) => ({ name, text: t(`traceability.basis.${name}`) }))}
          chosen={basis}
          choose={setBasis}
          stacked
        />
        <p>{t('workbench.pledge_text')}</p>
        <button class="button button-main wide" type="submit" disabled={busy || !basis}>
          <Icon name="seal" /> {t('workbench.pledge')}
        </button>
      </form>
      <Trouble error={trouble} />
    </Screen>
  )
}
