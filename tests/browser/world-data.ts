import { join } from 'node:path'
import { readCsv } from '../../data/read-csv.ts'
import { systemActor } from '../../server/kernel/actor.ts'
import { root } from '../../server/kernel/config.ts'
import { type Db, rows, transact } from '../../server/kernel/db.ts'
import { newId } from '../../server/kernel/ids.ts'
import { importPeople } from '../../server/modules/accounts/index.ts'
import {
  importCategories,
  importProducts,
  importSignatureProducts,
  submitSignatureProduct,
} from '../../server/modules/catalog/index.ts'
import { countyCodeOf, importDivisions, pathOf, townshipCodeOf } from '../../server/modules/divisions/index.ts'
import { importMerchants } from '../../server/modules/merchants/index.ts'
import { importTargets, rebuildFigures } from '../../server/modules/monitoring/index.ts'
import { createOrderParts, importOrders } from '../../server/modules/orders/index.ts'
import { importStations } from '../../server/modules/stations/index.ts'
import { importStores } from '../../server/modules/stores/index.ts'

export interface Officer {
  name: string
  username: string
  password: string
  totpSecret: string
}
export type Officers = Record<
  'province' | 'county' | 'township' | 'leaving' | 'retiring' | 'heir' | 'village' | 'nextVillage',
  Officer
>
export interface Place {
  villageCode: string
  path: { code: string; name: string; level: string }[]
  /** Two villages of the same township that have nothing yet, with an officer each. */
  empty: { code: string; name: string }[]
}

const villagesAtMost = 24

/** Real products of real villages, as sample data: enough for every journey, small enough to load in seconds. */
export async function fillWorld(db: Db, secret: string): Promise<{ officers: Officers; place: Place }> {
  await importDivisions(db)
  await importCategories(db)
  await importTargets(db)
  const pairs = readCsv(join(root, 'demo/pairs.csv')).slice(0, villagesAtMost)
  const sellers = pairs.map((pair) => sellerOf(pair))
  await importMerchants(
    db,
    sellers.map((seller) => seller.merchant),
  )
  await importSignatureProducts(
    db,
    sellers.map((seller) => seller.signature),
  )
  await importProducts(
    db,
    sellers.map((seller) => seller.product),
  )
  await importStores(
    db,
    sellers.map((seller) => seller.store),
  )
  await importStations(
    db,
    sellers.slice(0, 6).map((seller) => seller.station),
  )
  await createOrderParts(db)
  await importOrders(
    db,
    sellers.flatMap((seller, at) => ordersOf(seller, at)),
  )
  await rebuildFigures(db)
  const first = sellers[0]
  if (!first) throw new Error('the list of pairs is empty')
  const villageCode = first.merchant.villageCode
  const [waiting, ...empty] = await emptyVillages(db, villageCode, sellers)
  if (!waiting || empty.length < 2) throw new Error('the township of the first pair has too few empty villages')
  await submitOne(db, waiting.code, first.product.categoryCode)
  return {
    officers: await makeOfficers(db, secret, villageCode, empty),
    place: { villageCode, path: await pathOf(db, villageCode), empty },
  }
}

type Seller = ReturnType<typeof sellerOf>

function sellerOf(pair: Record<string, string>) {
  const [merchantId, storeId, productId, skuId] = [newId(), newId(), newId(), newId()]
  const { village_code: villageCode = '', product_name: name = '', category_code: categoryCode = '' } = pair
  const [label = '一份', , grams = '500', price = '1000'] = pair.packs?.split(';')[0]?.split('|') ?? []
  const shared = { villageCode, isSample: true }
  const opened = daysAgo(400)
  return {
    skuId,
    label,
    price: Number(price),
    weightGrams: Number(grams),
    merchant: {
      ...shared,
      id: merchantId,
      kind: 'naturalPerson' as const,
      name: pair.merchant_name ?? name,
      selfProduced: `自家所产${name}`,
      contactName: pair.grower_name ?? '王某',
      contactPhone: '13800001234',
      registeredOn: opened.slice(0, 10),
    },
    signature: {
      ...shared,
      id: newId(),
      categoryCode,
      name,
      story: pair.story_zh ?? '',
      publishedOn: opened.slice(0, 10),
    },
    product: {
      ...shared,
      id: productId,
      merchantId,
      categoryCode,
      name,
      publishedOn: opened.slice(0, 10),
      skus: [{ id: skuId, label, weightGrams: Number(grams), price: Number(price) }],
    },
    store: {
      ...shared,
      id: storeId,
      merchantId,
      name: pair.store_name ?? name,
      intro: '',
      introEn: '',
      openedAt: opened,
    },
    station: {
      id: newId(),
      kind: 'standard' as const,
      divisionCode: villageCode,
      name: `${pair.village_name ?? ''}服务站`,
      address: '村部一楼',
      phone: '025-84700000',
      services: ['ecommerce' as const, 'convenience' as const],
      pickup: true,
      openedOn: opened.slice(0, 10),
      isSample: true,
    },
  }
}

function ordersOf({ merchant, store, product, skuId, label, price, weightGrams }: Seller, at: number) {
  // Some this month, some last month, some a year ago, so that every comparison has something to compare.
  return [0, 0, 31, 365].map((ago, position) => {
    const placedAt = daysAgo(ago, at * 60_000 + position * 1000)
    return {
      storeId: store.id,
      merchantId: merchant.id,
      villageCode: merchant.villageCode,
      state: 'completed' as const,
      placedAt,
      paidAt: placedAt,
      shippedAt: placedAt,
      receivedAt: placedAt,
      closedAt: placedAt,
      freight: 800,
      refunded: 0,
      recipient: '林女士',
      phone: '13900005678',
      regionCode: '310000',
      regionName: '上海市',
      addressDetail: '示例路 1 号',
      isSample: true,
      lines: [
        {
          skuId,
          productId: product.id,
          categoryCode: product.categoryCode,
          name: product.name,
          label,
          quantity: 1 + (at % 3),
          unitPrice: price,
          weightGrams,
          returnPolicy: 'perishableExempt' as const,
        },
      ],
    }
  })
}

function daysAgo(days: number, earlierMs = 0): string {
  return new Date(Date.now() - days * 86_400_000 - earlierMs).toISOString()
}

/** Neighbours of the first village that sell nothing, so that opening can be walked from the beginning. */
async function emptyVillages(db: Db, villageCode: string, sellers: readonly Seller[]): Promise<Place['empty']> {
  const taken = sellers.map((seller) => seller.merchant.villageCode)
  return rows<{ code: string; name: string }>(
    db,
    `select code, name from divisions.division where parent_code = $1 and not code = any($2)
       and code in (select division_code from monitoring.standing where villages = 1) order by code limit 3`,
    [townshipCodeOf(villageCode), taken],
  )
}

/** One proposal that waits for the township. */
async function submitOne(db: Db, villageCode: string, categoryCode: string): Promise<void> {
  const proposal = { villageCode, categoryCode, name: '后山野茶', story: '后山老茶园，谷雨前采。' }
  await transact(db, (tx) => submitSignatureProduct(tx, systemActor, proposal))
}

const officer = (name: string, username: string): Officer => ({
  name,
  username,
  password: 'sample-password-1',
  totpSecret: `sample-secret-of-${username}-0123456789`,
})

async function makeOfficers(db: Db, secret: string, villageCode: string, empty: Place['empty']): Promise<Officers> {
  const [province, county, township] = ['320000000000', countyCodeOf(villageCode), townshipCodeOf(villageCode)]
  const officers: Officers = {
    province: officer('徐明', 'sheng'),
    county: officer('周敏', 'xian'),
    township: officer('陈立', 'xiang'),
    leaving: officer('吴芳', 'wufang'),
    retiring: officer('孙平', 'sunping'),
    heir: officer('沈勇', 'shenyong'),
    village: officer('王春兰', 'cun'),
    nextVillage: officer('朱桂英', 'lincun'),
  }
  const duties = {
    province: (['officer', 'admin', 'auditor'] as const).map((role) => ({ role, divisionCode: province })),
    county: [{ role: 'officer' as const, divisionCode: county }],
    township: [{ role: 'officer' as const, divisionCode: township }],
    leaving: [{ role: 'officer' as const, divisionCode: county }],
    retiring: [{ role: 'officer' as const, divisionCode: county }],
    heir: [{ role: 'officer' as const, divisionCode: township }],
    village: [{ role: 'officer' as const, divisionCode: empty[0]?.code ?? '' }],
    nextVillage: [{ role: 'officer' as const, divisionCode: empty[1]?.code ?? '' }],
  }
  await importPeople(
    db,
    Object.entries(officers).map(([key, officer]) => ({
      ...officer,
      duties: duties[key as keyof Officers],
      isSample: true,
    })),
    secret,
  )
  return officers
}
