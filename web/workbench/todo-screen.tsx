import { useEffect, useState } from 'preact/hooks'
import { ask, type Me, type OrderSummary } from './api.ts'
import { t } from './say.ts'

/** What to do now, largest first. */
export function TodoScreen({ me, storeId, signedOut }: { me: Me; storeId?: string; signedOut: () => void }) {
  const [orders, setOrders] = useState<OrderSummary[]>([])
  const [note, setNote] = useState('')
  useEffect(() => {
    if (!storeId) return
    ask<{ items: OrderSummary[] }>('GET', `/api/stores/${storeId}/orders?limit=50`)
      .then(({ items }) => setOrders(items.filter((order) => order.state === 'paid' || order.openAfterSaleId)))
      .catch((error: Error) => setNote(error.message))
  }, [storeId])
  const mayList = me.duties.some((duty) => duty.role === 'merchant_owner' || duty.role === 'station_operator')
  const toShip = orders.filter((order) => order.state === 'paid')
  const disputed = orders.filter((order) => order.openAfterSaleId)

  return (
    <>
      <h1>{t('workbench.to_do')}</h1>
      {!storeId && !mayList && <p>{t('workbench.no_duty')}</p>}
      {disputed.length > 0 && <h2>{t('workbench.after_sales', { count: disputed.length })}</h2>}
      <OrderList orders={disputed} />
      {toShip.length > 0 && <h2>{t('workbench.to_ship', { count: toShip.length })}</h2>}
      <OrderList orders={toShip} />
      {storeId && orders.length === 0 && <p class="soft">{note || t('workbench.nothing')}</p>}
      <nav class="verbs">
        {mayList && (
          <a class="button button-main wide" href="#sell">
            {t('workbench.sell')}
          </a>
        )}
        {storeId && (
          <a class="button wide" href="#money">
            {t('workbench.money')}
          </a>
        )}
        <button
          class="button button-quiet wide"
          type="button"
          onClick={() => ask('POST', '/api/auth/sign-out').then(signedOut)}
        >
          {t('workbench.sign_out')}
        </button>
      </nav>
    </>
  )
}

function OrderList({ orders }: { orders: OrderSummary[] }) {
  return (
    <ul class="jobs">
      {orders.map((order) => (
        <li key={order.orderId}>
          <a href={`#order/${order.storeId}/${order.orderId}`}>
            <strong>
              {order.firstName} {order.firstLabel} × {order.pieces}
            </strong>
            <span>
              {order.recipient} {order.regionName}
              {order.isSample && <span class="sample-mark">{t('kernel.sample')}</span>}
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}
