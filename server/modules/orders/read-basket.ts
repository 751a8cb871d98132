import type { Actor } from '../../kernel/actor.ts'
import type { Db } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { skusById } from '../catalog/index.ts'
import { availabilityOf } from '../inventory/index.ts'
import { quoteFreight } from '../logistics/index.ts'
import { offersOf, storesById } from '../stores/index.ts'
import { type BasketAddress, type BasketRow, basketIdOf, basketRows } from './basket.ts'
import { priceLine } from './price-order.ts'
import type { Basket, BasketStore } from './shapes.ts'

type Offers = Awaited<ReturnType<typeof offersOf>>

/**
 * The basket as the buyer reads it: by store, at today's prices, with freight once there is an address. Goods no longer
 * sold stay in sight, marked, until the buyer takes them out.
 */
export async function basketOf(on: Db, actor: Actor): Promise<Basket> {
  if (!actor.guestId && !actor.accountId) return { stores: [], address: null }
  const { lines, address } = await basketRows(on, basketIdOf(actor))
  if (lines.length === 0) return { stores: [], address: address ?? null }
  const skuIds = lines.map((line) => line.skuId)
  const [offers, skus, left, stores] = await Promise.all([
    offersOf(on, skuIds),
    skusById(on, skuIds),
    availabilityOf(on, skuIds),
    storesById(on, [...new Set(lines.map((line) => line.storeId))]),
  ])
  const shown = lines.map((line) => shownLine(line, offers, skus.get(line.skuId), left.get(line.skuId) ?? 0))
  const storeIds = [...new Set(shown.map((line) => line.storeId))]
  const groups = storeIds.map((storeId) => {
    const ofStore = shown.filter((line) => line.storeId === storeId)
    return groupOf(on, storeId, stores.get(storeId)?.name ?? '', ofStore, address)
  })
  return {
    stores: await Promise.all(groups),
    address: address ?? null,
  }
}

type Line = BasketStore['lines'][number] & { storeId: string }
interface KnownSku {
  name: string
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
    const { productId, name, label, unitPrice, amount, weightGrams, returnPolicy } = priceLine(offer, quantity)
    const sold = { skuId, storeId, productId, name, label, quantity, unitPrice, amount, weightGrams, returnPolicy }
    return { ...sold, available: left, isSample: offer.isSample }
  }
  const { name = '', label = '', price = 0, weightGrams = 0 } = sku ?? {}
  const gone = { skuId, storeId, productId: null, name, label, quantity, unitPrice: price, amount: 0, weightGrams }
  return { ...gone, returnPolicy: null, available: null, isSample: false }
}

async function groupOf(
  on: Db,
  storeId: string,
  storeName: string,
  lines: Line[],
  address: BasketAddress | undefined,
): Promise<BasketStore> {
  const sold = lines.filter((line) => line.available !== null)
  const goodsAmount = sold.reduce((amount, line) => amount + line.amount, 0)
  const weightGrams = sold.reduce((grams, line) => grams + line.weightGrams, 0)
  const { freight, freightRefusal } = await freightOf(on, { storeId, goodsAmount, grams: weightGrams }, address)
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

async function freightOf(
  on: Db,
  parcel: { storeId: string; goodsAmount: number; grams: number },
  address: BasketAddress | undefined,
): Promise<Pick<BasketStore, 'freight' | 'freightRefusal'>> {
  if (!address || parcel.grams === 0) return { freight: null, freightRefusal: null }
  try {
    const { freight, daysMin, daysMax, shipsWithinHours } = await quoteFreight(on, {
      ...parcel,
      regionCode: address.regionCode,
    })
    return { freight: { freight, daysMin, daysMax, shipsWithinHours }, freightRefusal: null }
  } catch (error) {
    if (error instanceof Refusal) return { freight: null, freightRefusal: error.code }
    throw error
  }
}
