import type { FastifyReply } from 'fastify'
import Type from 'typebox'
import type { Routes } from '../../kernel/http.ts'
import { recently } from '../../kernel/recent.ts'
import { listOffers, offerDetailText } from './list-offers.ts'
import { OfferDetail, OfferPage, OfferQuery } from './offer-shapes.ts'
import { readQuery } from './read-query.ts'
import { searchOffers } from './search-offers.ts'
import { suggestWords } from './suggest-words.ts'

const json = 'application/json; charset=utf-8'

/**
 * What everyone sees of the market. The answer is the same for every reader and language, so it is made once a second
 * at most and sent as it is; a price or stock change is read within two seconds.
 */
export const marketRoutes: Routes = async (app) => {
  const lists = recently<Buffer>({ ms: 1000, entries: 500 })
  const details = recently<Buffer>({ ms: 1000, entries: 2000 })
  // The first reader who searches does not wait for the dictionary.
  app.addHook('onListen', async () => {
    setTimeout(() => readQuery('大闸蟹'), 1500).unref()
  })
  const suggestions = recently<Buffer>({ ms: 10_000, entries: 1000 })

  app.get(
    '/api/offers',
    {
      config: { who: 'anyone', face: 'market' },
      schema: {
        tags: ['stores'],
        summary: 'List or search what is on sale',
        querystring: OfferQuery,
        response: { 200: OfferPage },
      },
    },
    async (request, reply) => {
      const { q, county, village, store, season, ...others } = request.query
      const filters = { ...others, countyCode: county, villageCode: village, storeId: store, inSeason: season }
      const body = await lists(JSON.stringify(request.query), async () =>
        Buffer.from(
          JSON.stringify(q ? await searchOffers(app.db, { q, ...filters }) : await listOffers(app.db, filters)),
        ),
      )
      return sent(reply, body)
    },
  )
  app.get(
    '/api/offers/:productId',
    {
      config: { who: 'anyone', face: 'market' },
      schema: {
        tags: ['stores'],
        summary: 'All that a product page shows',
        params: Type.Object({ productId: Type.String({ format: 'uuid' }) }),
        response: { 200: OfferDetail },
      },
    },
    async (request, reply) => {
      const { productId } = request.params
      return sent(reply, await details(productId, async () => Buffer.from(await offerDetailText(app.db, productId))))
    },
  )
  app.get(
    '/api/suggestions',
    {
      config: { who: 'anyone', face: 'market' },
      schema: {
        tags: ['stores'],
        summary: 'Words that a reader may be about to type; at most ten',
        querystring: Type.Object({ q: Type.String({ minLength: 1, maxLength: 40 }) }),
        response: { 200: Type.Array(Type.String()) },
      },
    },
    async (request, reply) => {
      const q = request.query.q.trim().toLowerCase()
      return sent(reply, await suggestions(q, async () => Buffer.from(JSON.stringify(await suggestWords(app.db, q)))))
    },
  )
}

/** Sends bytes that are JSON already; the route's schema describes them, but has nothing left to do. */
function sent<Reply extends object>(reply: Reply, body: Buffer): Reply {
  const plain = reply as unknown as FastifyReply
  plain.header('content-type', json).send(body)
  return reply
}
