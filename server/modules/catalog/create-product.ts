import { type Actor, holdsDuty, requireDuty } from '../../kernel/actor.ts'
import { audit } from '../../kernel/audit.ts'
import { change, type Tx } from '../../kernel/db.ts'
import { claimPhotos } from '../../kernel/files.ts'
import { newId } from '../../kernel/ids.ts'
import { peopleWithDuty } from '../accounts/index.ts'
import { requireMerchant } from '../merchants/index.ts'
import { notify } from '../notices/index.ts'
import { checkProduct } from './check-product.ts'
import { requireProduct } from './read-products.ts'
import type { CreateProduct, Product } from './shapes.ts'
import { addSkus } from './write-skus.ts'

/**
 * Creates a product. The merchant's own stands as a draft; one that the village's station puts in waits for the
 * merchant, who alone decides what is sold in its name.
 */
export async function createProduct(tx: Tx, actor: Actor, input: CreateProduct): Promise<Product> {
  const merchant = await requireMerchant(tx, input.merchantId)
  const own = holdsDuty(actor, 'merchant_owner', { merchantId: merchant.id })
  if (!own) {
    // A station enters what grows in its own village, for merchants of its own village.
    requireDuty(actor, 'station_operator', { divisionCode: input.villageCode })
    requireDuty(actor, 'station_operator', { divisionCode: merchant.villageCode })
  }
  const facts = await checkProduct(tx, merchant, input)
  await claimPhotos(tx, actor, facts.photos)

  const id = newId()
  await change(
    tx,
    `insert into catalog.product (id, merchant_id, village_code, category_code, name, name_en, story, story_en,
       season_months, return_policy, state, photos, created_by, is_sample)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      id,
      merchant.id,
      facts.villageCode,
      facts.categoryCode,
      facts.name,
      facts.nameEn,
      facts.story,
      facts.storyEn,
      facts.seasonMonths,
      facts.returnPolicy,
      own ? 'draft' : 'awaitingStore',
      facts.photos,
      actor.accountId ?? null,
      merchant.isSample,
    ],
  )
  await addSkus(
    tx,
    id,
    facts.skus.map((sku, position) => ({ ...sku, position })),
  )

  await audit(tx, actor, {
    did: 'catalog.create_product',
    subject: `product:${id}`,
    divisionCode: facts.villageCode,
    detail: { name: facts.name, merchantId: merchant.id, onBehalf: !own },
  })
  if (!own) {
    const accountIds = await peopleWithDuty(tx, 'merchant_owner', { merchantId: merchant.id })
    await notify(tx, {
      accountIds,
      key: 'catalog.notice.awaiting_store',
      params: { name: facts.name },
      path: `/products/${id}`,
    })
  }
  return requireProduct(tx, id)
}
