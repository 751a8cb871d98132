import type { Db } from '../../kernel/db.ts'
import { type Tx, transact } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import { stocked } from '../inventory/testing.ts'
import { type Goods, someGoods } from '../traceability/testing.ts'
import { importStores } from './import-stores.ts'
import { refreshOffers } from './refresh-offers.ts'

export type Shop = Goods & { storeId: string }

/** For tests: a selling store with one product, `stock` of every sku and lot, shown on the market. */
export async function someShop(
  on: Db | Tx,
  { stock = 100, ...wish }: Parameters<typeof someGoods>[1] & { stock?: number } = {},
): Promise<Shop> {
  const goods = await someGoods(on, wish)
  const storeId = newId()
  await importStores(on, [
    {
      id: storeId,
      merchantId: goods.merchantId,
      villageCode: goods.villageCode,
      name: '桃源小店',
      intro: '',
      introEn: '',
      openedAt: '2026-01-01T00:00:00Z',
      isSample: wish.isSample ?? false,
    },
  ])
  if (stock > 0) await stocked(on, goods, stock)
  if (on.isTransaction) await refreshOffers(on as Tx, [goods.productId])
  else await transact(on, (tx) => refreshOffers(tx, [goods.productId]))
  return { ...goods, storeId }
}
