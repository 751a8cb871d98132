import { useState } from 'preact/hooks'
import { yuan } from '../../server/kernel/yuan.ts'
import { Icon } from '../ui/icons.tsx'
import { ask, type OrderView } from './api.ts'
import { useLoaded } from './keep.ts'
import { SampleMark, Screen, Trouble, Waiting } from './parts.tsx'
import { langOf, sayDay, t, tFor } from './say.ts'
import { Settle } from './settle.tsx'

/** One order: what goes to whom, and the one thing to do about it. */
export function OrderScreen({ storeId, orderId }: { storeId: string; orderId: string }) {
  const path = `/api/orders/${storeId}/${orderId}`
  const order = useLoaded(() => ask<OrderView>('GET', path), [path], `order:${orderId}`)
  const view = order.value
  const open = view?.afterSales.find((afterSale) => afterSale.state === 'open')
  const title = open
    ? t('workbench.after_sale')
    : view?.steps.includes('ship')
      ? t('workbench.to_ship_one')
      : t('workbench.order')
  return (
    <Screen title={title}>
      {!view && order.error === undefined && <Waiting />}
      {view && open && <Settle order={view} afterSale={open} settled={order.again} />}
      {view && <Goods order={view} />}
      {view?.steps.includes('ship') && (
        <>
          <a class="button button-main wide" href={`#ship/${storeId}/${orderId}`}>
            <Icon name="truck" /> {t('workbench.ship')}
          </a>
          <Label path={path} />
        </>
      )}
      {view && <Recipient order={view} path={path} />}
      {view && !open && view.steps.includes('ship') === false && <Story order={view} />}
      <Trouble error={order.error} again={order.again} {...(view ? { kept: t('workbench.shown_from_before') } : {})} />
    </Screen>
  )
}

/** Opens the parcel's label, ready to print. */
export function Label({ path }: { path: string }) {
  return (
    <a class="button wide" href={`${path}/label.pdf`} target="_blank" rel="noreferrer">
      <Icon name="print" /> {t('workbench.label')}
    </a>
  )
}

function Goods({ order }: { order: OrderView }) {
  return (
    <section class="card">
      <ul class="lines">
        {order.lines.map((line) => (
          <li key={line.line}>
            <span>
              <strong class="serif" lang={langOf(line.name)}>
                {line.name}
              </strong>{' '}
              <span class="soft" lang={langOf(line.label)}>
                {line.label}
              </span>
            </span>
            <strong class="job-number">×{line.quantity}</strong>
          </li>
        ))}
      </ul>
      <p class="soft tabular">
        {t('workbench.order_total', { total: yuan(order.total), freight: yuan(order.freightAmount) })}
      </p>
      {order.note && (
        <p class="notice">
          <span>
            <strong>{t('workbench.buyer_says')}</strong>
            <span lang={langOf(order.note)}>{order.note}</span>
          </span>
        </p>
      )}
      <p class="soft small tabular">
        {t('workbench.order_number', { number: order.orderNumber })} · {sayDay(order.placedAt)}{' '}
        <SampleMark shown={order.isSample} />
      </p>
    </section>
  )
}

interface Contact {
  recipient: string
  phone: string
  regionName: string
  addressDetail: string
}

function Recipient({ order, path }: { order: OrderView; path: string }) {
  const [contact, setContact] = useState<Contact>()
  const [trouble, setTrouble] = useState<unknown>()
  const reveal = () => {
    setTrouble(undefined)
    ask<Contact>('POST', `${path}/reveal`).then(setContact, setTrouble)
  }
  return (
    <section class="card">
      <p>
        <span class="soft">{t('workbench.to_whom')}</span>
        <br />
        <strong lang={langOf(order.recipient)}>{contact?.recipient ?? order.recipient}</strong>{' '}
        {!contact && <span class="tabular">{order.phone}</span>}
        <br />
        <span lang={langOf(order.regionName)}>
          {contact ? `${contact.regionName} ${contact.addressDetail}` : order.regionName}
        </span>
      </p>
      {contact && (
        <a class="button wide tabular" href={`tel:${contact.phone}`}>
          {contact.phone}
        </a>
      )}
      {!contact && order.steps.includes('reveal') && (
        <button class="button wide" type="button" onClick={reveal}>
          {t('workbench.reveal')}
        </button>
      )}
      {!contact && order.steps.includes('reveal') && <p class="soft small screen-only">{t('workbench.reveal_kept')}</p>}
      <Trouble error={trouble} />
    </section>
  )
}

/** How far the order has come, newest last. */
function Story({ order }: { order: OrderView }) {
  return (
    <section>
      <h2>{tFor(`orders.state.${order.state}`)}</h2>
      <ol class="story">
        {order.timeline.map((step, at) => (
          <li key={`${step.kind}${step.at}`} aria-current={at === order.timeline.length - 1 ? 'step' : undefined}>
            <span class="soft tabular">{sayDay(step.at)}</span>{' '}
            {tFor(`orders.event.${step.kind}`) || tFor(`orders.state.${step.kind}`)}
          </li>
        ))}
      </ol>
    </section>
  )
}
