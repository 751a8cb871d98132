import Type from 'typebox'
import { keyOf, type Routes } from '../../kernel/http.ts'
import { once } from '../../kernel/once.ts'
import { payAt } from '../payments/index.ts'
import { afterSaleRoutes } from './after-sale-routes.ts'
import { basketRoutes } from './basket-routes.ts'
import { cancelOrder } from './cancel-order.ts'
import { evidenceRoutes } from './evidence-routes.ts'
import { countFinding, findOrder } from './find-order.ts'
import { ordersOfBuyer, ordersOfStore, waitingOf } from './list-orders.ts'
import { orderPage, revealContact } from './order-page.ts'
import { payAgain } from './pay-again.ts'
import { placeOrderOnce } from './place-order.ts'
import { receiveOrder } from './receive-order.ts'
import {
  CancelOrder,
  Contact,
  FindOrder,
  OrderKey,
  OrderSummaries,
  OrderView,
  PayAgain,
  PlacedOrder,
  PlaceOrder,
  ShipOrder,
} from './shapes.ts'
import { shipOrder } from './ship-order.ts'
import { orderStates } from './steps.ts'

const tags = ['orders']
const face = 'market'
const paging = {
  cursor: Type.Optional(Type.String({ maxLength: 200 })),
  limit: Type.Integer({ minimum: 1, maximum: 50, default: 20 }),
}
const Store = Type.Object({ id: Type.String({ format: 'uuid' }) })

/** Orders over HTTP. Everything that moves money or stock takes an Idempotency-Key. */
export const routes: Routes = async (app) => {
  await app.register(basketRoutes)
  await app.register(afterSaleRoutes)
  await app.register(evidenceRoutes)

  app.post(
    '/api/orders',
    {
      config: { who: 'buyer', face, keyed: true },
      schema: {
        tags,
        summary:
          'Order what the basket holds of one store, and learn where to pay; a repeat of a paid order need not pay',
        body: PlaceOrder,
        response: {
          201: Type.Object({ ...PlacedOrder.properties, redirectUrl: Type.Union([Type.String(), Type.Null()]) }),
        },
      },
    },
    async (request, reply) => {
      const key = keyOf(request)
      const { opened, ...placed } = await placeOrderOnce(app.db, request.actor, key, request.body)
      // The provider is asked once the order is sure.
      const redirectUrl = (await payAt(app, { intentId: placed.intentId, opened })) ?? null
      return reply.code(201).send({ ...placed, redirectUrl })
    },
  )
  app.get(
    '/api/orders',
    {
      config: { who: 'buyer', face },
      schema: {
        tags,
        summary: "The buyer's own orders, newest first",
        querystring: Type.Object(paging),
        response: { 200: OrderSummaries },
      },
    },
    (request) => ordersOfBuyer(app.db, request.actor, request.query),
  )
  app.post(
    '/api/orders/find',
    {
      config: { who: 'buyer', face },
      schema: {
        tags,
        summary: "Find a guest's order by number and phone",
        body: FindOrder,
        response: { 200: OrderView },
      },
    },
    async (request) => {
      await countFinding(app, { ip: request.ip, orderNumber: request.body.orderNumber })
      const { storeId, orderId } = await app.transact((tx) => findOrder(tx, request.actor, request.body))
      return orderPage(app.db, request.actor, storeId, orderId)
    },
  )
  app.get(
    '/api/orders/:storeId/:orderId',
    {
      config: { who: 'buyer', face },
      schema: { tags, summary: 'One order, as the reader may see it', params: OrderKey, response: { 200: OrderView } },
    },
    (request) => orderPage(app.db, request.actor, request.params.storeId, request.params.orderId),
  )
  app.post(
    '/api/orders/:storeId/:orderId/pay',
    {
      config: { who: 'buyer', face },
      schema: {
        tags,
        summary: 'Another payment for an order that is not paid yet: the open one of this channel, or a new one',
        params: OrderKey,
        body: PayAgain,
        response: { 200: Type.Object({ intentId: Type.String({ format: 'uuid' }) }) },
      },
    },
    (request) => app.transact((tx) => payAgain(tx, request.actor, request.params, request.body)),
  )
  app.post(
    '/api/orders/:storeId/:orderId/cancel',
    {
      config: { who: 'buyer', face, keyed: true },
      schema: {
        tags,
        summary: 'Cancel before sending; paid money goes back',
        params: OrderKey,
        body: CancelOrder,
        response: { 200: OrderView },
      },
    },
    async (request) => {
      const { actor, params, body } = request
      const key = keyOf(request)
      await once(app.db, { key, actor, request: { cancel: params, body } }, async (tx) => {
        await cancelOrder(tx, actor, params, body)
        return {}
      })
      return orderPage(app.db, actor, params.storeId, params.orderId)
    },
  )
  app.post(
    '/api/orders/:storeId/:orderId/ship',
    {
      config: { who: ['store_owner', 'store_staff', 'merchant_owner', 'station_operator'], face, keyed: true },
      schema: {
        tags,
        summary: 'Send the goods',
        params: OrderKey,
        body: ShipOrder,
        response: { 200: Type.Object({ receiveBefore: Type.String() }) },
      },
    },
    async (request) => {
      const { actor, params, body } = request
      const key = keyOf(request)
      return once(app.db, { key, actor, request: { ship: params, body } }, (tx) => shipOrder(tx, actor, params, body))
    },
  )
  app.post(
    '/api/orders/:storeId/:orderId/receive',
    {
      config: { who: 'buyer', face, keyed: true },
      schema: { tags, summary: 'The goods are here', params: OrderKey, response: { 200: OrderView } },
    },
    async (request) => {
      const { actor, params } = request
      const key = keyOf(request)
      await once(app.db, { key, actor, request: { receive: params } }, async (tx) => {
        await receiveOrder(tx, actor, params)
        return {}
      })
      return orderPage(app.db, actor, params.storeId, params.orderId)
    },
  )
  app.post(
    '/api/orders/:storeId/:orderId/reveal',
    {
      config: { who: ['store_owner', 'store_staff', 'merchant_owner', 'station_operator'], face },
      schema: {
        tags,
        summary: 'Name, phone and address in full, for sending; every look is kept',
        params: OrderKey,
        response: { 200: Contact },
      },
    },
    (request) => app.transact((tx) => revealContact(tx, request.actor, request.params)),
  )
  app.get(
    '/api/stores/:id/orders',
    {
      config: { who: 'signed_in', face },
      schema: {
        tags,
        summary: "A store's orders, newest first",
        params: Store,
        querystring: Type.Object({
          ...paging,
          state: Type.Optional(Type.Enum(orderStates)),
          afterSale: Type.Optional(Type.Literal('open', { description: 'Only those whose buyer waits for an answer' })),
        }),
        response: { 200: OrderSummaries },
      },
    },
    (request) => ordersOfStore(app.db, request.actor, { storeId: request.params.id, ...request.query }),
  )
  app.get(
    '/api/stores/:id/orders/waiting',
    {
      config: { who: 'signed_in', face },
      schema: {
        tags,
        summary: 'How many orders wait to be sent and how many requests to be answered; at most 1,000 of each',
        params: Store,
        response: { 200: Type.Object({ paid: Type.Integer(), afterSales: Type.Integer() }) },
      },
    },
    (request) => waitingOf(app.db, request.actor, request.params.id),
  )
}
