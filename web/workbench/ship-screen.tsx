import { useState } from 'preact/hooks'
import { Icon } from '../ui/icons.tsx'
import { ask, newKey, type OrderSummary, type OrderView, type Page } from './api.ts'
import { keepValue, kept, useLoaded } from './keep.ts'
import { Keypad } from './keypad.tsx'
import { Label } from './order-screen.tsx'
import { Done, Screen, Trouble, Waiting } from './parts.tsx'
import { type Carrier, useCarriers } from './rows.tsx'
import { either, langOf, t } from './say.ts'

// What a carrier's numbers begin with, so that only digits are left to type.
const beginnings: Record<string, string> = { sf: 'SF', yto: 'YT', jt: 'JT', jd: 'JD' }

interface Started {
  carrier: string
  waybill: string
  /** One key for one sending: a second tap, or a second try after a lost answer, sends once. */
  key: string
}

/** Sends an order: who carries it, then the number on the slip. What was typed outlives a reload. */
export function ShipScreen({ storeId, orderId }: { storeId: string; orderId: string }) {
  const path = `/api/orders/${storeId}/${orderId}`
  const name = `ship:${orderId}`
  const [started, setStarted] = useState<Started | undefined>(() => kept<Started>(name))
  const [shipped, setShipped] = useState(false)
  const carriers = useCarriers()
  const order = useLoaded(() => ask<OrderView>('GET', path), [path], `order:${orderId}`)
  const keep = (next: Started | undefined) => {
    setStarted(next)
    keepValue(name, next)
  }
  const choose = (carrier: Carrier) => {
    keepValue('carrier', carrier.code)
    keep({ carrier: carrier.code, waybill: beginnings[carrier.code] ?? '', key: newKey() })
  }
  const done = () => {
    keepValue(name, undefined)
    setShipped(true)
  }

  if (shipped) return <Shipped storeId={storeId} orderId={orderId} />
  const carrier = carriers.find(({ code }) => code === started?.carrier)
  if (started && carrier)
    return (
      <Waybill started={started} carrier={carrier} keep={keep} path={path} done={done} back={() => keep(undefined)} />
    )
  const last = kept<string>('carrier')
  const sorted = [...carriers].sort((a, b) => Number(b.code === last) - Number(a.code === last))
  const goods = order.value?.lines.map((line) => `${line.name} ${line.label} ×${line.quantity}`).join('、')
  return (
    <Screen title={t('workbench.which_carrier')} back={`#order/${storeId}/${orderId}`}>
      {goods && (
        <p class="lead" lang={langOf(goods)}>
          {goods}
        </p>
      )}
      {carriers.length === 0 && <Waiting />}
      <ul class="picks">
        {sorted.map((one) => (
          <li key={one.code}>
            <button class="button wide" type="button" onClick={() => choose(one)}>
              {either(one.name, one.nameEn)}
              {one.code === last && <span class="badge">{t('workbench.last_time')}</span>}
            </button>
          </li>
        ))}
      </ul>
    </Screen>
  )
}

interface WaybillProps {
  started: Started
  carrier: Carrier
  path: string
  keep: (started: Started) => void
  done: () => void
  back: () => void
}

function Waybill({ started, carrier, path, keep, done, back }: WaybillProps) {
  const [letters, setLetters] = useState(false)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<unknown>()
  const { waybill } = started
  const self = carrier.code === 'self'
  // Another number is another sending; the same one tried twice is the same.
  const change = (text: string) =>
    keep({
      ...started,
      waybill: text
        .replace(/[^0-9a-z]/gi, '')
        .toUpperCase()
        .slice(0, 30),
      key: newKey(),
    })
  const ship = async (event: Event) => {
    event.preventDefault()
    setBusy(true)
    setTrouble(undefined)
    try {
      await ask('POST', `${path}/ship`, { carrier: carrier.code, trackingNumber: self ? '' : waybill }, started.key)
      done()
    } catch (error) {
      setTrouble(error)
    }
    setBusy(false)
  }
  return (
    <Screen title={self ? either(carrier.name, carrier.nameEn) : t('workbench.enter_waybill')} back={back}>
      <form class="stack" onSubmit={ship}>
        {self ? (
          <p class="lead">{t('workbench.self_delivery')}</p>
        ) : (
          <>
            <label class="number number-active">
              <span class="number-label">
                {t('workbench.waybill_of', { carrier: either(carrier.name, carrier.nameEn) })}
              </span>
              <span class="number-value">
                <input
                  class="number-long"
                  inputMode={letters ? 'text' : 'none'}
                  autocomplete="off"
                  autocapitalize="characters"
                  value={waybill}
                  onInput={(event) => change(event.currentTarget.value)}
                />
              </span>
              <span class="number-hint tabular">{waybill.replace(/(.{4})(?=.)/g, '$1 ') || ' '}</span>
            </label>
            {!letters && (
              <Keypad
                corner={{ text: 'ABC', label: t('workbench.letters') }}
                press={(key) => {
                  if (key === 'ABC') {
                    setLetters(true)
                    document.querySelector<HTMLInputElement>('.number-long')?.focus()
                  } else change(key === 'back' ? waybill.slice(0, -1) : waybill + key)
                }}
              />
            )}
          </>
        )}
        <button class="button button-main wide" type="submit" disabled={busy || (!self && waybill.length < 6)}>
          <Icon name="truck" /> {t('workbench.ship')}
        </button>
      </form>
      <Trouble error={trouble} kept={t('workbench.waybill_kept')} />
      <Label path={path} />
    </Screen>
  )
}

/** Sent: on to the next parcel, if one waits. */
function Shipped({ storeId, orderId }: { storeId: string; orderId: string }) {
  const path = `/api/stores/${storeId}/orders?state=paid&limit=50`
  const waiting = useLoaded(() => ask<Page<OrderSummary>>('GET', path), [path])
  const rest = waiting.value?.items.filter((order) => order.orderId !== orderId) ?? []
  const next = rest.at(-1)
  return (
    <Screen title={t('workbench.ship')} back="#todo">
      <Done title={t('workbench.shipped')}>
        <p>{t('workbench.shipped_hint')}</p>
      </Done>
      {next && (
        <a class="button button-main wide" href={`#order/${storeId}/${next.orderId}`}>
          {t('workbench.next_order', { count: rest.length })}
        </a>
      )}
      <a class={next ? 'button wide' : 'button button-main wide'} href="#todo">
        {t('workbench.done')}
      </a>
    </Screen>
  )
}
