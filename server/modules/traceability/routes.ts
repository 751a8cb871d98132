import Type from 'typebox'
import { keyOf, type Routes } from '../../kernel/http.ts'
import { once } from '../../kernel/once.ts'
import { createLot } from './create-lot.ts'
import { drawQr } from './draw-qr.ts'
import { issuePledge } from './issue-pledge.ts'
import { traceUrl } from './lot-numbers.ts'
import { lotsOf } from './read-lots.ts'
import { tracePageOf } from './read-trace.ts'
import { CreateLot, Gtin, IssuePledge, Lot, LotNumber, Pledge, TracePage } from './shapes.ts'

const makers = ['station_operator', 'merchant_owner'] as const
const Code = Type.Object({ gtin: Gtin, lot: LotNumber })

export const routes: Routes = async (app) => {
  app.post(
    '/api/lots',
    {
      config: { who: makers, face: 'market', keyed: true },
      schema: {
        tags: ['traceability'],
        summary: 'Make a lot; a repeat with the same key is the same lot',
        body: CreateLot,
        response: { 201: Lot },
      },
    },
    async (request, reply) => {
      const { actor, body } = request
      const asked = { key: keyOf(request), actor, request: ['lot', body] }
      return reply.code(201).send(await once(app.db, asked, (tx) => createLot(tx, actor, body)))
    },
  )
  app.post(
    '/api/lots/:id/pledge',
    {
      config: { who: makers, face: 'market' },
      schema: {
        tags: ['traceability'],
        summary: 'Issue the conformity pledge of a lot',
        params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
        body: IssuePledge,
        response: { 201: Pledge },
      },
    },
    async (request, reply) =>
      reply
        .code(201)
        .send(
          await app.transact((tx) => issuePledge(tx, request.actor, { lotId: request.params.id, ...request.body })),
        ),
  )
  app.get(
    '/api/lots',
    {
      config: { who: 'anyone' },
      schema: {
        tags: ['traceability'],
        summary: 'The newest lots of a product, at most 20',
        querystring: Type.Object({ product: Type.String({ format: 'uuid' }) }),
        response: { 200: Type.Array(Lot) },
      },
    },
    async (request) => (await lotsOf(app.db, [request.query.product])).get(request.query.product) ?? [],
  )
  app.get(
    '/api/traces/:gtin/:lot',
    {
      config: { who: 'anyone' },
      schema: {
        tags: ['traceability'],
        summary: 'Where the goods in hand come from',
        params: Code,
        response: { 200: TracePage },
      },
    },
    (request) => tracePageOf(app.db, request.params.gtin, request.params.lot),
  )
  app.get(
    '/api/traces/:gtin/:lot/code.svg',
    {
      config: { who: 'anyone' },
      schema: { tags: ['traceability'], summary: 'The QR code for the box, as SVG', params: Code },
    },
    async (request, reply) => {
      const svg = drawQr(`${app.settings.marketUrl}${traceUrl(request.params.gtin, request.params.lot)}`)
      return reply.type('image/svg+xml').header('cache-control', 'public, max-age=86400').send(svg)
    },
  )
}
