import { useState } from 'preact/hooks'
import { ask, type Page, type Store } from './api.ts'
import { Choice } from './choice.tsx'
import { useLoaded } from './keep.ts'
import { NumberEntry } from './keypad.tsx'
import { Done, Nothing, Screen, Trouble, Waiting } from './parts.tsx'
import { langOf, sayDay, t } from './say.ts'
import type { Person } from './screens.tsx'

interface Helper {
  id: string
  name: string
  role: string
  fromAt: string
}

/** The stores whose helpers this person chooses. */
export const ownStores = (me: Person) =>
  me.duties.flatMap(({ role, storeId }) => (role === 'store_owner' && storeId ? [storeId] : []))

/** Who helps in the store: asked by phone, let go with two taps. */
export function StaffScreen({ me }: { me: Person }) {
  const ids = ownStores(me)
  const [storeId, setStoreId] = useState(ids[0] ?? '')
  const stores = useLoaded(
    () => Promise.all(ids.map((id) => ask<Store>('GET', `/api/stores/${id}`))),
    [],
    `own-stores:${me.account.id}`,
  )
  const helpers = useLoaded(
    async () => (await ask<Page<Helper>>('GET', `/api/duties?store=${storeId}&limit=100`)).items.filter(isHelper),
    [storeId],
    `staff:${storeId}`,
  )
  return (
    <Screen title={t('workbench.staff')} back="#settings">
      <p>{t('workbench.staff_lead')}</p>
      {(stores.value?.length ?? 0) > 1 && (
        <Choice
          legend={t('workbench.which_store')}
          options={(stores.value ?? []).map(({ id, name }) => ({
            name: id,
            text: <span lang={langOf(name)}>{name}</span>,
          }))}
          chosen={storeId}
          choose={setStoreId}
        />
      )}
      <Trouble
        error={helpers.error}
        again={helpers.again}
        {...(helpers.value ? { kept: t('workbench.shown_from_before') } : {})}
      />
      {!helpers.value && helpers.error === undefined && <Waiting />}
      {helpers.value?.length === 0 && <Nothing icon="person" title={t('workbench.staff_none')} />}
      {helpers.value && helpers.value.length > 0 && (
        <ul class="jobs">
          {helpers.value.map((helper) => (
            <HelperRow key={helper.id} helper={helper} gone={helpers.again} />
          ))}
        </ul>
      )}
      <AskHelper key={storeId} storeId={storeId} />
    </Screen>
  )
}

const isHelper = ({ role }: Helper) => role === 'store_staff'

function HelperRow({ helper, gone }: { helper: Helper; gone: () => void }) {
  const [sure, setSure] = useState(false)
  const [trouble, setTrouble] = useState<unknown>()
  const end = () => {
    if (!sure) return setSure(true)
    setTrouble(undefined)
    ask('POST', `/api/duties/${helper.id}/end`).then(gone, (error) => {
      setSure(false)
      setTrouble(error)
    })
  }
  const name = <span lang={langOf(helper.name)}>{helper.name}</span>
  return (
    <li class="job-with-deed">
      <div class="job">
        <span class="job-words">
          <strong>{name}</strong>
          <span class="soft">{t('workbench.staff_since', { day: sayDay(helper.fromAt) })}</span>
        </span>
      </div>
      <button class="button deed" type="button" onClick={end}>
        {t(sure ? 'workbench.staff_end_sure' : 'workbench.staff_end')} <span class="only-read-aloud">{name}</span>
      </button>
      {sure && (
        <button class="button deed" type="button" onClick={() => setSure(false)}>
          {t('workbench.not_yet')}
        </button>
      )}
      <Trouble error={trouble} />
    </li>
  )
}

function AskHelper({ storeId }: { storeId: string }) {
  const [phone, setPhone] = useState('')
  const [busy, setBusy] = useState(false)
  const [sent, setSent] = useState<{ phone: string; link: string }>()
  const [copied, setCopied] = useState(false)
  const [trouble, setTrouble] = useState<unknown>()
  const send = async (event: Event) => {
    event.preventDefault()
    setBusy(true)
    setTrouble(undefined)
    try {
      const wanted = { phone, role: 'store_staff', storeId }
      const { path } = await ask<{ path: string }>('POST', '/api/invitations', wanted)
      setSent({ phone, link: `${location.origin}${path}` })
      setPhone('')
      setCopied(false)
    } catch (error) {
      setTrouble(error)
    }
    setBusy(false)
  }
  if (sent)
    return (
      <section>
        <Done title={t('workbench.staff_sent', { phone: sent.phone })}>
          <p>{t('workbench.staff_sent_hint')}</p>
          <p class="link-text">{sent.link}</p>
          <button
            class="button wide"
            type="button"
            onClick={() => navigator.clipboard.writeText(sent.link).then(() => setCopied(true), setTrouble)}
          >
            {t(copied ? 'workbench.copied' : 'workbench.copy_link')}
          </button>
        </Done>
        <Trouble error={trouble} />
        <button class="button wide" type="button" onClick={() => setSent(undefined)}>
          {t('workbench.staff_ask_more')}
        </button>
      </section>
    )
  return (
    <section>
      <h2>{t('workbench.staff_ask')}</h2>
      <form class="stack" onSubmit={send}>
        <NumberEntry
          label={t('workbench.staff_phone')}
          value={phone}
          typing={{ most: 11, code: true }}
          change={setPhone}
        />
        <button class="button button-main wide" type="submit" disabled={busy || phone.length !== 11}>
          {t('workbench.staff_send')}
        </button>
      </form>
      <Trouble error={trouble} />
    </section>
  )
}
