import { systemActor } from '../../kernel/actor.ts'
import { when } from '../../kernel/events.ts'
import { parcelArrived, parcelHandedOver } from '../logistics/index.ts'
import { notify } from '../notices/index.ts'
import { completeOrders } from './complete-orders.ts'
import { markReceived } from './receive-order.ts'
import { lockOrder } from './require-order.ts'
import { orderSteps } from './steps.ts'
import { writeEvent } from './write-event.ts'

/** The parcel waits at the station: its buyer is told the code. Guests read it on the order's page. */
when(parcelArrived, 'orders.follow_arrival', async (tx, { storeId, orderId, pickupCode }) => {
  const { order } = await lockOrder(tx, systemActor, { storeId, orderId })
  await writeEvent(tx, systemActor, { storeId, orderId }, 'arrived')
  if (!order.buyerAccountId) return
  await notify(tx, {
    accountIds: [order.buyerAccountId],
    key: 'orders.notice_arrived',
    params: { orderNumber: order.orderNumber, pickupCode },
    path: `/orders/${storeId}/${orderId}`,
  })
})

/** The station handed the parcel over against the code: the goods are with the buyer. */
when(parcelHandedOver, 'orders.follow_hand_over', async (tx, { storeId, orderId }) => {
  const { order } = await lockOrder(tx, systemActor, { storeId, orderId })
  if (!orderSteps.receive.from.some((state) => state === order.state)) return
  await markReceived(tx, systemActor, { storeId, orderId }, 'handedOver')
  await completeOrders(tx, [{ storeId, orderId }])
})
