import Type from 'typebox'
import type { Routes } from '../../kernel/http.ts'
import { addToBasket, setBasketLine } from './basket.ts'
import { basketOf, sendBasketTo } from './read-basket.ts'
import { Address, Basket, BasketLineInput, Quantity } from './shapes.ts'

const tags = ['orders']
const config = { who: 'buyer', face: 'market' } as const
const Sku = Type.Object({ skuId: Type.String({ format: 'uuid' }) })
const Nothing = Type.Null()

export const basketRoutes: Routes = async (app) => {
  app.get(
    '/api/basket/lines',
    {
      config,
      schema: { tags, summary: 'The basket by store, at prices and stock of this moment', response: { 200: Basket } },
    },
    (request) => basketOf(app.db, request.actor),
  )
  app.post(
    '/api/basket/lines',
    {
      config,
      schema: { tags, summary: 'Put goods into the basket', body: BasketLineInput, response: { 204: Nothing } },
    },
    async (request, reply) => {
      await addToBasket(app.db, request.actor, request.body)
      return reply.code(204).send(null)
    },
  )
  app.put(
    '/api/basket/lines/:skuId',
    {
      config,
      schema: {
        tags,
        summary: 'Say how many are wanted; 0 takes the goods out',
        params: Sku,
        body: Quantity,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      await setBasketLine(app.db, request.actor, { ...request.params, ...request.body })
      return reply.code(204).send(null)
    },
  )
  app.delete(
    '/api/basket/lines/:skuId',
    { config, schema: { tags, summary: 'Take goods out of the basket', params: Sku, response: { 204: Nothing } } },
    async (request, reply) => {
      await setBasketLine(app.db, request.actor, { ...request.params, quantity: 0 })
      return reply.code(204).send(null)
    },
  )
  app.put(
    '/api/basket/address',
    {
      config,
      schema: {
        tags,
        summary: 'Say where the goods shall go; answers with the basket and the freight to there',
        body: Address,
        response: { 200: Basket },
      },
    },
    (request) => sendBasketTo(app.db, request.actor, request.body),
  )
}
