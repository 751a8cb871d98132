import Type from 'typebox'
import { countAttempt } from '../../kernel/attempts.ts'
import type { App } from '../../kernel/http.ts'
import { Id, Parcel, shipmentStates } from './shapes.ts'
import { handOver, markArrived, parcelsAt } from './station-parcels.ts'

const StationParams = Type.Object({ id: Id })
const ParcelParams = Type.Object({ id: Id, shipmentId: Id })

/** Parcels at a station: what comes, what waits, what was collected. */
export function stationRoutes(app: App): void {
  const config = { who: ['station_operator'], face: 'market' } as const
  app.get(
    '/api/stations/:id/parcels',
    {
      config,
      schema: {
        tags: ['logistics'],
        summary: 'Parcels of a station in one state, oldest first',
        params: StationParams,
        querystring: Type.Object({
          state: Type.Enum(shipmentStates, { default: 'arrived' }),
          cursor: Type.Optional(Type.String({ maxLength: 200 })),
          limit: Type.Integer({ minimum: 1, maximum: 100, default: 50 }),
        }),
        response: { 200: Type.Object({ items: Type.Array(Parcel), next: Type.Optional(Type.String()) }) },
      },
    },
    (request) => parcelsAt(app.db, request.actor, request.params.id, request.query),
  )
  app.post(
    '/api/stations/:id/parcels/:shipmentId/arrive',
    {
      config,
      schema: {
        tags: ['logistics'],
        summary: 'The parcel lies here now; the buyer gets a code',
        params: ParcelParams,
        response: { 200: Type.Object({ pickupCode: Type.String() }) },
      },
    },
    ({ actor, params }) => app.transact((tx) => markArrived(tx, actor, params.id, params.shipmentId)),
  )
  app.post(
    '/api/stations/:id/parcels/:shipmentId/hand-over',
    {
      config,
      schema: {
        tags: ['logistics'],
        summary: 'Hand the parcel to the buyer who shows the code',
        params: ParcelParams,
        body: Type.Object({ pickupCode: Type.String({ pattern: '^[0-9]{6}$' }) }, { additionalProperties: false }),
        response: { 204: Type.Null() },
      },
    },
    async ({ actor, params, body }, reply) => {
      // Six digits at ten guesses an hour last eleven years.
      await countAttempt(app.db, { what: 'pickup', who: params.shipmentId, atMost: 10, seconds: 3600 })
      await app.transact((tx) => handOver(tx, actor, params.id, params.shipmentId, body))
      return reply.code(204).send(null)
    },
  )
}
