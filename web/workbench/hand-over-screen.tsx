import { useState } from 'preact/hooks'
import { ask, type Page, type Parcel } from './api.ts'
import { useLoaded } from './keep.ts'
import { NumberEntry } from './keypad.tsx'
import { Done, Screen, Trouble } from './parts.tsx'
import { ParcelWords } from './rows.tsx'
import { t } from './say.ts'

/** The buyer says the code; the parcel is theirs. */
export function HandOverScreen({ stationId, shipmentId }: { stationId: string; shipmentId: string }) {
  const [code, setCode] = useState('')
  const [done, setDone] = useState(false)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<unknown>()
  const path = `/api/stations/${stationId}/parcels`
  const parcels = useLoaded(() => ask<Page<Parcel>>('GET', `${path}?state=arrived&limit=100`), [path])
  const parcel = parcels.value?.items.find((one) => one.shipmentId === shipmentId)
  const handOver = async (event: Event) => {
    event.preventDefault()
    setBusy(true)
    setTrouble(undefined)
    try {
      await ask('POST', `${path}/${shipmentId}/hand-over`, { pickupCode: code })
      setDone(true)
    } catch (error) {
      setTrouble(error)
      setCode('')
    }
    setBusy(false)
  }
  if (done)
    return (
      <Screen title={t('workbench.hand_over')}>
        <Done title={t('workbench.handed_over')} />
        <a class="button button-main wide" href="#todo">
          {t('workbench.done')}
        </a>
      </Screen>
    )
  return (
    <Screen title={t('workbench.ask_for_code')}>
      {parcel && (
        <div class="card">
          <ParcelWords parcel={parcel} />
        </div>
      )}
      <Trouble error={trouble} kept={t('workbench.parcel_stays')} />
      <form class="stack" onSubmit={handOver}>
        <NumberEntry
          label={t('workbench.pickup_code')}
          value={code}
          typing={{ most: 6, code: true }}
          change={setCode}
        />
        <button class="button button-main wide" type="submit" disabled={busy || code.length !== 6}>
          {t('workbench.hand_over')}
        </button>
      </form>
    </Screen>
  )
}
