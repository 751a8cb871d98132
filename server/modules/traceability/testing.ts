import { randomInt } from 'node:crypto'
import type { Db } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import { type ImportedProduct, importCategories, importProducts, skusById } from '../catalog/index.ts'
import { importMerchants, makeUscc } from '../merchants/index.ts'
import { importLots } from './import-lots.ts'

export interface Goods {
  merchantId: string
  villageCode: string
  productId: string
  skuIds: string[]
  gtins: string[]
  /** Oldest harvest first. */
  lotIds: string[]
}

type Wish = Partial<Pick<ImportedProduct, 'name' | 'nameEn' | 'categoryCode' | 'seasonMonths' | 'certifications'>>

/** For tests: a verified merchant's published product with some skus and lots, in 桃源村 of 惠山区 unless told. */
export async function someGoods(
  on: Db,
  {
    skus = 1,
    lots = 1,
    villageCode = '320206103211',
    isSample = false,
    ...wish
  }: Wish & {
    skus?: number
    lots?: number
    villageCode?: string
    isSample?: boolean
  } = {},
): Promise<Goods> {
  const goods = {
    merchantId: newId(),
    villageCode,
    productId: newId(),
    skuIds: Array.from({ length: skus }, () => newId()),
    lotIds: Array.from({ length: lots }, () => newId()),
  }
  await importCategories(on)
  await importMerchants(on, [
    {
      id: goods.merchantId,
      kind: 'cooperative',
      name: '桃源水蜜桃合作社',
      uscc: makeUscc(`93320206${String(randomInt(1e9)).padStart(9, '0')}`),
      villageCode,
      contactName: '王小明',
      contactPhone: '13800000000',
      registeredOn: '2026-01-01',
      isSample,
    },
  ])
  await importProducts(on, [
    {
      id: goods.productId,
      merchantId: goods.merchantId,
      villageCode,
      categoryCode: 'fruit.peach',
      name: '阳山水蜜桃',
      nameEn: 'Yangshan honey peach',
      publishedOn: '2026-06-01',
      skus: goods.skuIds.map((id, n) => ({
        id,
        label: `${n + 1}×500g`,
        weightGrams: 500 * (n + 1),
        price: 1990 * (n + 1),
      })),
      isSample,
      ...wish,
    },
  ])
  await importLots(
    on,
    goods.lotIds.map((id, n) => ({
      id,
      productId: goods.productId,
      merchantId: goods.merchantId,
      villageCode,
      lotNumber: `LOT-${n + 1}`,
      harvestedOn: `2026-07-0${n + 2}`,
      quantityGrams: 1_000_000,
      producerName: '王小明',
      plot: '桃源一组',
      isSample,
    })),
  )
  const known = await skusById(on, goods.skuIds)
  return { ...goods, gtins: goods.skuIds.map((id) => known.get(id)?.gtin ?? '') }
}
