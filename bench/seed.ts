import { pathToFileURL } from 'node:url'
import { readConfig } from '../server/kernel/config.ts'
import { change, connect, type Db, transact } from '../server/kernel/db.ts'
import { newId } from '../server/kernel/ids.ts'
import { migrate } from '../server/kernel/migrate.ts'
import { addDays, dayOf } from '../server/kernel/time.ts'
import { importCategories, importProducts } from '../server/modules/catalog/index.ts'
import { agriculturalVillages, importDivisions } from '../server/modules/divisions/index.ts'
import { importStock } from '../server/modules/inventory/index.ts'
import { importMerchants } from '../server/modules/merchants/index.ts'
import { importTargets, rebuildFigures } from '../server/modules/monitoring/index.ts'
import { createOrderParts } from '../server/modules/orders/index.ts'
import { importStores, refreshAllOffers, weighSuggestions } from '../server/modules/stores/index.ts'
import { importLots, importTraceEvents } from '../server/modules/traceability/index.ts'
import { type BenchProduct, type Dataset, loadDataset } from './dataset.ts'

// The counties in which the data set's ten places lie, and the categories of its ten crops.
const counties = ['320206', '320506', '321084', '320830', '320924', '320321', '320481', '321183', '320682', '321322']
const categories = [
  'fruit.peach',
  'tea.green',
  'processed.saltegg',
  'aquatic.crayfish',
  'grain.rice',
  'fruit.apple',
  'vegetable.stem',
  'fruit.strawberry',
  'processed.ham',
  'plant.seedling',
]

interface Seller {
  merchantId: string
  storeId: string
  villageCode: string
}

/** Fills an empty database with the goods of the data set: a store for each place and crop, ten products in each. */
export async function seedBench(db: Db, { products, limited }: Dataset): Promise<void> {
  await importDivisions(db)
  await importCategories(db)
  await importTargets(db)
  await createOrderParts(db)
  const sellers = await openStores(db, products)
  const special: BenchProduct = {
    n: products.length,
    title: limited.title,
    handle: limited.handle,
    category: 0,
    description: limited.title,
    variants: [{ title: 'box', sku: limited.sku, fen: limited.fen }],
    stock: limited.stock,
  }
  const ids = await stockShelves(db, [...products, special], (product) => sellers.get(sellerKey(product)))
  await refreshAllOffers(
    db,
    Array.from({ length: Math.ceil(ids.length / 500) }, (_, at) => ids.slice(at * 500, at * 500 + 500)),
  )
  await weighSuggestions(db)
  await rebuildFigures(db)
}

const sellerKey = ({ n, category }: BenchProduct) => `${n % 10} ${category}`

async function openStores(db: Db, products: readonly BenchProduct[]): Promise<Map<string, Seller>> {
  const villages = await agriculturalVillages(db)
  const inCounty = counties.map((county) => villages.filter((code) => code.startsWith(county)))
  const sellers = new Map<string, Seller>()
  for (const product of products) {
    const villageCode = inCounty[product.n % 10]?.[product.category] ?? ''
    if (!sellers.has(sellerKey(product)))
      sellers.set(sellerKey(product), { merchantId: newId(), storeId: newId(), villageCode })
  }
  const all = [...sellers.values()].map((seller, number) => ({ ...seller, number, isSample: true }))
  const openedOn = addDays(dayOf(new Date()), -30)
  await importMerchants(
    db,
    all.map(({ merchantId, number, ...rest }) => ({
      ...rest,
      id: merchantId,
      kind: 'naturalPerson' as const,
      name: `示例农户${number}`,
      selfProduced: '示例产品',
      contactName: `示例农户${number}`,
      contactPhone: `1990001${String(number).padStart(4, '0')}`,
      registeredOn: openedOn,
    })),
  )
  await importStores(
    db,
    all.map(({ storeId, number, ...rest }) => ({
      ...rest,
      id: storeId,
      name: `示例一品店${number}`,
      intro: '',
      introEn: '',
      openedAt: `${openedOn}T00:00:00+08:00`,
    })),
  )
  return sellers
}

async function stockShelves(
  db: Db,
  products: readonly BenchProduct[],
  sellerOf: (product: BenchProduct) => Seller | undefined,
): Promise<string[]> {
  const harvestedOn = addDays(dayOf(new Date()), -1)
  const made = products.map((product) => {
    const { merchantId = '', villageCode = '' } = sellerOf(product) ?? {}
    const skus = product.variants.map((variant) => ({
      id: newId(),
      // The code is part of the label, so that it is found by search and by whoever reads the database.
      label: `${variant.title} ${variant.sku}`,
      weightGrams: variant.title === '1kg' ? 1000 : 500,
      price: variant.fen,
    }))
    const shared = { merchantId, villageCode, isSample: true }
    return { product, skus, shared, id: newId(), lotId: newId() }
  })
  await importProducts(
    db,
    made.map(({ product, skus, shared, id }) => ({
      ...shared,
      id,
      skus,
      categoryCode: categories[product.category] ?? '',
      name: product.title,
      nameEn: `${product.title.replace(/\P{ASCII}/gu, '').trim()} ${product.handle}`,
      story: product.description,
      publishedOn: harvestedOn,
    })),
  )
  await importLots(
    db,
    made.map(({ product, shared, id, lotId }) => ({
      ...shared,
      id: lotId,
      productId: id,
      lotNumber: `L${harvestedOn.replaceAll('-', '').slice(2)}-${String(product.n).padStart(6, '0')}`,
      harvestedOn,
      quantityGrams: 1_000_000_000,
      producerName: '示例农户',
      plot: '',
    })),
  )
  await transact(db, (tx) =>
    importTraceEvents(
      tx,
      made.map(({ shared, lotId }) => ({
        lotId,
        kind: 'harvested',
        happenedAt: `${harvestedOn}T06:30:00+08:00`,
        divisionCode: shared.villageCode,
        place: '产地',
        reference: `bench:${lotId}`,
      })),
    ),
  )
  await importStock(
    db,
    made.flatMap(({ product, skus, lotId }) =>
      skus.map((sku) => ({
        skuId: sku.id,
        lotId,
        harvestedOn,
        received: product.stock,
        shipped: 0,
        receivedAt: `${harvestedOn}T10:00:00+08:00`,
        shippedAt: `${harvestedOn}T10:00:00+08:00`,
      })),
    ),
  )
  return made.map(({ id }) => id)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { databaseUrl } = readConfig()
  if (!databaseUrl) throw new Error('seed wants DATABASE_URL: an empty database that may be filled with sample data')
  await migrate(databaseUrl)
  const { db, close } = connect(databaseUrl, 4)
  const dataset = await loadDataset()
  await seedBench(db, dataset)
  await change(db, 'analyze')
  await close()
  console.log(JSON.stringify({ products: dataset.products.length, source: dataset.source }))
}
