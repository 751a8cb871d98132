import { useEffect, useRef, useState } from 'preact/hooks'
import { dayOf } from '../../server/kernel/time.ts'
import { ask, type Merchant, newKey, type Page } from './api.ts'
import { wrongNumber } from './draft-numbers.ts'
import { type Draft, forgetUnfinished, keepUnfinished, unfinishedOf } from './draft-store.ts'
import { villagesOf } from './find-work.ts'
import { useLoaded } from './keep.ts'
import { putInOutbox } from './outbox.ts'
import { Nothing, Screen, Trouble, Waiting } from './parts.tsx'
import { t } from './say.ts'
import type { Person } from './screens.tsx'
import { SellCheck } from './sell-check.tsx'
import { SellDone } from './sell-done.tsx'
import { SellName } from './sell-name.tsx'
import { SellNumbers } from './sell-numbers.tsx'
import { SellPhoto } from './sell-photo.tsx'

export interface StepProps {
  draft: Draft
  change: (part: Partial<Draft>) => void
  next: () => void
  merchants: Merchant[]
  /** Are these the seller's own goods? A station sells for others. */
  owns: boolean
}

const steps = [SellPhoto, SellName, SellNumbers, SellCheck] as const
const titles = [
  'workbench.step_photo',
  'workbench.step_name',
  'workbench.step_numbers',
  'workbench.step_check',
] as const

/** Lists a product in four screens. Every change is on the phone before the next one, so nothing typed is ever lost. */
export function SellScreen({ me }: { me: Person }) {
  const accountId = me.account.id
  const merchants = useLoaded(() => merchantsOf(me), [accountId], `merchants:${accountId}`)
  const [draft, setDraft] = useState<Draft>()
  const [sentKey, setSentKey] = useState<string>()
  const [trouble, setTrouble] = useState<unknown>()
  const putting = useRef(false)

  const resume = () => {
    putting.current = false
    setSentKey(undefined)
    unfinishedOf(accountId).then(
      (found) => setDraft(found ?? emptyDraft(accountId)),
      () => setDraft(emptyDraft(accountId)),
    )
  }
  useEffect(resume, [accountId])
  const choices = merchants.value ?? []
  useEffect(() => {
    const [only] = choices
    if (draft && only && !choices.some(({ id }) => id === draft.merchantId)) change(sellerOf(only))
  }, [draft?.key, choices.length])

  const change = (part: Partial<Draft>) => {
    setDraft((before) => {
      if (!before) return before
      const next = { ...before, ...part }
      keepUnfinished(next).catch(setTrouble)
      return next
    })
  }
  const startOver = async () => {
    await forgetUnfinished(accountId)
    resume()
  }
  if (sentKey) return <SellDone sentKey={sentKey} again={startOver} resume={resume} />
  if (merchants.value && choices.length === 0)
    return (
      <Screen title={t('workbench.sell')}>
        <Nothing icon="person" title={t('workbench.no_merchant')}>
          <p class="soft">{t('workbench.no_merchant_hint')}</p>
        </Nothing>
      </Screen>
    )
  if (!draft || !merchants.value)
    return (
      <Screen title={t('workbench.sell')}>
        {merchants.error === undefined ? <Waiting /> : <Trouble error={merchants.error} again={merchants.again} />}
      </Screen>
    )

  const owns = me.duties.some(({ role, merchantId }) => role === 'merchant_owner' && merchantId === draft.merchantId)
  const put = async () => {
    // A second tap while the first is being kept is the same tap.
    if (putting.current) return
    putting.current = true
    try {
      const owns = me.duties.some(
        ({ role, merchantId }) => role === 'merchant_owner' && merchantId === draft.merchantId,
      )
      await putInOutbox(draft, owns)
      setSentKey(draft.key)
    } catch (error) {
      putting.current = false
      setTrouble(error)
    }
  }
  const at = Math.min(draft.step, steps.length - 1)
  const Step = steps[at] ?? SellPhoto
  return (
    <Screen title={t(titles[at] ?? 'workbench.step_photo')} back={at === 0 ? '#todo' : () => change({ step: at - 1 })}>
      <p class="soft progress">
        {t('workbench.step_of', { step: at + 1, steps: steps.length })}
        {(draft.name || draft.photo) && (
          <button class="link" type="button" onClick={startOver}>
            {t('workbench.start_over')}
          </button>
        )}
      </p>
      <Step
        key={at}
        draft={draft}
        change={change}
        merchants={choices}
        owns={owns}
        next={() =>
          at < steps.length - 1 ? change({ step: at + 1 }) : wrongNumber(draft) ? change({ step: 2 }) : put()
        }
      />
      <Trouble error={trouble} />
    </Screen>
  )
}

function emptyDraft(accountId: string): Draft {
  const empty = { merchantId: '', merchantName: '', villageCode: '', name: '', categoryCode: '' }
  const numbers = { price: '', weight: '', pieces: '', harvestedOn: dayOf(new Date()) }
  return { key: newKey(), accountId, step: 0, ...empty, ...numbers }
}

export function sellerOf({ id, name, villageCode }: Merchant) {
  return { merchantId: id, merchantName: name, villageCode }
}

/** For whom this person sells: their own business, and the merchants of the station's village. */
export async function merchantsOf(me: Person): Promise<Merchant[]> {
  const around = villagesOf(me).map((code) => `/api/merchants?division=${code}&limit=50`)
  const own = me.duties.some(({ role }) => role === 'merchant_owner') ? ['/api/merchants/mine'] : []
  const found = await Promise.all([...own, ...around].map((path) => ask<Page<Merchant>>('GET', path)))
  const all = found.flatMap(({ items }) => items)
  return all.filter((merchant, at) => all.findIndex(({ id }) => id === merchant.id) === at)
}
