import type { Actor } from '../../kernel/actor.ts'
import { audit } from '../../kernel/audit.ts'
import { breaksUnique, change, type Tx } from '../../kernel/db.ts'
import { announce } from '../../kernel/events.ts'
import { claimPhotos } from '../../kernel/files.ts'
import { requireMerchant } from '../merchants/index.ts'
import { checkProduct } from './check-product.ts'
import { productChanged } from './events.ts'
import { ownsProduct, requireKeeper } from './product-keepers.ts'
import { requireProduct } from './read-products.ts'
import { notPublishable, skuLabelTwice, skuNeeded, staleVersion, unknownSku } from './refusals.ts'
import type { ChangedSku, ChangeProduct, Product } from './shapes.ts'
import { addSkus } from './write-skus.ts'

/** Changes a product as a whole. Whoever read an older version is refused, so that nobody's work is overwritten. */
export async function changeProduct(tx: Tx, actor: Actor, id: string, input: ChangeProduct): Promise<Product> {
  const before = await requireProduct(tx, id)
  requireKeeper(actor, before)
  // What is on sale, only its merchant changes; the station mends what it put in.
  if (!ownsProduct(actor, before) && before.state !== 'awaitingStore') throw notPublishable()
  const facts = await checkProduct(tx, await requireMerchant(tx, before.merchantId), input)
  if (!ownsProduct(actor, before)) requireKeeper(actor, { ...before, villageCode: facts.villageCode })
  if (before.state === 'published' && facts.skus.length === 0) throw skuNeeded(undefined, 'skus')
  await claimPhotos(
    tx,
    actor,
    facts.photos.filter((photo) => !before.photos.includes(photo)),
  )

  const changed = await change(
    tx,
    `update catalog.product set village_code = $3, category_code = $4, name = $5, name_en = $6, story = $7, story_en = $8,
       season_months = $9, return_policy = $10, photos = $11, version = version + 1
     where id = $1 and version = $2`,
    [
      id,
      input.version,
      facts.villageCode,
      facts.categoryCode,
      facts.name,
      facts.nameEn,
      facts.story,
      facts.storyEn,
      facts.seasonMonths,
      facts.returnPolicy,
      facts.photos,
    ],
  )
  if (changed === 0) throw staleVersion()
  await changeSkus(tx, before, facts.skus)

  const after = await requireProduct(tx, id)
  await audit(tx, actor, {
    did: 'catalog.change_product',
    subject: `product:${id}`,
    divisionCode: after.villageCode,
    detail: { version: after.version, prices: { before: pricesOf(before), after: pricesOf(after) } },
  })
  await announce(tx, productChanged, { productId: id })
  return after
}

/** Makes the product's skus those that were sent: changed, added, and withdrawn where one was left out. */
async function changeSkus(tx: Tx, before: Product, skus: readonly ChangedSku[]): Promise<void> {
  const known = new Set(before.skus.map((sku) => sku.id))
  const placed = skus.map((sku, position) => ({ ...sku, position }))
  const foreign = placed.find((sku) => sku.id && !known.has(sku.id))
  if (foreign) throw unknownSku(undefined, `skus.${foreign.position}.id`)
  const kept = placed.filter((sku) => sku.id)
  // First all are withdrawn, so that two skus may swap their labels in one go.
  await change(tx, 'update catalog.sku set withdrawn = true where product_id = $1 and not withdrawn', [before.id])
  await change(
    tx,
    `update catalog.sku s set label = n.label, weight_grams = n."weightGrams", price = n.price, position = n.position, withdrawn = false
     from jsonb_to_recordset($2::jsonb) as n(id uuid, label text, "weightGrams" int, price bigint, position smallint)
     where s.id = n.id and s.product_id = $1`,
    [before.id, JSON.stringify(kept)],
  ).catch((error) => {
    throw breaksUnique(error, 'one_sku_label')
      ? skuLabelTwice({ label: kept.map((sku) => sku.label).join('、') })
      : error
  })
  await addSkus(
    tx,
    before.id,
    placed.filter((sku) => !sku.id),
  )
}

const pricesOf = (product: Product) =>
  Object.fromEntries(product.skus.filter((sku) => !sku.withdrawn).map((sku) => [sku.id, sku.price]))
