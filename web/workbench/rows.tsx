import { useState } from 'preact/hooks'
import { yuan } from '../../server/kernel/yuan.ts'
import { Icon } from '../ui/icons.tsx'
import { ask, type Parcel, type Product } from './api.ts'
import type { StationParcel } from './find-work.ts'
import { useLoaded } from './keep.ts'
import { SampleMark, Trouble } from './parts.tsx'
import { ProductPicture } from './product-picture.tsx'
import { either, langOf, sayDay, t } from './say.ts'
import { publish } from './send-draft.ts'

/** Goods that wait for the store's word: one tap puts them on sale, one tap takes them off again. */
export function ConfirmRow({ product }: { product: Product }) {
  const [state, setState] = useState<'waiting' | 'busy' | 'published'>('waiting')
  const [trouble, setTrouble] = useState<unknown>()
  const attempt = (work: () => Promise<unknown>, then: 'published' | 'waiting') => async () => {
    const before = state
    setState('busy')
    setTrouble(undefined)
    try {
      await work()
      setState(then)
    } catch (error) {
      setState(before)
      setTrouble(error)
    }
  }
  const [sku] = product.skus
  return (
    <li class="job-with-deed">
      <a class="job" href={`#product/${product.id}`}>
        <ProductPicture product={product} />
        <span class="job-words">
          <strong class="serif" lang={langOf(product.name)}>
            {product.name}
          </strong>
          <span class="soft">
            <span lang={langOf(sku?.label ?? '')}>{sku?.label}</span> {sku && yuan(sku.price)}
          </span>
          <SampleMark shown={product.isSample} />
        </span>
        <Icon name="next" />
      </a>
      {state === 'published' ? (
        <p class="deed-done" role="status">
          <Icon name="check" /> {t('workbench.on_sale')}
          <button
            class="button"
            type="button"
            onClick={attempt(() => ask('POST', `/api/products/${product.id}/withdraw`, {}), 'waiting')}
          >
            {t('workbench.undo')}
          </button>
        </p>
      ) : (
        <button
          class="button button-leaf deed"
          type="button"
          disabled={state === 'busy'}
          onClick={attempt(() => publish(product.id), 'published')}
        >
          {t('workbench.put_up')}{' '}
          <span class="only-read-aloud" lang={langOf(product.name)}>
            {product.name}
          </span>
        </button>
      )}
      <Trouble error={trouble} />
    </li>
  )
}

/** A parcel on its way to the station: it lies here now. */
export function ArriveRow({ parcel, arrived }: { parcel: StationParcel; arrived: () => void }) {
  const [sure, setSure] = useState(false)
  const [trouble, setTrouble] = useState<unknown>()
  // The buyer is told at once and cannot be untold, so the second tap is the deed.
  const arrive = () => {
    if (!sure) return setSure(true)
    ask('POST', `/api/stations/${parcel.stationId}/parcels/${parcel.shipmentId}/arrive`).then(arrived, (error) => {
      setSure(false)
      setTrouble(error)
    })
  }
  return (
    <li class="job-with-deed">
      <div class="job">
        <ParcelWords parcel={parcel} />
      </div>
      <button class="button button-leaf deed" type="button" onClick={arrive}>
        {t(sure ? 'workbench.arrive_sure' : 'workbench.arrive')}
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

/** A parcel whose buyer comes with a code. */
export function HandOverRow({ parcel }: { parcel: StationParcel }) {
  return (
    <li>
      <a class="job" href={`#hand-over/${parcel.stationId}/${parcel.shipmentId}`}>
        <ParcelWords parcel={parcel} />
        <Icon name="next" />
      </a>
    </li>
  )
}

/** A parcel by what stands on it: carrier and the last digits of its number. */
export function ParcelWords({ parcel }: { parcel: Parcel }) {
  const carriers = useCarriers()
  const carrier = carriers.find(({ code }) => code === parcel.carrier)
  const since = parcel.arrivedAt ?? parcel.shippedAt
  return (
    <span class="job-words">
      <strong class="tabular">
        {carrier ? either(carrier.name, carrier.nameEn) : parcel.carrier}{' '}
        {parcel.trackingNumber ? t('workbench.ends_in', { digits: parcel.trackingNumber.slice(-4) }) : ''}
      </strong>
      {since && (
        <span class="soft">
          {t(parcel.arrivedAt ? 'workbench.arrived_on' : 'workbench.shipped_on', { day: sayDay(since) })}
        </span>
      )}
    </span>
  )
}

export interface Carrier {
  code: string
  name: string
  nameEn: string
}

/** Who carries parcels. */
export function useCarriers(): Carrier[] {
  return useLoaded(() => ask<Carrier[]>('GET', '/api/carriers'), [], 'carriers').value ?? []
}
