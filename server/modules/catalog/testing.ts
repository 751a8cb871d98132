import { change, type Db, type Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import { person } from '../../kernel/testing.ts'
import { importMerchants, makeUscc } from '../merchants/index.ts'
import { importCategories } from './categories.ts'

export const county = '320206000000'
export const township = '320206103000'
export const village = '320206103211'
export const foreign = '320322101001'

export const ownerOf = (merchantId: string) => person({ role: 'merchant_owner', merchantId })
export const operatorOf = (divisionCode: string) => person({ role: 'station_operator', divisionCode })

let companies = 0

/** For tests: the categories and a verified merchant of the village. */
export async function someMerchant(on: Db, villageCode = village): Promise<string> {
  await importCategories(on)
  const id = newId()
  await importMerchants(on, [
    {
      id,
      kind: 'cooperative',
      name: '桃源水蜜桃合作社',
      uscc: makeUscc(`93320206${String(700_000_000 + ++companies)}`),
      villageCode,
      contactName: '王小明',
      contactPhone: '13800000000',
      registeredOn: '2026-01-01',
      isSample: true,
    },
  ])
  return id
}

export const peaches = (merchantId: string) => ({
  merchantId,
  name: '阳山水蜜桃',
  nameEn: 'Yangshan honey peach',
  categoryCode: 'fruit.peach',
  villageCode: village,
  story: '七月的桃，皮薄汁多。',
  skus: [
    { label: '6 个装', weightGrams: 1500, price: 6800 },
    { label: '12 个装', weightGrams: 3000, price: 12_800 },
  ],
})

/** For tests: the merchant may not sell for now. */
export async function unverify(tx: Tx, merchantId: string): Promise<void> {
  await change(tx, `update merchants.merchant set state = 'suspended' where id = $1`, [merchantId])
}
