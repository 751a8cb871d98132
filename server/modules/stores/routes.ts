import Type from 'typebox'
import { type Actor, requireDuty } from '../../kernel/actor.ts'
import type { Routes } from '../../kernel/http.ts'
import { DivisionCode } from '../divisions/index.ts'
import { closeStore, pauseStore, resumeStore, reviewStore } from './change-store.ts'
import { marketRoutes } from './market-routes.ts'
import { maySeeStore, openStore } from './open-store.ts'
import { requireStore, storesIn } from './read-stores.ts'
import { unknownStore } from './refusals.ts'
import { CloseStore, OpenStore, ReviewStore, Store, storeStates } from './store-shapes.ts'

const ById = Type.Object({ id: Type.String({ format: 'uuid' }) })
const keepers = ['merchant_owner', 'store_owner'] as const
const onlookers = ['officer', 'auditor', 'station_operator'] as const
const StorePage = Type.Object({ items: Type.Array(Store), next: Type.Optional(Type.String()) })

export const routes: Routes = async (app) => {
  await app.register(marketRoutes)
  app.post(
    '/api/stores',
    {
      config: { who: ['merchant_owner', 'station_operator', 'officer'] },
      schema: { tags: ['stores'], summary: 'Ask for a store', body: OpenStore, response: { 201: Store } },
    },
    async (request, reply) =>
      reply.code(201).send(await app.transact((tx) => openStore(tx, request.actor, request.body))),
  )
  app.get(
    '/api/stores',
    {
      config: { who: onlookers },
      schema: {
        tags: ['stores'],
        summary: 'The stores inside a division',
        querystring: Type.Object({
          division: DivisionCode,
          state: Type.Optional(Type.Enum(storeStates)),
          cursor: Type.Optional(Type.String({ maxLength: 200 })),
          limit: Type.Integer({ minimum: 1, maximum: 100, default: 20 }),
        }),
        response: { 200: StorePage },
      },
    },
    async (request) => {
      const { division, ...page } = request.query
      requireDuty(request.actor, onlookers, { divisionCode: division })
      return storesIn(app.db, division, page)
    },
  )
  app.get(
    '/api/stores/:id',
    {
      config: { who: 'anyone' },
      schema: { tags: ['stores'], summary: 'One store', params: ById, response: { 200: Store } },
    },
    async (request) => shownTo(request.actor, await requireStore(app.db, request.params.id)),
  )
  app.post(
    '/api/stores/:id/review',
    {
      config: { who: ['officer'], face: 'office' },
      schema: {
        tags: ['stores'],
        summary: 'Confirm or return a store',
        params: ById,
        body: ReviewStore,
        response: { 200: Store },
      },
    },
    (request) => app.transact((tx) => reviewStore(tx, request.actor, request.params.id, request.body)),
  )
  for (const [path, summary, act] of [
    ['pause', 'Rest a store', pauseStore],
    ['resume', 'Sell again', resumeStore],
  ] as const) {
    app.post(
      `/api/stores/:id/${path}`,
      {
        config: { who: keepers, face: 'market' },
        schema: { tags: ['stores'], summary, params: ById, response: { 200: Store } },
      },
      (request) => app.transact((tx) => act(tx, request.actor, request.params.id)),
    )
  }
  app.post(
    '/api/stores/:id/close',
    {
      config: { who: keepers, face: 'market' },
      schema: {
        tags: ['stores'],
        summary: 'Announce that a store closes',
        params: ById,
        body: CloseStore,
        response: { 200: Store },
      },
    },
    (request) => app.transact((tx) => closeStore(tx, request.actor, request.params.id, request.body.closingOn)),
  )
}

// A store that does not sell is nobody's business but its keepers' and their officers'.
function shownTo(actor: Actor, store: Store): Store {
  if (store.state === 'active' || store.state === 'paused') return { ...store, returnReason: null }
  if (!maySeeStore(actor, store)) throw unknownStore()
  return store
}
