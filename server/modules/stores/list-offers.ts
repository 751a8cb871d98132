import { type Db, row, rows } from '../../kernel/db.ts'
import { type Page, pageOf } from '../../kernel/pages.ts'
import { recentlyFrom } from '../../kernel/recent.ts'
import { Asking, cardColumns, type Filters, keyIn, narrow, orderBy, withoutRank } from './filter-offers.ts'
import type { OfferCard, OfferDetail, Offered } from './offer-shapes.ts'
import { notOnSale, unknownOffer } from './refusals.ts'

/** Offers, narrowed and in order; one statement on one table. */
export async function listOffers(on: Db, filters: Filters = {}): Promise<Page<OfferCard>> {
  const limit = Math.min(filters.limit ?? 20, 60)
  const asking = new Asking()
  narrow(asking, filters)
  const order = orderBy(asking, filters)
  const found = await rows<OfferCard & { rank: number }>(
    on,
    `select ${cardColumns}, o.rank from stores.offer o where true${asking.and} order by ${order} limit ${asking.value(limit + 1)}`,
    asking.values,
  )
  return withoutRank(pageOf(found, limit, keyIn(filters)))
}

/** All that a product page shows, as JSON text ready to send; one read by primary key. */
export async function offerDetailText(on: Db, productId: string): Promise<string> {
  const found = await row<{ detail: string }>(
    on,
    'select detail::text detail from stores.offer where product_id = $1',
    [productId],
  )
  if (!found) throw unknownOffer()
  return found.detail
}

/** All that a product page shows; refuses what is not on sale. */
export async function offerDetail(on: Db, productId: string): Promise<OfferDetail> {
  return JSON.parse(await offerDetailText(on, productId))
}

/** What the market offers under these packages; refuses when one of them is not on sale. At most one statement. */
export async function requireOffers(on: Db, skuIds: readonly string[]): Promise<Map<string, Offered>> {
  const found = await offersOf(on, skuIds)
  const missing = skuIds.findIndex((skuId) => !found.has(skuId))
  if (missing >= 0) throw notOnSale({ skuId: skuIds[missing] as string }, `lines.${missing}.skuId`)
  return found
}

/**
 * What the market offers under these packages; those not on sale are left out. A transaction sees this very moment, a
 * reader the last second: who puts goods into the basket looks at the basket next.
 */
export function offersOf(on: Db, skuIds: readonly string[]): Promise<Map<string, Offered>> {
  return offered(on, skuIds.join(), () => findOffers(on, skuIds))
}

const offered = recentlyFrom<Map<string, Offered>>({ ms: 1000, entries: 2000 })

async function findOffers(on: Db, skuIds: readonly string[]): Promise<Map<string, Offered>> {
  const found = await rows<Offered>(
    on,
    `select k.sku_id, o.product_id, o.store_id, s.name store_name, k.merchant_id, o.village_code, o.name, o.name_en, k.label,
       k.price, k.weight_grams, k.gtin, k.return_policy, o.category_code, k.cold_chain, o.form, o.cover, o.is_sample
     -- The offset keeps the few packages first, also before the tables' statistics are known.
     from (select * from stores.offer_sku where sku_id = any($1) offset 0) k
       join stores.offer o using (product_id) join stores.store s on s.id = o.store_id
     where s.state = 'active'`,
    [skuIds],
  )
  return new Map(found.map((offer) => [offer.skuId, offer]))
}

/** What these products look like on the shelf; those not on sale are left out. */
export async function facesOf(
  on: Db,
  productIds: readonly string[],
): Promise<Map<string, Pick<OfferCard, 'productId' | 'name' | 'form' | 'cover'>>> {
  const found = await rows<Pick<OfferCard, 'productId' | 'name' | 'form' | 'cover'>>(
    on,
    'select product_id, name, form, cover from stores.offer where product_id = any($1)',
    [[...new Set(productIds)]],
  )
  return new Map(found.map((face) => [face.productId, face]))
}
