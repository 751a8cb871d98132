import { type Db, row } from '../../kernel/db.ts'
import { skusById } from '../catalog/index.ts'
import { lotsFor } from '../inventory/index.ts'
import { type LabelFacts, labelFactsFrom } from '../logistics/index.ts'
import { lotsById, traceUrl } from '../traceability/index.ts'
import type { OrderKey } from './shapes.ts'

type OrderFacts = Omit<LabelFacts, 'lotNumbers' | 'tracePath'> & { productId: string }

// Labels learn here who receives a parcel, so that no second copy of an address has to be guarded and erased.
labelFactsFrom(async (on: Db, { storeId, orderId }: OrderKey) => {
  const [order, lots] = await Promise.all([
    row<OrderFacts>(
      on,
      `select o.order_number, o.recipient, o.phone, o.region_name, o.address_detail, o.is_sample,
         (select string_agg(name || ' ' || sku_label || ' ×' || quantity, '、' order by line) from orders.order_line
          where store_id = $1 and order_id = $2) contents,
         (select product_id from orders.order_line where store_id = $1 and order_id = $2 order by line limit 1) product_id
       from orders."order" o where o.store_id = $1 and o.id = $2 and o.state in ('paid', 'shipped')`,
      [storeId, orderId],
    ),
    findLots(on, orderId),
  ])
  if (!order) return undefined
  const { productId, ...facts } = order
  const [first] = lots
  return {
    ...facts,
    lotNumbers: lots.map(({ lotNumber }) => lotNumber),
    tracePath: first ? traceUrl(first.gtin, first.lotNumber) : `/products/${productId}`,
  }
})

async function findLots(on: Db, orderId: string): Promise<{ gtin: string; lotNumber: string }[]> {
  const parts = await lotsFor(on, orderId)
  const [lots, skus] = await Promise.all([
    lotsById(
      on,
      parts.map(({ lotId }) => lotId),
    ),
    skusById(
      on,
      parts.map(({ skuId }) => skuId),
    ),
  ])
  return parts.flatMap(({ skuId, lotId }) => {
    const [gtin, lotNumber] = [skus.get(skuId)?.gtin, lots.get(lotId)?.lotNumber]
    return gtin && lotNumber ? [{ gtin, lotNumber }] : []
  })
}
