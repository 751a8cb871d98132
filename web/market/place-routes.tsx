import Type from 'typebox'
import type { Routes } from '../../server/kernel/http.ts'
import { pathOf } from '../../server/modules/divisions/index.ts'
import { requireMerchant } from '../../server/modules/merchants/index.ts'
import { listOffers, requireStore, unknownStore } from '../../server/modules/stores/index.ts'
import { MapPage, StorePage } from './pages/places.tsx'
import { PrivacyPage, RulesPage } from './pages/rules.tsx'
import { sendPage } from './send-page.ts'
import { countiesOf } from './serve.tsx'

const config = { who: 'anyone', face: 'market' } as const
const hide = { hide: true }

/** A store's own page, the map, and what holds between buyer, store and platform. */
export const placePages: Routes = async (app) => {
  app.get(
    '/stores/:id',
    {
      config,
      schema: {
        ...hide,
        params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
        querystring: Type.Object({ cursor: Type.Optional(Type.String({ maxLength: 200 })) }),
      },
    },
    async (request, reply) => {
      const store = await requireStore(app.db, request.params.id)
      // Not yet confirmed, or sent back: not a store to anyone but its people.
      if (store.state === 'submitted' || store.state === 'returned') throw unknownStore()
      const [merchant, path, offers] = await Promise.all([
        requireMerchant(app.db, store.merchantId),
        pathOf(app.db, store.villageCode),
        listOffers(app.db, { storeId: store.id, cursor: request.query.cursor, limit: 24 }),
      ])
      return sendPage(
        reply,
        <StorePage request={request} store={store} merchant={merchant} path={path} offers={offers} />,
      )
    },
  )
  app.get('/map', { config, schema: hide }, async (request, reply) =>
    sendPage(reply, <MapPage request={request} counties={await countiesOf(app.db)} />),
  )
  app.get('/rules', { config, schema: hide }, (request, reply) => sendPage(reply, <RulesPage request={request} />))
  app.get('/privacy', { config, schema: hide }, (request, reply) => sendPage(reply, <PrivacyPage request={request} />))
}
