import Type from 'typebox'
import type { Routes } from '../../kernel/http.ts'
import { DivisionCode } from '../divisions/index.ts'
import { orderForOffice } from './order-page.ts'
import { ordersBehind } from './orders-behind.ts'
import { readersOfFigures } from './require-order.ts'
import { EvidencePage, OrderKey, OrderView } from './shapes.ts'

const tags = ['orders']
const config = { who: readersOfFigures, face: 'office' } as const
const Day = Type.String({ format: 'date' })

export const evidenceRoutes: Routes = async (app) => {
  app.get(
    '/api/evidence/orders',
    {
      config,
      schema: {
        tags,
        summary: 'The orders behind a figure: paid in a division from one day until before another; the buyer masked',
        querystring: Type.Object({
          division: DivisionCode,
          from: Day,
          to: Day,
          cursor: Type.Optional(Type.String({ maxLength: 200 })),
          limit: Type.Integer({ minimum: 1, maximum: 100, default: 50 }),
        }),
        response: { 200: EvidencePage },
      },
    },
    (request) => {
      const { division, ...rest } = request.query
      return ordersBehind(app.db, request.actor, { divisionCode: division, ...rest })
    },
  )
  app.get(
    '/api/evidence/orders/:storeId/:orderId',
    {
      config,
      schema: { tags, summary: 'One order behind a figure, masked', params: OrderKey, response: { 200: OrderView } },
    },
    (request) => orderForOffice(app.db, request.actor, request.params),
  )
}
