import { join } from 'node:path'
import { readCsv } from '../data/read-csv.ts'
import { root } from '../server/kernel/config.ts'
import { type Day, startOf } from '../server/kernel/time.ts'
import type { ImportedOrder } from '../server/modules/orders/index.ts'
import type { DemoVillage } from './make-villages.ts'
import { phoneOf } from './make-villages.ts'
import type { Chance } from './random.ts'

export interface DemoOrder {
  order: ImportedOrder & { refunded: number }
  village: DemoVillage
  /** Of what the other rooms keep of it. */
  ids: { intentId: string; splitId: string; refundId: string; shipmentId: string }
}

interface BuyerPlace {
  regionCode: string
  regionName: string
}

export interface Season {
  months: readonly number[]
  returnPolicy: 'sevenDay' | 'perishableExempt' | 'confirmedExempt'
}

const day = 86_400_000
const people = () =>
  readCsv(join(root, 'demo/people.csv')).reduce<Record<string, string[]>>((all, { part = '', text = '' }) => {
    all[part] ??= []
    all[part].push(text)
    return all
  }, {})

/**
 * Draws orders of the twelve months before `today`: first when each is placed, in milliseconds after the first of these
 * months and mostly in season; then what it says: mostly completed, a few given back.
 */
export function orderDrawer(today: Day, seasons: ReadonlyMap<string, Season>, luck: Chance, idLuck: Chance) {
  const names = people()
  const surnames = names.surname ?? ['王']
  const givenNames = Object.entries(names).find(([part]) => part !== 'surname')?.[1] ?? ['芳']
  const roads = readCsv(join(root, 'demo/streets.csv')).map((line) => line.text ?? '')
  const places: BuyerPlace[] = readCsv(join(root, 'demo/buyer_places.csv')).flatMap((line) =>
    Array.from({ length: Number(line.weight) || 1 }, () => ({
      regionCode: line.region_code ?? '',
      regionName: line.city_zh ?? '',
    })),
  )
  // Closed orders only, so the last five days stay for what visitors buy.
  const end = startOf(today).getTime() - 5 * day
  const begin = end - 360 * day

  const always: Season = { months: [], returnPolicy: 'sevenDay' }
  const seasonOf = (village: DemoVillage) => seasons.get(village.product.categoryCode) ?? always

  const drawMoment = (village: DemoVillage) => momentIn(seasonOf(village).months) - begin

  const drawOrder = (village: DemoVillage, moment: number): DemoOrder => {
    const placedAt = begin + moment
    const { categoryCode, skus } = village.product
    const sku = luck.pick(skus)
    const quantity = 1 + luck.below(3)
    const place = luck.pick(places)
    const freight = place.regionCode.length === 12 ? 800 : 1500
    const goods = quantity * sku.price
    const refunded = luck.next() < 0.02 ? goods + freight : luck.next() < 0.02 ? Math.ceil(goods / 5) : 0
    const whole = refunded === goods + freight
    const iso = (after: number) => new Date(placedAt + after).toISOString()
    const id = () => idLuck.id(placedAt)
    return {
      village,
      ids: { intentId: id(), splitId: id(), refundId: id(), shipmentId: id() },
      order: {
        orderId: id(),
        storeId: village.store.id,
        merchantId: village.merchant.id,
        villageCode: village.merchant.villageCode,
        state: whole ? 'refunded' : 'completed',
        placedAt: iso(0),
        paidAt: iso(60_000 + luck.below(600_000)),
        shippedAt: iso(day / 2),
        receivedAt: iso(2 * day),
        closedAt: iso(4 * day),
        freight,
        refunded,
        method: 'express',
        recipient: `${luck.pick(surnames)}${luck.pick(givenNames)}`,
        phone: phoneOf(5000 + luck.below(5000)),
        ...place,
        addressDetail: `${luck.pick(roads)}${1 + luck.below(300)}号（示例）`,
        isSample: true,
        lines: [
          {
            skuId: sku.id,
            productId: village.product.id,
            categoryCode,
            name: village.product.name,
            nameEn: village.product.nameEn,
            label: sku.label,
            quantity,
            unitPrice: sku.price,
            weightGrams: quantity * sku.weightGrams,
            returnPolicy: seasonOf(village).returnPolicy,
          },
        ],
      },
    }
  }

  return { drawMoment, drawOrder }

  // Four of five fall into the season.
  function momentIn(months: readonly number[]): number {
    for (let tries = 0; ; tries++) {
      const at = end - Math.floor(luck.next() * 360 * day)
      const month = new Date(at + 8 * 3600_000).getUTCMonth() + 1
      if (months.length === 0 || months.includes(month) || luck.next() < 0.05 || tries > 60) return at
    }
  }
}
