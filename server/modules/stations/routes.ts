import type { Routes } from '../../kernel/http.ts'
import { appointOperator } from './appoint-operator.ts'
import { closeStation } from './close-station.ts'
import { openStation } from './open-station.ts'
import { requireStation, stationsIn } from './read-stations.ts'
import { AppointOperator, ListStations, OpenStation, Station, StationId, StationPage } from './shapes.ts'

const tags = ['stations']

export const routes: Routes = async (app) => {
  app.get(
    '/api/stations',
    {
      config: { who: 'anyone' },
      schema: {
        tags,
        summary: 'Open stations inside a division',
        querystring: ListStations,
        response: { 200: StationPage },
      },
    },
    (request) => {
      const { division, ...page } = request.query
      return stationsIn(app.db, division, page)
    },
  )
  app.get(
    '/api/stations/:id',
    {
      config: { who: 'anyone' },
      schema: { tags, summary: 'One station', params: StationId, response: { 200: Station } },
    },
    (request) => requireStation(app.db, request.params.id),
  )
  app.post(
    '/api/stations',
    {
      config: { who: ['officer'], face: 'office' },
      schema: { tags, summary: 'Open a station', body: OpenStation, response: { 201: Station } },
    },
    async (request, reply) => {
      const station = await app.transact((tx) => openStation(tx, request.actor, request.body))
      return reply.code(201).send(station)
    },
  )
  app.post(
    '/api/stations/:id/close',
    {
      config: { who: ['officer'], face: 'office' },
      schema: { tags, summary: 'Close a station', params: StationId, response: { 200: Station } },
    },
    (request) => app.transact((tx) => closeStation(tx, request.actor, request.params.id)),
  )
  app.post(
    '/api/stations/:id/operator',
    {
      config: { who: ['officer'], face: 'office' },
      schema: {
        tags,
        summary: 'Appoint the operator',
        params: StationId,
        body: AppointOperator,
        response: { 200: Station },
      },
    },
    (request) =>
      app.transact(async (tx) => {
        await appointOperator(tx, request.actor, { stationId: request.params.id, accountId: request.body.accountId })
        return requireStation(tx, request.params.id)
      }),
  )
}
