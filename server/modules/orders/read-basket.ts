import type { Actor } from '../../kernel/actor.ts'
import { type Db, together } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { skusById } from '../catalog/index.ts'
import { availabilityOf } from '../inventory/index.ts'
import { type FreightRate, freightRateOf, quoteBy } from '../logistics/index.ts'
import { offersOf, storesById } from '../stores/index.ts'
import {
  type BasketAddress,
  type BasketRow,
  basketAddress,
  basketIdOf,
  basketLines,
  setBasketAddress,
} from './basket.ts'
import { priceLine } from './price-order.ts'
import type { Address, Basket, BasketStore } from './shapes.ts'

type Offers = Awaited<ReturnType<typeof offersOf>>

/**
 * The basket as the buyer reads it: by store, at today's prices, with freight once there is an address. Goods no longer
 * sold stay in sight, marked, until the buyer takes them out.
 */
export async function basketOf(on: Db, actor: Actor): Promise<Basket> {
  if (!actor.guestId && !actor.accountId) return { stores: [], address: null }
  const basketId = basketIdOf(actor)
  return together(on, async (on) => {
    const [lines, address] = await Promise.all([basketLines(on, basketId), basketAddress(on, basketId)])
    return readBasket(on, lines, address)
  })
}

/** Says where the goods shall go, and gives the basket as it is then: with the freight to there. */
export async function sendBasketTo(on: Db, actor: Actor, to: Address): Promise<Basket> {
  return together(on, async (on) => {
    const [lines, address] = await Promise.all([basketLines(on, basketIdOf(actor)), setBasketAddress(on, actor, to)])
    return readBasket(on, lines, address)
  })
}

async function readBasket(on: Db, lines: readonly BasketRow[], address: BasketAddress | undefined): Promise<Basket> {
  if (lines.length === 0) return { stores: [], address: address ?? null }
  const skuIds = lines.map((line) => line.skuId)
  const storeIds = [...new Set(lines.map((line) => line.storeId))]
  const [offers, left, rates] = await Promise.all([
    offersOf(on, skuIds),
    availabilityOf(on, skuIds),
    ratesOf(on, storeIds, address),
  ])
  const { skus, stores } = await goneFrom(on, lines, offers)
  const shown = lines.map((line) => shownLine(line, offers, skus.get(line.skuId), left.get(line.skuId) ?? 0))
  const groups = storeIds.map((storeId) => {
    const ofStore = shown.filter((line) => line.storeId === storeId)
    const offered = ofStore.map((line) => offers.get(line.skuId)).find((offer) => offer?.storeId === storeId)
    return groupOf(storeId, offered?.storeName ?? stores.get(storeId)?.name ?? '', ofStore, rates.get(storeId))
  })
  return { stores: groups, address: address ?? null }
}

type Rate = FreightRate | { refusal: string }

/** What each store asks for sending to the address, or why it does not send there. */
async function ratesOf(on: Db, storeIds: readonly string[], address: BasketAddress | undefined) {
  if (!address) return new Map<string, Rate>()
  const { regionCode } = address
  const rates = await Promise.all(
    storeIds.map((storeId) =>
      freightRateOf(on, { storeId, regionCode }).catch((error: unknown): Rate => {
        if (error instanceof Refusal) return { refusal: error.code }
        throw error
      }),
    ),
  )
  return new Map(storeIds.map((storeId, at) => [storeId, rates[at] as Rate]))
}

/** What is still known of goods that are no longer sold. */
async function goneFrom(on: Db, lines: readonly BasketRow[], offers: Offers) {
  const gone = lines.filter((line) => !offers.has(line.skuId))
  if (gone.length === 0) return { skus: new Map<string, KnownSku>(), stores: new Map<string, { name: string }>() }
  const [skus, stores] = await Promise.all([
    skusById(
      on,
      gone.map((line) => line.skuId),
    ),
    storesById(on, [...new Set(gone.map((line) => line.storeId))]),
  ])
  return { skus, stores }
}

type Line = BasketStore['lines'][number] & { storeId: string }
interface KnownSku {
  name: string
  nameEn: string
  label: string
  price: number
  weightGrams: number
}

function shownLine(
  { skuId, storeId, quantity }: BasketRow,
  offers: Offers,
  sku: KnownSku | undefined,
  left: number,
): Line {
  const offer = offers.get(skuId)
  if (offer) {
    const { categoryCode: _, ...line } = priceLine(offer, quantity)
    return { ...line, storeId, available: left, isSample: offer.isSample }
  }
  const { name = '', nameEn = '', label = '', price = 0, weightGrams = 0 } = sku ?? {}
  const gone = { skuId, storeId, productId: null, name, nameEn, label, quantity, unitPrice: price, weightGrams }
  return { ...gone, amount: 0, returnPolicy: null, available: null, isSample: false }
}

function groupOf(storeId: string, storeName: string, lines: Line[], rate: Rate | undefined): BasketStore {
  const sold = lines.filter((line) => line.available !== null)
  const goodsAmount = sold.reduce((amount, line) => amount + line.amount, 0)
  const weightGrams = sold.reduce((grams, line) => grams + line.weightGrams, 0)
  const { freight, freightRefusal } = freightOf({ goodsAmount, grams: weightGrams }, rate)
  return {
    storeId,
    storeName,
    lines: lines.map(({ storeId: _, ...line }) => line),
    goodsAmount,
    weightGrams,
    freight,
    freightRefusal,
    total: goodsAmount + (freight?.freight ?? 0),
    needsConfirmation: sold.some((line) => line.returnPolicy !== 'sevenDay'),
    orderable:
      sold.length === lines.length &&
      lines.every((line) => line.quantity <= (line.available ?? 0)) &&
      freightRefusal === null,
  }
}

function freightOf(
  parcel: { goodsAmount: number; grams: number },
  rate: Rate | undefined,
): Pick<BasketStore, 'freight' | 'freightRefusal'> {
  if (!rate || parcel.grams === 0) return { freight: null, freightRefusal: null }
  if ('refusal' in rate) return { freight: null, freightRefusal: rate.refusal }
  const { freight, daysMin, daysMax, shipsWithinHours } = quoteBy(rate, parcel)
  return { freight: { freight, daysMin, daysMax, shipsWithinHours }, freightRefusal: null }
}
