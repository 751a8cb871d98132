import { randomInt } from 'node:crypto'
import { change, type Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import { importMerchants, makeUscc } from '../merchants/index.ts'

export interface Goods {
  merchantId: string
  villageCode: string
  productId: string
  skuIds: string[]
  gtins: string[]
  /** Oldest harvest first. */
  lotIds: string[]
}

/** For tests: a verified merchant's published product with some skus and lots, in 阳山镇桃源村 unless told. */
export async function someGoods(
  tx: Tx,
  {
    skus = 1,
    lots = 1,
    name = '阳山水蜜桃',
    nameEn = 'Yangshan honey peach',
    villageCode = '320206103211',
    isSample = false,
  } = {},
): Promise<Goods> {
  const [merchantId, productId] = [newId(), newId()]
  const skuIds = Array.from({ length: skus }, () => newId())
  const gtins = skuIds.map(() => String(randomInt(1e13)).padStart(14, '2'))
  const lotIds = Array.from({ length: lots }, () => newId())
  await importMerchants(tx, [
    {
      id: merchantId,
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
  await change(
    tx,
    `insert into catalog.category (code, name, name_en, form, season_months, return_policy)
     values ('fruit.peach', '水蜜桃', 'Honey peaches', 'peach', '{6,7,8}', 'perishableExempt') on conflict do nothing`,
  )
  await change(
    tx,
    `insert into catalog.product
       (id, merchant_id, village_code, category_code, name, name_en, season_months, return_policy, state, published_at, is_sample)
     values ($1, $2, $3, 'fruit.peach', $4, $5, '{6,7,8}', 'perishableExempt', 'published', now(), $6)`,
    [productId, merchantId, villageCode, name, nameEn, isSample],
  )
  await change(
    tx,
    `insert into catalog.sku (id, product_id, label, weight_grams, price, gtin, position)
     select id, $2, n || '×500g', 500 * n, 1990 * n, gtin, n from unnest($1::uuid[], $3::text[]) with ordinality s(id, gtin, n)`,
    [skuIds, productId, gtins],
  )
  await change(
    tx,
    `insert into traceability.lot (id, product_id, merchant_id, village_code, lot_number, harvested_on, quantity_grams, is_sample)
     select id, $2, $3, $4, 'LOT-' || n, date '2026-07-01' + n::int, 1000000, $5 from unnest($1::uuid[]) with ordinality l(id, n)`,
    [lotIds, productId, merchantId, villageCode, isSample],
  )
  return { merchantId, villageCode, productId, skuIds, gtins, lotIds }
}
