import { useState } from 'preact/hooks'
import { Named } from '../ui/named.tsx'
import { ask, type Store } from './api.ts'
import { useLoaded } from './keep.ts'
import { Screen, Trouble, Waiting } from './parts.tsx'
import { t } from './say.ts'

interface Invitation {
  role?: string
  storeId?: string
}

/** Somebody is asked to help: in a store, or at a station. One tap, and the work is theirs to do. */
export function InvitationScreen({ token, accepted }: { token: string; accepted: () => void }) {
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<unknown>()
  const path = `/api/invitations/${token}`
  const asked = useLoaded(async () => {
    const { role, storeId } = await ask<Invitation>('GET', path)
    if (role === 'station_operator') return t('workbench.invited_station')
    if (role === 'merchant_owner') return t('workbench.invited_owner')
    if (!storeId) return t('workbench.invited_other')
    const { name } = await ask<Store>('GET', `/api/stores/${storeId}`)
    return t('workbench.invited_staff', { store: name })
  }, [path])
  const accept = async () => {
    setBusy(true)
    setTrouble(undefined)
    try {
      await ask('POST', `${path}/accept`, {})
      location.hash = 'todo'
      accepted()
    } catch (error) {
      setTrouble(error)
      setBusy(false)
    }
  }
  return (
    <Screen title={t('workbench.invited')}>
      <Trouble error={asked.error} again={asked.again} />
      {!asked.value && asked.error === undefined && <Waiting />}
      {asked.value && (
        <>
          <p class="lead">
            <Named words={asked.value} />
          </p>
          <Trouble error={trouble} />
          <button class="button button-main wide" type="button" disabled={busy} onClick={accept}>
            {t('workbench.accept')}
          </button>
        </>
      )}
    </Screen>
  )
}
