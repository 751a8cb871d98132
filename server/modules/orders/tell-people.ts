import type { Tx } from '../../kernel/db.ts'
import { when, whenMany } from '../../kernel/events.ts'
import { yuan } from '../../kernel/money.ts'
import { peopleWithDuty } from '../accounts/index.ts'
import { countyCodeOf } from '../divisions/index.ts'
import { notify } from '../notices/index.ts'
import { afterSaleDecided, afterSaleDisputed, afterSaleOpened, orderPaid, orderShipped } from './events.ts'

// One message per store and batch: a rush of orders must not bury a farmer's phone.
whenMany(orderPaid, 'orders.tell_store', async (tx, paid) => {
  for (const storeId of new Set(paid.map((order) => order.storeId))) {
    const orders = paid.filter((order) => order.storeId === storeId)
    const total = orders.reduce((amount, order) => amount + order.total, 0)
    await notify(tx, {
      accountIds: await peopleOf(tx, storeId),
      key: 'orders.notice_paid',
      params: { count: orders.length, total: yuan(total) },
      path: '/workbench/orders',
    })
  }
})

when(orderShipped, 'orders.tell_buyer', async (tx, { storeId, orderId, orderNumber, buyerAccountId }) => {
  if (!buyerAccountId) return
  await notify(tx, {
    accountIds: [buyerAccountId],
    key: 'orders.notice_shipped',
    params: { orderNumber },
    path: `/orders/${storeId}/${orderId}`,
  })
})

when(afterSaleOpened, 'orders.tell_store_of_request', async (tx, { storeId, orderNumber }) => {
  await notify(tx, {
    accountIds: await peopleOf(tx, storeId),
    key: 'orders.notice_after_sale_opened',
    params: { orderNumber },
    path: '/workbench/orders',
  })
})

when(
  afterSaleDecided,
  'orders.tell_buyer_of_decision',
  async (tx, { storeId, orderId, orderNumber, buyerAccountId, accepted, amount }) => {
    if (!buyerAccountId) return
    await notify(tx, {
      accountIds: [buyerAccountId],
      key: accepted ? 'orders.notice_after_sale_accepted' : 'orders.notice_after_sale_refused',
      params: { orderNumber, amount: yuan(amount) },
      path: `/orders/${storeId}/${orderId}`,
    })
  },
)

when(afterSaleDisputed, 'orders.tell_county', async (tx, { storeId, orderId, villageCode, orderNumber }) => {
  await notify(tx, {
    accountIds: await peopleWithDuty(tx, 'officer', { divisionCode: countyCodeOf(villageCode) }),
    key: 'orders.notice_disputed',
    params: { orderNumber },
    path: `/evidence/orders/${storeId}/${orderId}`,
  })
})

async function peopleOf(tx: Tx, storeId: string): Promise<string[]> {
  const [owners, staff] = await Promise.all([
    peopleWithDuty(tx, 'store_owner', { storeId }),
    peopleWithDuty(tx, 'store_staff', { storeId }),
  ])
  return [...new Set([...owners, ...staff])]
}
