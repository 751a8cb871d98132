import Type from 'typebox'
import { keyOf, type Routes } from '../../kernel/http.ts'
import { once } from '../../kernel/once.ts'
import { decideAfterSale, disputeAfterSale, withdrawAfterSale } from './decide-after-sale.ts'
import { openAfterSale } from './open-after-sale.ts'
import { DecideAfterSale, OpenAfterSale, OrderKey } from './shapes.ts'

const tags = ['orders']
const face = 'market'
const Uuid = Type.String({ format: 'uuid' })
const Id = Type.Object({ id: Uuid })

export const afterSaleRoutes: Routes = async (app) => {
  app.post(
    '/api/orders/:storeId/:orderId/after-sales',
    {
      config: { who: 'buyer', face, keyed: true },
      schema: {
        tags,
        summary: 'Ask for money back; a rule suggests how much',
        params: OrderKey,
        body: OpenAfterSale,
        response: {
          201: Type.Object({
            afterSaleId: Uuid,
            suggestedAmount: Type.Integer(),
            askedAmount: Type.Integer(),
            rule: Type.String(),
          }),
        },
      },
    },
    async (request, reply) => {
      const { actor, params, body } = request
      const key = keyOf(request)
      const opened = await once(app.db, { key, actor, request: { params, body } }, (tx) =>
        openAfterSale(tx, actor, params, body),
      )
      return reply.code(201).send(opened)
    },
  )
  app.post(
    '/api/after-sales/:id/decide',
    {
      config: { who: ['store_owner', 'store_staff', 'merchant_owner'], face, keyed: true },
      schema: {
        tags,
        summary: 'Accept a request, for the amount the rule suggests or another, or refuse it with a reason',
        params: Id,
        body: DecideAfterSale,
        response: { 200: Type.Object({ amount: Type.Integer() }) },
      },
    },
    async (request) => {
      const { actor, params, body } = request
      const key = keyOf(request)
      return once(app.db, { key, actor, request: { params, body } }, (tx) =>
        decideAfterSale(tx, actor, params.id, body),
      )
    },
  )
  app.post(
    '/api/after-sales/:id/withdraw',
    {
      config: { who: 'buyer', face },
      schema: { tags, summary: 'Take a request back', params: Id, response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      await app.transact((tx) => withdrawAfterSale(tx, request.actor, request.params.id))
      return reply.code(204).send(null)
    },
  )
  app.post(
    '/api/after-sales/:id/dispute',
    {
      config: { who: 'buyer', face },
      schema: {
        tags,
        summary: 'Ask the county to look at a request that was refused or not answered',
        params: Id,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await app.transact((tx) => disputeAfterSale(tx, request.actor, request.params.id))
      return reply.code(204).send(null)
    },
  )
}
