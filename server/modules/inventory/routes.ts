import Type from 'typebox'
import { requireDuty } from '../../kernel/actor.ts'
import { keyOf, type Routes } from '../../kernel/http.ts'
import { once } from '../../kernel/once.ts'
import { requireProduct } from '../catalog/index.ts'
import { stockOf } from './read-stock.ts'
import { correctStock, receiveStockAs } from './receive-stock.ts'
import { CorrectStock, ReceiveStock, SkuStock, StockLeft } from './shapes.ts'

const keepers = ['station_operator', 'merchant_owner'] as const

export const routes: Routes = async (app) => {
  app.post(
    '/api/stock/receipts',
    {
      config: { who: keepers, face: 'market', keyed: true },
      schema: {
        tags: ['inventory'],
        summary: 'Put packages of a lot on the shelf',
        body: ReceiveStock,
        response: { 201: StockLeft },
      },
    },
    async (request, reply) => {
      const asked = { key: keyOf(request), actor: request.actor, request: ['receive', request.body] }
      const left = await once(app.db, asked, (tx) => receiveStockAs(tx, request.actor, request.body))
      return reply.code(201).send(left)
    },
  )
  app.post(
    '/api/stock/corrections',
    {
      config: { who: keepers, face: 'market', keyed: true },
      schema: {
        tags: ['inventory'],
        summary: 'Mend a count after a stocktake',
        body: CorrectStock,
        response: { 201: StockLeft },
      },
    },
    async (request, reply) => {
      const asked = { key: keyOf(request), actor: request.actor, request: ['correct', request.body] }
      const left = await once(app.db, asked, (tx) => correctStock(tx, request.actor, request.body))
      return reply.code(201).send(left)
    },
  )
  app.get(
    '/api/stock',
    {
      config: { who: keepers, face: 'market' },
      schema: {
        tags: ['inventory'],
        summary: 'The stock of a product, by package and lot',
        querystring: Type.Object({ product: Type.String({ format: 'uuid' }) }),
        response: { 200: Type.Array(SkuStock) },
      },
    },
    async (request) => {
      const product = await requireProduct(app.db, request.query.product)
      requireDuty(request.actor, keepers, { divisionCode: product.villageCode, merchantId: product.merchantId })
      return stockOf(
        app.db,
        product.skus.map((sku) => sku.id),
      )
    },
  )
}
