import Type from 'typebox'
import type { App, Routes } from '../../server/kernel/http.ts'
import {
  addToBasket,
  basketOf,
  cancelOrder,
  countFinding,
  findOrder,
  orderPage,
  ordersOfBuyer,
  payAgain,
  placeOrderOnce,
  receiveOrder,
  setBasketAddress,
  setBasketLine,
} from '../../server/modules/orders/index.ts'
import { callbackUrl, startPayment } from '../../server/modules/payments/index.ts'
import { paths } from '../paths.ts'
import { BasketPage, CheckoutPage, FindOrderPage, OrderPage, OrdersPage } from './pages/buy.tsx'
import { sendPage } from './send-page.ts'
import { newFormKey, regionsOf } from './serve.tsx'

const config = { who: 'buyer', face: 'market' } as const
const Id = Type.String({ format: 'uuid' })
const field = (maxLength: number) => Type.Optional(Type.String({ maxLength }))
const OfStore = Type.Object({ storeId: Id })
const OfOrder = Type.Object({ storeId: Id, orderId: Id })
const hide = { hide: true }

/** Basket, checkout and orders as forms that work without script: every post ends in a redirect. */
export const buyPages: Routes = async (app) => {
  app.get('/basket', { config, schema: hide }, async (request, reply) =>
    sendPage(reply, <BasketPage request={request} basket={await basketOf(app.db, request.actor)} />),
  )
  app.post(
    '/basket/lines',
    {
      config,
      schema: { ...hide, body: Type.Object({ skuId: Id, quantity: Type.String({ pattern: '^[0-9]{1,3}$' }) }) },
    },
    async (request, reply) => {
      const { skuId, quantity } = request.body
      await app.transact((tx) => addToBasket(tx, request.actor, { skuId, quantity: atLeastOne(quantity) }))
      return reply.redirect(paths.basket(), 303)
    },
  )
  app.post(
    '/basket/change',
    {
      config,
      schema: {
        ...hide,
        body: Type.Object({ skuId: Id, quantity: Type.String({ pattern: '^[0-9]{1,3}$' }), remove: field(1) }),
      },
    },
    async (request, reply) => {
      const { skuId, quantity, remove } = request.body
      await app.transact((tx) =>
        setBasketLine(tx, request.actor, { skuId, quantity: remove ? 0 : atLeastOne(quantity) }),
      )
      return reply.redirect(paths.basket(), 303)
    },
  )
  await app.register(checkoutPages)
  await app.register(orderPages)
}

const checkoutPages: Routes = async (app) => {
  app.get('/checkout/:storeId', { config, schema: { ...hide, params: OfStore } }, async (request, reply) => {
    const basket = await basketOf(app.db, request.actor)
    const store = basket.stores.find(({ storeId }) => storeId === request.params.storeId)
    if (!store) return reply.redirect(paths.basket(), 303)
    return sendPage(
      reply,
      <CheckoutPage
        request={request}
        basket={basket}
        store={store}
        regions={await regionsOf(app.db)}
        formKey={newFormKey()}
      />,
    )
  })
  const AddressForm = Type.Object({
    recipient: Type.String({ minLength: 1, maxLength: 30 }),
    phone: Type.String({ pattern: '^1[3-9][0-9]{9}$' }),
    regionCode: Type.String({ pattern: '^([0-9]{6}|[0-9]{12})$' }),
    detail: Type.String({ minLength: 2, maxLength: 120 }),
  })
  app.post(
    '/checkout/:storeId/address',
    { config, schema: { ...hide, params: OfStore, body: AddressForm } },
    async (request, reply) => {
      await app.transact((tx) => setBasketAddress(tx, request.actor, request.body))
      return reply.redirect(paths.checkout(request.params.storeId), 303)
    },
  )
  const OrderForm = Type.Object({
    key: Type.String({ minLength: 8, maxLength: 100 }),
    expectedTotal: Type.String({ pattern: '^[0-9]{1,12}$' }),
    note: field(200),
    confirmedExempt: field(5),
    channel: Type.Enum(['wechat', 'alipay']),
  })
  app.post(
    '/checkout/:storeId',
    { config, schema: { ...hide, params: OfStore, body: OrderForm } },
    async (request, reply) => {
      const { key, expectedTotal, note, confirmedExempt, channel } = request.body
      const placed = await app.transact((tx) =>
        placeOrderOnce(tx, request.actor, key, {
          storeId: request.params.storeId,
          method: 'express',
          channel,
          expectedTotal: Number(expectedTotal),
          ...(note ? { note } : {}),
          ...(confirmedExempt ? { confirmedExempt: true } : {}),
        }),
      )
      return reply.redirect(await payAt(app, placed.intentId), 303)
    },
  )
}

const orderPages: Routes = async (app) => {
  app.get('/orders', { config, schema: hide }, async (request, reply) => {
    const { items } = await ordersOfBuyer(app.db, request.actor, { limit: 50 })
    return sendPage(reply, <OrdersPage request={request} orders={items} />)
  })
  app.get('/orders/find', { config, schema: hide }, (request, reply) =>
    sendPage(reply, <FindOrderPage request={request} />),
  )
  const Find = Type.Object({
    orderNumber: Type.String({ pattern: '^[0-9]{20}$' }),
    phone: Type.String({ pattern: '^1[3-9][0-9]{9}$' }),
  })
  app.post('/orders/find', { config, schema: { ...hide, body: Find } }, async (request, reply) => {
    await countFinding(app, { ip: request.ip, orderNumber: request.body.orderNumber })
    const found = await app.transact((tx) => findOrder(tx, request.actor, request.body))
    return reply.redirect(paths.order(found.storeId, found.orderId), 303)
  })
  app.get('/orders/:storeId/:orderId', { config, schema: { ...hide, params: OfOrder } }, async (request, reply) => {
    const { storeId, orderId } = request.params
    return sendPage(
      reply,
      <OrderPage request={request} order={await orderPage(app.db, request.actor, storeId, orderId)} />,
    )
  })
  app.post(
    '/orders/:storeId/:orderId/pay',
    { config, schema: { ...hide, params: OfOrder } },
    async (request, reply) => {
      const { intentId } = await app.transact((tx) =>
        payAgain(tx, request.actor, request.params, { channel: 'wechat' }),
      )
      return reply.redirect(await payAt(app, intentId), 303)
    },
  )
  app.post(
    '/orders/:storeId/:orderId/cancel',
    { config, schema: { ...hide, params: OfOrder } },
    async (request, reply) => {
      await app.transact((tx) => cancelOrder(tx, request.actor, request.params))
      return reply.redirect(paths.order(request.params.storeId, request.params.orderId), 303)
    },
  )
  app.post(
    '/orders/:storeId/:orderId/receive',
    { config, schema: { ...hide, params: OfOrder } },
    async (request, reply) => {
      await app.transact((tx) => receiveOrder(tx, request.actor, request.params))
      return reply.redirect(paths.order(request.params.storeId, request.params.orderId), 303)
    },
  )
}

async function payAt(app: App, intentId: string): Promise<string> {
  return (await startPayment(app.db, intentId, { notifyUrl: callbackUrl(app) })).redirectUrl
}

const atLeastOne = (quantity: string) => Math.max(1, Number(quantity))
