import Type from 'typebox'
import { requireDuty } from '../../kernel/actor.ts'
import type { App, Routes } from '../../kernel/http.ts'
import { requireStore } from '../stores/index.ts'
import { carriers } from './carriers.ts'
import { drawLabel } from './draw-label.ts'
import { freightTemplateOf, saveFreightTemplate, sellers } from './freight-templates.ts'
import { quoteFreight } from './quote-freight.ts'
import { FreightQuestion, FreightQuote, FreightTemplate, Id, SaveFreightTemplate } from './shapes.ts'
import { stationRoutes } from './station-routes.ts'

const StoreParams = Type.Object({ id: Id })
const OrderParams = Type.Object({ storeId: Id, orderId: Id })

export const routes: Routes = async (app) => {
  freightRoutes(app)
  labelRoutes(app)
  stationRoutes(app)
}

function freightRoutes(app: App): void {
  const config = { who: sellers, face: 'market' } as const
  app.get(
    '/api/stores/:id/freight-template',
    {
      config,
      schema: {
        tags: ['logistics'],
        summary: 'What the store asks for sending',
        params: StoreParams,
        response: { 200: FreightTemplate },
      },
    },
    async (request) => {
      const { id: storeId, merchantId } = await requireStore(app.db, request.params.id)
      requireDuty(request.actor, sellers, { storeId, merchantId })
      return freightTemplateOf(app.db, storeId)
    },
  )
  app.put(
    '/api/stores/:id/freight-template',
    {
      config,
      schema: {
        tags: ['logistics'],
        summary: 'Replace what the store asks for sending',
        params: StoreParams,
        body: SaveFreightTemplate,
        response: { 200: FreightTemplate },
      },
    },
    (request) => app.transact((tx) => saveFreightTemplate(tx, request.actor, request.params.id, request.body)),
  )
  app.post(
    '/api/freight-quotes',
    {
      config: { who: 'anyone', face: 'market' },
      schema: {
        tags: ['logistics'],
        summary: 'What sending a parcel costs and how long it takes',
        body: FreightQuestion,
        response: { 200: FreightQuote },
      },
    },
    async (request) => {
      await requireStore(app.db, request.body.storeId)
      return quoteFreight(app.db, request.body)
    },
  )
  app.get(
    '/api/carriers',
    {
      config: { who: 'anyone', face: 'market' },
      schema: {
        tags: ['logistics'],
        summary: 'Who carries parcels',
        response: { 200: Type.Array(Type.Object({ code: Type.String(), name: Type.String(), nameEn: Type.String() })) },
      },
    },
    () => carriers.map(({ code, name, nameEn }) => ({ code, name, nameEn })),
  )
}

function labelRoutes(app: App): void {
  const types = { svg: 'image/svg+xml; charset=utf-8', pdf: 'application/pdf' } as const
  for (const as of ['svg', 'pdf'] as const) {
    app.get(
      `/api/orders/:storeId/:orderId/label.${as}`,
      {
        config: { who: [...sellers, 'station_operator'], face: 'market' },
        schema: {
          tags: ['logistics'],
          summary: `The parcel's privacy label, 100 × 150 mm, as ${as.toUpperCase()}`,
          params: OrderParams,
        },
      },
      async (request, reply) => {
        const label = await drawLabel(app.db, request.actor, request.params, as, app.settings.marketUrl)
        return reply.type(types[as]).header('cache-control', 'no-store').send(label)
      },
    )
  }
}
