import Type from 'typebox'
import type { Actor } from '../../server/kernel/actor.ts'
import type { Tx } from '../../server/kernel/db.ts'
import { Refusal } from '../../server/kernel/errors.ts'
import type { App, Routes } from '../../server/kernel/http.ts'
import { once } from '../../server/kernel/once.ts'
import { Phone } from '../../server/modules/accounts/index.ts'
import { shipmentOf } from '../../server/modules/logistics/index.ts'
import {
  cancelOrder,
  countFinding,
  disputeAfterSale,
  findOrder,
  type OrderView,
  orderPage,
  ordersOfBuyer,
  payAgain,
  receiveOrder,
  withdrawAfterSale,
} from '../../server/modules/orders/index.ts'
import { Channel, payAt, paymentsOf } from '../../server/modules/payments/index.ts'
import { requireStation } from '../../server/modules/stations/index.ts'
import { paths } from '../paths.ts'
import { OrderPage } from './pages/order.tsx'
import { FindOrderPage, OrdersPage } from './pages/orders.tsx'
import { picturesFor } from './parts/lines.tsx'
import { sendPage } from './send-page.ts'

const config = { who: 'buyer', face: 'market' } as const
const hide = { hide: true }
const Id = Type.String({ format: 'uuid' })
const OfOrder = Type.Object({ storeId: Id, orderId: Id })
const ordersShown = 20

/** What a buyer has ordered, and what can still be done about it. */
export const orderPages: Routes = async (app) => {
  const Paged = Type.Object({ cursor: Type.Optional(Type.String({ maxLength: 200 })) })
  app.get('/orders', { config, schema: { ...hide, querystring: Paged } }, async (request, reply) => {
    const { cursor } = request.query
    const page = await ordersOfBuyer(app.db, request.actor, { limit: ordersShown, ...(cursor ? { cursor } : {}) })
    const pictures = await picturesFor(
      app.db,
      page.items.map((order) => ({ productId: order.firstProductId, name: order.firstName })),
    )
    return sendPage(reply, <OrdersPage request={request} page={page} pictures={pictures} cursor={cursor} />)
  })
  app.get('/orders/find', { config, schema: hide }, (request, reply) =>
    sendPage(reply, <FindOrderPage request={request} />),
  )
  const Find = Type.Object({
    orderNumber: Type.String({ pattern: '^[0-9]{20}$' }),
    phone: Phone,
  })
  app.post('/orders/find', { config, schema: { ...hide, body: Find } }, async (request, reply) => {
    await countFinding(app, { ip: request.ip, orderNumber: request.body.orderNumber })
    const found = await app
      .transact((tx) => findOrder(tx, request.actor, request.body))
      .catch((error) => {
        if (error instanceof Refusal && error.status === 404) return undefined
        throw error
      })
    if (!found) return sendPage(reply, <FindOrderPage request={request} entered={request.body} />, 404)
    return reply.redirect(paths.order(found.storeId, found.orderId), 303)
  })
  app.get('/orders/:storeId/:orderId', { config, schema: { ...hide, params: OfOrder } }, async (request, reply) => {
    const { storeId, orderId } = request.params
    const order = await orderPage(app.db, request.actor, storeId, orderId)
    return sendPage(reply, <OrderPage request={request} order={order} {...(await besides(app, order))} />)
  })
  await app.register(orderSteps)
}

/** What other rooms know of an order: its parcel, its station, how it was to be paid. */
async function besides(app: App, order: OrderView) {
  const [pictures, parcel, station, { payments }] = await Promise.all([
    picturesFor(app.db, order.lines),
    shipmentOf(app.db, order.orderId),
    order.stationId ? requireStation(app.db, order.stationId) : undefined,
    paymentsOf(app.db, order.orderId),
  ])
  const moneyArrived = payments.some((payment) => payment.state === 'captured')
  return { pictures, parcel, station, channel: payments.at(-1)?.channel, moneyArrived }
}

const orderSteps: Routes = async (app) => {
  const schema = { ...hide, params: OfOrder }
  const Pay = Type.Object({ channel: Channel })
  app.post('/orders/:storeId/:orderId/pay', { config, schema: { ...schema, body: Pay } }, async (request, reply) => {
    const { intentId } = await app.transact((tx) => payAgain(tx, request.actor, request.params, request.body))
    const { storeId, orderId } = request.params
    return reply.redirect((await payAt(app, { intentId })) ?? paths.order(storeId, orderId), 303)
  })
  app.post('/orders/:storeId/:orderId/cancel', { config, schema }, async (request, reply) => {
    await oncePerOrder(app, request, 'cancel', (tx) => cancelOrder(tx, request.actor, request.params))
    return reply.redirect(paths.order(request.params.storeId, request.params.orderId), 303)
  })
  app.post('/orders/:storeId/:orderId/receive', { config, schema }, async (request, reply) => {
    await oncePerOrder(app, request, 'receive', (tx) => receiveOrder(tx, request.actor, request.params))
    return reply.redirect(paths.order(request.params.storeId, request.params.orderId), 303)
  })
  const OfRequest = Type.Object({ storeId: Id, orderId: Id, id: Id })
  const ofRequest = { ...hide, params: OfRequest }
  const here = '/orders/:storeId/:orderId/after-sales/:id'
  app.post(`${here}/withdraw`, { config, schema: ofRequest }, async (request, reply) => {
    await app.transact((tx) => withdrawAfterSale(tx, request.actor, request.params.id))
    return reply.redirect(paths.order(request.params.storeId, request.params.orderId), 303)
  })
  app.post(`${here}/dispute`, { config, schema: ofRequest }, async (request, reply) => {
    await app.transact((tx) => disputeAfterSale(tx, request.actor, request.params.id))
    return reply.redirect(paths.order(request.params.storeId, request.params.orderId), 303)
  })
}

/** A form sent twice, by a double tap or a slow line, does once what an order can undergo only once. */
async function oncePerOrder(
  app: App,
  { actor, params }: { actor: Actor; params: { orderId: string } },
  step: string,
  work: (tx: Tx) => Promise<void>,
): Promise<void> {
  const asked = { key: `${step}/${params.orderId}`, actor, request: params }
  await once(app.db, asked, async (tx) => {
    await work(tx)
    return {}
  })
}
