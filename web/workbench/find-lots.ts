import { ask, type Lot, type Page, type Product } from './api.ts'
import { villagesOf } from './find-work.ts'
import type { Person } from './screens.tsx'

/** A lot with what it is a lot of. */
export interface LotOf {
  lot: Lot
  name: string
  gtin: string
}

/** The newest lots of what this person keeps, the latest harvest first. */
export async function findLots(me: Person): Promise<LotOf[]> {
  const own = me.duties.flatMap((duty) => (duty.role === 'merchant_owner' && duty.merchantId) || [])
  const paths = [...own.map((id) => `merchant=${id}`), ...villagesOf(me).map((code) => `division=${code}`)]
  const found = await Promise.all(paths.map((path) => ask<Page<Product>>('GET', `/api/products?${path}&limit=20`)))
  const products = new Map(found.flatMap(({ items }) => items).map((product) => [product.id, product]))
  const lots = await Promise.all(
    [...products.values()].map(async ({ id, name, skus }) => {
      const items = await ask<Lot[]>('GET', `/api/lots?product=${id}`)
      return items.map((lot) => ({ lot, name, gtin: skus[0]?.gtin ?? '' }))
    }),
  )
  return lots.flat().sort((a, b) => b.lot.harvestedOn.localeCompare(a.lot.harvestedOn))
}
