import { randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import Type from 'typebox'
import { Refusal } from '../../server/kernel/errors.ts'
import type { App, Routes } from '../../server/kernel/http.ts'
import { sayRefusal } from '../../server/kernel/i18n.ts'
import { phonePattern } from '../../server/modules/accounts/index.ts'
import { quoteFreight } from '../../server/modules/logistics/index.ts'
import {
  type Basket,
  type BasketStore,
  basketOf,
  placeOrderOnce,
  setBasketAddress,
} from '../../server/modules/orders/index.ts'
import { Channel, payAt } from '../../server/modules/payments/index.ts'
import { pickupStationsNear, type Station } from '../../server/modules/stations/index.ts'
import { paths } from '../paths.ts'
import { countBasket } from './basket-cookie.ts'
import { CheckoutPage } from './pages/checkout.tsx'
import type { AddressDraft } from './pages/checkout-address.tsx'
import { picturesFor } from './parts/lines.tsx'
import { choiceOf, type RegionChoice, regionState } from './parts/regions.ts'
import { sendPage } from './send-page.ts'

const config = { who: 'buyer', face: 'market' } as const
const hide = { hide: true }
const Id = Type.String({ format: 'uuid' })
const field = (maxLength: number) => Type.Optional(Type.String({ maxLength }))
const OfStore = Type.Object({ storeId: Id })
const phone = new RegExp(`^${phonePattern}$`)
const stationsShown = 6

/** Checkout as forms that work without script: the address level by level, the way, and the order itself. */
export const checkoutPages: Routes = async (app) => {
  const Choice = Type.Object({ station: Type.Optional(Type.String({ maxLength: 36 })), edit: field(1) })
  app.get(
    '/checkout/:storeId',
    { config, schema: { ...hide, params: OfStore, querystring: Choice } },
    async (request, reply) => {
      const { station, edit } = request.query
      return showCheckout(app, request, reply, request.params.storeId, { station, asking: Boolean(edit) })
    },
  )
  const AddressBody = Type.Object({
    recipient: field(60),
    phone: field(30),
    detail: field(240),
    province: field(12),
    city: field(12),
    county: field(12),
    township: field(12),
    village: field(12),
    next: field(1),
  })
  app.post(
    '/checkout/:storeId/address',
    { config, schema: { ...hide, params: OfStore, body: AddressBody } },
    async (request, reply) => {
      const { next, ...typed } = request.body
      const { storeId } = request.params
      const { regionCode } = await regionState(app.db, typed, request.say, request.actor.language)
      const draft = { ...draftOf(typed), wrong: {} as AddressDraft['wrong'] }
      if (!next) draft.wrong = wrongIn(draft, regionCode)
      if (next || !regionCode || Object.keys(draft.wrong).length > 0)
        return showCheckout(app, request, reply, storeId, {
          asking: true,
          draft,
          choice: typed,
          status: next ? 200 : 422,
        })
      const { recipient, phone, detail } = draft
      await app.transact((tx) => setBasketAddress(tx, request.actor, { recipient, phone, detail, regionCode }))
      return reply.redirect(paths.checkout(storeId), 303)
    },
  )
  const OrderForm = Type.Object({
    key: Type.String({ minLength: 8, maxLength: 100 }),
    expectedTotal: Type.String({ pattern: '^[0-9]{1,12}$' }),
    note: field(200),
    confirmedExempt: field(5),
    station: Type.Optional(Id),
    channel: Channel,
  })
  app.post(
    '/checkout/:storeId',
    { config, schema: { ...hide, params: OfStore, body: OrderForm } },
    async (request, reply) => {
      const { key, expectedTotal, note, confirmedExempt, station, channel } = request.body
      const { storeId } = request.params
      try {
        const { opened, ...placed } = await placeOrderOnce(app.db, request.actor, key, {
          storeId,
          ...(station ? { method: 'stationPickup', stationId: station } : { method: 'express' }),
          channel,
          expectedTotal: Number(expectedTotal),
          ...(note ? { note } : {}),
          ...(confirmedExempt ? { confirmedExempt: true } : {}),
        })
        countBasket(request, reply, await basketOf(app.db, request.actor))
        const payPage = await payAt(app, { intentId: placed.intentId, opened })
        return reply.redirect(payPage ?? paths.order(storeId, placed.orderId), 303)
      } catch (error) {
        // What stands in the way is said where it can be mended, with the basket as it is now.
        if (!(error instanceof Refusal) || error.status === 429) throw error
        const refused = sayRefusal(error, request.actor.language)
        return showCheckout(app, request, reply, storeId, { station, refused, status: error.status })
      }
    },
  )
}

interface Showing {
  station?: string | undefined
  asking?: boolean
  draft?: AddressDraft
  choice?: RegionChoice
  refused?: string
  status?: number
}

async function showCheckout(app: App, request: FastifyRequest, reply: FastifyReply, storeId: string, as: Showing) {
  const { actor, say: t } = request
  const basket = await basketOf(app.db, actor)
  const found = basket.stores.find((store) => store.storeId === storeId)
  if (!found) return reply.redirect(paths.basket(), 303)
  const { address } = basket
  const near = address ? await pickupStationsNear(app.db, address.regionCode) : []
  const station = near.find(({ id }) => id === as.station)
  const [store, region, pictures] = await Promise.all([
    station ? byStation(app, found, station) : found,
    regionState(app.db, as.choice ?? (address ? choiceOf(address.regionCode) : {}), t, actor.language),
    picturesFor(app.db, found.lines),
  ])
  return sendPage(
    reply,
    <CheckoutPage
      request={request}
      address={address}
      store={store}
      pictures={pictures}
      draft={as.draft ?? { ...draftOf(address ?? {}), wrong: {} }}
      region={region}
      asking={as.asking ?? false}
      stations={near.slice(0, stationsShown)}
      station={station}
      formKey={randomUUID()}
      refused={as.refused}
    />,
    as.status,
  )
}

/** The same goods, sent to a station: freight is counted to where it stands. */
async function byStation(app: App, store: BasketStore, station: Station): Promise<BasketStore> {
  try {
    const freight = await quoteFreight(app.db, {
      storeId: store.storeId,
      regionCode: station.divisionCode,
      grams: store.weightGrams,
      goodsAmount: store.goodsAmount,
    })
    return { ...store, freight, freightRefusal: null, total: store.goodsAmount + freight.freight }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { ...store, freight: null, freightRefusal: error.code, total: store.goodsAmount }
  }
}

function draftOf({ recipient = '', phone = '', detail = '' }: Partial<NonNullable<Basket['address']>>) {
  const tidy = (text: string) => text.replace(/\s+/g, ' ').trim()
  return { recipient: tidy(recipient), phone: phone.replace(/[\s-]/g, ''), detail: tidy(detail) }
}

function wrongIn(draft: Omit<AddressDraft, 'wrong'>, regionCode: string | undefined): AddressDraft['wrong'] {
  const fits = (text: string, least: number, most: number) =>
    text.length >= least && text.length <= most && !/\p{Cc}/u.test(text)
  return {
    ...(fits(draft.recipient, 1, 30) ? {} : { recipient: 'market.wrong.recipient' as const }),
    ...(phone.test(draft.phone) ? {} : { phone: 'market.wrong.phone' as const }),
    ...(regionCode ? {} : { region: 'market.wrong.region' as const }),
    ...(fits(draft.detail, 2, 120) ? {} : { detail: 'market.wrong.detail' as const }),
  }
}
