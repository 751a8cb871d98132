import { join } from 'node:path'
import { type CsvRow, readCsv } from '../data/read-csv.ts'
import { root } from '../server/kernel/config.ts'
import { addDays, type Day, startOf } from '../server/kernel/time.ts'
import { makeUscc } from '../server/modules/merchants/index.ts'
import { marksOf } from './make-marks.ts'
import type { Chance } from './random.ts'

/** One village of the demo world with all that it sells. Everything in it is sample data. */
export type DemoVillage = ReturnType<typeof makeVillage>

const bases = {
  company: 'thirdPartyTest',
  cooperative: 'selfTest',
  familyFarm: 'internalControl',
  selfEmployed: 'internalControl',
  naturalPerson: 'selfPledge',
} as const
type Kind = keyof typeof bases

/** The real pairs of product and village that the demo world is made of. */
export const pairs = (): CsvRow[] => readCsv(join(root, 'demo/pairs.csv'))

/** Makes a village's merchant, store, product, lots, stock and station from one pair, in its own or in another village. */
export function makeVillage(
  pair: CsvRow,
  villageCode: string,
  villageName: string,
  number: number,
  today: Day,
  luck: Chance,
) {
  const opened = addDays(today, -400 + luck.below(20))
  const at = startOf(opened).getTime()
  const [merchantId, storeId, productId] = [luck.id(at), luck.id(at), luck.id(at)]
  const elsewhere = villageCode !== pair.village_code
  const kind = (pair.merchant_kind ?? 'naturalPerson') as Kind
  const name = pair.product_name ?? ''
  const grower = pair.grower_name ?? ''
  const merchantName = elsewhere ? `${villageName}${grower}${name}农户` : (pair.merchant_name ?? '')
  const skus = (pair.packs ?? '').split(';').map((pack) => {
    const [label = '', , grams = '500', price = '1000'] = pack.split('|')
    return { id: luck.id(at), label, weightGrams: Number(grams), price: Number(price) }
  })
  const shared = { villageCode, isSample: true }
  const natural = elsewhere || kind === 'naturalPerson'
  return {
    number,
    merchant: {
      ...shared,
      id: merchantId,
      kind: natural ? ('naturalPerson' as const) : kind,
      name: merchantName,
      ...(natural
        ? { selfProduced: `自家所产${name}` }
        : { uscc: makeUscc(`9${kind === 'company' ? 1 : 3}${pair.county_code}${String(number).padStart(9, 'D')}`) }),
      contactName: grower,
      contactPhone: phoneOf(number),
      registeredOn: opened,
    },
    store: {
      ...shared,
      id: storeId,
      merchantId,
      name: (elsewhere ? `${villageName}一品店` : (pair.store_name ?? '')).slice(0, 40),
      intro: pair.story_zh ?? '',
      introEn: pair.story_en ?? '',
      openedAt: new Date(at).toISOString(),
    },
    signature: {
      ...shared,
      id: luck.id(at),
      categoryCode: pair.category_code ?? '',
      name,
      story: pair.story_zh ?? '',
      publishedOn: opened,
    },
    product: {
      ...shared,
      id: productId,
      merchantId,
      categoryCode: pair.category_code ?? '',
      name,
      nameEn: pair.name_en ?? '',
      story: pair.story_zh ?? '',
      storyEn: pair.story_en ?? '',
      publishedOn: opened,
      skus,
      certifications: marksOf(pair, productId, number, elsewhere, today),
    },
    lots: lotsOf(skus, today, number, luck).map((lot) => ({
      ...lot,
      pledge: {
        id: luck.id(startOf(lot.harvestedOn).getTime()),
        lotId: lot.id,
        pledgeNumber: `HGZ-${lot.lotNumber}`,
        productName: name,
        quantityGrams: lot.quantityGrams,
        origin: `${villageName}（示例）`,
        pledger: merchantName,
        contact: phoneOf(number),
        basis: natural ? ('selfPledge' as const) : bases[kind],
        issuedOn: lot.harvestedOn,
      },
      row: {
        ...shared,
        id: lot.id,
        productId,
        merchantId,
        lotNumber: lot.lotNumber,
        harvestedOn: lot.harvestedOn,
        quantityGrams: lot.quantityGrams,
        producerName: grower,
        plot: '示例地块',
      },
    })),
    station: {
      id: luck.id(at),
      kind: 'standard' as const,
      divisionCode: villageCode,
      name: `${villageName}电商服务站`,
      address: `${villageName}村部一楼`,
      phone: phoneOf(number),
      services: ['ecommerce' as const, 'convenience' as const],
      pickup: true,
      openedOn: opened,
      isSample: true,
    },
  }
}

/** The number range 199 0000 xxxx is made up for the demo world. */
export const phoneOf = (number: number) => `1990000${String(number % 10_000).padStart(4, '0')}`

function lotsOf(skus: { id: string; weightGrams: number }[], today: Day, number: number, luck: Chance) {
  return [9, 4, 1].map((ago, index) => {
    const harvestedOn = addDays(today, -ago - luck.below(2))
    const pieces = skus.map((sku) => ({ skuId: sku.id, received: 120 + luck.below(400), weightGrams: sku.weightGrams }))
    return {
      id: luck.id(startOf(harvestedOn).getTime() + index),
      lotNumber: `L${harvestedOn.replaceAll('-', '').slice(2)}-${String(number).padStart(5, '0')}${index + 1}`,
      harvestedOn,
      pieces,
      quantityGrams: pieces.reduce((sum, piece) => sum + piece.received * piece.weightGrams, 0),
    }
  })
}
