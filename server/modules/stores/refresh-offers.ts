import { change, type Db, rows, type Tx, transact } from '../../kernel/db.ts'
import { type Product, productsById } from '../catalog/index.ts'
import { pathsOf } from '../divisions/index.ts'
import { availabilityOf } from '../inventory/index.ts'
import { merchantsById } from '../merchants/index.ts'
import { lotsOf } from '../traceability/index.ts'
import { buildOffer } from './build-offer.ts'
import { suggestionsFor } from './learn-words.ts'
import { activeStoresOf } from './read-stores.ts'

const newestLots = 3

/**
 * Brings the market's rows of these products up to date with the rooms below: one read per room and one write, however
 * many they are. Products that are not published, or whose store does not sell, leave the market.
 */
export async function refreshOffers(tx: Tx, productIds: readonly string[]): Promise<number> {
  const ids = [...new Set(productIds)].sort()
  if (ids.length === 0) return 0
  const offers = await buildOffers(tx, ids)
  const written = await write(tx, offers)
  const shown = offers.map((offer) => offer.productId)
  await change(tx, 'delete from stores.offer where product_id = any($1) and product_id <> all($2)', [ids, shown])
  return written
}

type Offer = ReturnType<typeof buildOffer> & { merchantId: string }

async function buildOffers(tx: Tx, ids: readonly string[]): Promise<Offer[]> {
  const published = [...(await productsById(tx, ids)).values()].filter(
    (product) => product.state === 'published' && product.skus.some((sku) => !sku.withdrawn),
  )
  if (published.length === 0) return []
  const merchantIds = published.map((product) => product.merchantId)
  const stores = await activeStoresOf(tx, merchantIds)
  const merchants = await merchantsById(tx, [...new Set(merchantIds)])
  const sellable = published.filter(
    ({ merchantId }) => stores.has(merchantId) && merchants.get(merchantId)?.state === 'verified',
  )
  const left = await availabilityOf(
    tx,
    sellable.flatMap((product) => product.skus.map((sku) => sku.id)),
  )
  const lots = await lotsOf(
    tx,
    sellable.map((product) => product.id),
    newestLots,
  )
  const paths = await pathsOf(tx, [...new Set(sellable.map((product) => product.villageCode))])
  const sold = await soldOf(
    tx,
    sellable.map((product) => product.id),
  )
  return sellable.flatMap((product: Product) => {
    const [store, merchant] = [stores.get(product.merchantId), merchants.get(product.merchantId)]
    if (!store || !merchant) return []
    const offer = buildOffer({
      product,
      store,
      merchant,
      path: paths.get(product.villageCode) ?? [],
      lots: lots.get(product.id) ?? [],
      left,
      sold: sold.get(product.id) ?? 0,
    })
    return [{ ...offer, merchantId: merchant.id }]
  })
}

async function soldOf(tx: Tx, ids: readonly string[]): Promise<Map<string, number>> {
  const found = await rows<{ productId: string; sold: number }>(
    tx,
    'select product_id, sold from stores.sale_count where product_id = any($1)',
    [ids],
  )
  return new Map(found.map((each) => [each.productId, each.sold]))
}

async function write(tx: Tx, offers: readonly Offer[]): Promise<number> {
  if (offers.length === 0) return 0
  const written = await change(
    tx,
    `insert into stores.offer as o (product_id, store_id, village_code, county_code, category_code, category_root, name,
       name_en, place, place_en, form, cover, price, unit_price, certifications, season_months, in_stock, sold, rank, words,
       detail, is_sample)
     select "productId", "storeId", "villageCode", "countyCode", "categoryCode", "categoryRoot", name, "nameEn", place,
       "placeEn", form, cover, price, "unitPrice", certifications, "seasonMonths", "inStock", sold, rank, words::tsvector,
       detail, "isSample"
     from jsonb_to_recordset($1::jsonb) r("productId" uuid, "storeId" uuid, "villageCode" text, "countyCode" text,
       "categoryCode" text, "categoryRoot" text, name text, "nameEn" text, place text, "placeEn" text, form text, cover uuid,
       price bigint, "unitPrice" bigint, certifications text[], "seasonMonths" smallint[], "inStock" boolean, sold int,
       rank float8, words text, detail jsonb, "isSample" boolean)
     on conflict (product_id) do update set store_id = excluded.store_id, village_code = excluded.village_code,
       county_code = excluded.county_code, category_code = excluded.category_code, category_root = excluded.category_root,
       name = excluded.name, name_en = excluded.name_en, place = excluded.place, place_en = excluded.place_en,
       form = excluded.form, cover = excluded.cover, price = excluded.price, unit_price = excluded.unit_price,
       certifications = excluded.certifications, season_months = excluded.season_months, in_stock = excluded.in_stock,
       sold = excluded.sold, rank = excluded.rank, words = excluded.words, detail = excluded.detail,
       is_sample = excluded.is_sample, refreshed_at = now()
     where (o.detail, o.words, o.rank) is distinct from (excluded.detail, excluded.words, excluded.rank)`,
    [JSON.stringify(offers)],
  )
  await writeSkus(tx, offers)
  await suggestionsFor(
    tx,
    offers.map((offer) => offer.detail),
  )
  return written
}

async function writeSkus(tx: Tx, offers: readonly Offer[]): Promise<void> {
  const skus = offers.flatMap(({ detail, merchantId }) =>
    detail.skus.map((sku) => ({
      ...sku,
      productId: detail.productId,
      merchantId,
      returnPolicy: detail.returnPolicy,
      coldChain: detail.coldChain,
    })),
  )
  await change(
    tx,
    `with gone as (
       delete from stores.offer_sku where product_id = any($2) and sku_id <> all($3)
     )
     insert into stores.offer_sku as k (sku_id, product_id, merchant_id, label, price, weight_grams, gtin, return_policy, cold_chain)
     select "skuId", "productId", "merchantId", label, price, "weightGrams", gtin, "returnPolicy", "coldChain"
     from jsonb_to_recordset($1::jsonb) r("skuId" uuid, "productId" uuid, "merchantId" uuid, label text, price bigint,
       "weightGrams" int, gtin text, "returnPolicy" text, "coldChain" boolean)
     on conflict (sku_id) do update set product_id = excluded.product_id, merchant_id = excluded.merchant_id,
       label = excluded.label, price = excluded.price, weight_grams = excluded.weight_grams, gtin = excluded.gtin,
       return_policy = excluded.return_policy, cold_chain = excluded.cold_chain
     where (k.label, k.price, k.weight_grams, k.return_policy, k.cold_chain)
       is distinct from (excluded.label, excluded.price, excluded.weight_grams, excluded.return_policy, excluded.cold_chain)`,
    [JSON.stringify(skus), offers.map((offer) => offer.productId), skus.map((sku) => sku.skuId)],
  )
}

/** Refreshes every product there is, in batches of 500; says how many are done. */
export async function refreshAllOffers(
  db: Db,
  allIds: AsyncIterable<readonly string[]> | Iterable<readonly string[]>,
  onProgress: (done: number) => void = () => {},
): Promise<number> {
  let done = 0
  for await (const ids of allIds) {
    await transact(db, (tx) => refreshOffers(tx, ids))
    done += ids.length
    onProgress(done)
  }
  return done
}
