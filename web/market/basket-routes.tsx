import Type from 'typebox'
import type { Routes } from '../../server/kernel/http.ts'
import { addToBasket, basketOf, setBasketLine } from '../../server/modules/orders/index.ts'
import { paths } from '../paths.ts'
import { countBasket } from './basket-cookie.ts'
import { BasketPage } from './pages/basket.tsx'
import { picturesFor } from './parts/lines.tsx'
import { sendPage } from './send-page.ts'

const config = { who: 'buyer', face: 'market' } as const
const hide = { hide: true }
const Quantity = Type.String({ pattern: '^[0-9]{1,3}$' })
const Id = Type.String({ format: 'uuid' })

/** The basket as forms that work without script: every post ends in a redirect. */
export const basketPages: Routes = async (app) => {
  app.get('/basket', { config, schema: hide }, async (request, reply) => {
    const basket = await basketOf(app.db, request.actor)
    countBasket(request, reply, basket)
    const pictures = await picturesFor(
      app.db,
      basket.stores.flatMap(({ lines }) => lines),
    )
    return sendPage(reply, <BasketPage request={request} basket={basket} pictures={pictures} />)
  })
  app.post(
    '/basket/lines',
    { config, schema: { ...hide, body: Type.Object({ skuId: Id, quantity: Quantity }) } },
    async (request, reply) => {
      const { skuId, quantity } = request.body
      await app.transact((tx) => addToBasket(tx, request.actor, { skuId, quantity: between(Number(quantity)) }))
      return reply.redirect(paths.basket(), 303)
    },
  )
  const Change = Type.Object({
    skuId: Id,
    quantity: Quantity,
    /** One more or one less than what stands in the field. */
    step: Type.Optional(Type.Enum(['1', '-1'])),
    remove: Type.Optional(Type.String({ maxLength: 1 })),
  })
  app.post('/basket/change', { config, schema: { ...hide, body: Change } }, async (request, reply) => {
    const { skuId, quantity, step = '0', remove } = request.body
    await app.transact((tx) =>
      setBasketLine(tx, request.actor, { skuId, quantity: remove ? 0 : between(Number(quantity) + Number(step)) }),
    )
    return reply.redirect(paths.basket(), 303)
  })
}

const between = (quantity: number) => Math.min(999, Math.max(1, quantity))
