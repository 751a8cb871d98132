import { useEffect, useState } from 'preact/hooks'
import { yuan } from '../../server/kernel/yuan.ts'
import { type AfterSale, ask, type OrderView } from './api.ts'
import { t } from './say.ts'

interface Carrier {
  code: string
  name: string
}

/** One order: print its label, send it, or settle what arrived damaged. */
export function OrderScreen({ storeId, orderId }: { storeId: string; orderId: string }) {
  const [order, setOrder] = useState<OrderView>()
  const [note, setNote] = useState('')
  const path = `/api/orders/${storeId}/${orderId}`
  const load = () => ask<OrderView>('GET', path).then(setOrder, (error: Error) => setNote(error.message))
  useEffect(() => {
    load()
  }, [path])
  const open = order?.afterSales.find((afterSale) => afterSale.state === 'open')
  return (
    <>
      <a class="button button-quiet" href="#todo">
        {t('workbench.back')}
      </a>
      {order && (
        <>
          <h1>{order.orderNumber}</h1>
          <ul class="lines">
            {order.lines.map((line) => (
              <li key={line.line}>
                {line.name} {line.label} × {line.quantity}
              </li>
            ))}
          </ul>
          <p>
            {order.recipient} {order.phone} {order.regionName}
          </p>
          {order.note && <p>{order.note}</p>}
          {order.state === 'paid' && <Ship path={path} shipped={load} />}
          {open && <Settle afterSale={open} settled={load} />}
          {order.state !== 'paid' && !open && <p role="status">{t('workbench.done')}</p>}
        </>
      )}
      <p role="alert">{note}</p>
    </>
  )
}

function Ship({ path, shipped }: { path: string; shipped: () => void }) {
  const [carriers, setCarriers] = useState<Carrier[]>([])
  const [note, setNote] = useState('')
  const [key] = useState(() => crypto.randomUUID())
  useEffect(() => {
    ask<Carrier[]>('GET', '/api/carriers').then(setCarriers, () => {})
  }, [])
  const ship = (event: SubmitEvent) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget as HTMLFormElement)
    ask(
      'POST',
      `${path}/ship`,
      { carrier: form.get('carrier'), trackingNumber: String(form.get('waybill')).trim() },
      key,
    ).then(shipped, (error: Error) => setNote(error.message))
  }
  return (
    <form onSubmit={ship}>
      <a class="button wide" href={`${path}/label.pdf`} target="_blank" rel="noreferrer">
        {t('workbench.label')}
      </a>
      <label>
        {t('workbench.carrier')}
        <select class="input" name="carrier">
          {carriers.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('workbench.waybill')}
        <input class="input" name="waybill" autocomplete="off" required minLength={6} maxLength={32} />
      </label>
      <button class="button button-main wide" type="submit">
        {t('workbench.ship')}
      </button>
      <p role="alert">{note}</p>
    </form>
  )
}

function Settle({ afterSale, settled }: { afterSale: AfterSale; settled: () => void }) {
  const [sure, setSure] = useState(false)
  const [reason, setReason] = useState('')
  const [note, setNote] = useState('')
  const [key] = useState(() => crypto.randomUUID())
  const decide = (body: object) =>
    ask('POST', `/api/after-sales/${afterSale.id}/decide`, body, key).then(settled, (error: Error) =>
      setNote(error.message),
    )
  return (
    <section>
      <p>{afterSale.description}</p>
      {afterSale.photos.map((photo) => (
        <img key={photo} class="evidence" src={`/api/photos/${photo}/800.webp`} alt="" />
      ))}
      <button
        class="button button-main wide"
        type="button"
        onClick={() => (sure ? decide({ decision: 'accept' }) : setSure(true))}
      >
        {t(sure ? 'workbench.refund_sure' : 'workbench.refund', { amount: yuan(afterSale.suggestedAmount) })}
      </button>
      <label>
        {t('workbench.reason')}
        <input class="input" value={reason} maxLength={200} onInput={(event) => setReason(event.currentTarget.value)} />
      </label>
      <button
        class="button wide"
        type="button"
        disabled={!reason}
        onClick={() => decide({ decision: 'refuse', reason })}
      >
        {t('workbench.refuse')}
      </button>
      <p role="alert">{note}</p>
    </section>
  )
}
