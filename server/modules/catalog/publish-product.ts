import { type Actor, holdsDuty, requireDuty, requireOffice } from '../../kernel/actor.ts'
import { audit } from '../../kernel/audit.ts'
import { change, type Tx } from '../../kernel/db.ts'
import { announce } from '../../kernel/events.ts'
import { peopleWithDuty } from '../accounts/index.ts'
import { countyCodeOf } from '../divisions/index.ts'
import { notVerified, requireMerchant } from '../merchants/index.ts'
import { notify } from '../notices/index.ts'
import { requireCategory } from './categories.ts'
import { checkWords } from './check-words.ts'
import { productChanged } from './events.ts'
import { requireProduct } from './read-products.ts'
import { notPublishable, notPublished, reasonNeeded, skuNeeded, staleVersion } from './refusals.ts'
import { productSteps } from './rules.ts'
import type { Product } from './shapes.ts'

/** Puts a product on sale. Only its merchant may, once the county has verified the merchant. */
export async function publishProduct(tx: Tx, actor: Actor, id: string): Promise<Product> {
  const before = await requireProduct(tx, id)
  requireDuty(actor, 'merchant_owner', { merchantId: before.merchantId })
  const merchant = await requireMerchant(tx, before.merchantId)
  if (merchant.state !== 'verified') throw notVerified({ name: merchant.name })
  if (before.skus.every((sku) => sku.withdrawn)) throw skuNeeded(undefined, 'skus')
  if (!productSteps.publish.some((state) => state === before.state)) throw notPublishable()
  // Rules may have changed since the product was written.
  await requireCategory(tx, before.categoryCode)
  await checkWords(tx, before.name, 'name')

  const published = await change(
    tx,
    `update catalog.product set state = 'published', published_at = now(), withdraw_reason = null, version = version + 1
     where id = $1 and version = $2`,
    [id, before.version],
  )
  // Changed meanwhile, perhaps to one without skus.
  if (published === 0) throw staleVersion()
  await audit(tx, actor, { did: 'catalog.publish_product', subject: `product:${id}`, divisionCode: before.villageCode })
  await announce(tx, productChanged, { productId: id })
  return requireProduct(tx, id)
}

/** Takes a product off sale: its merchant at will, the county's officer with a reason that the merchant reads. */
export async function withdrawProduct(tx: Tx, actor: Actor, id: string, reason?: string): Promise<Product> {
  const before = await requireProduct(tx, id)
  const own = holdsDuty(actor, 'merchant_owner', { merchantId: before.merchantId })
  if (!own) {
    requireOffice(actor, countyCodeOf(before.villageCode))
    if (!reason) throw reasonNeeded(undefined, 'reason')
  }
  const withdrawn = await change(
    tx,
    `update catalog.product set state = 'withdrawn', withdraw_reason = $3, version = version + 1
     where id = $1 and state = any($2)`,
    [id, productSteps.withdraw, reason ?? null],
  )
  if (withdrawn === 0) throw notPublished()
  await audit(tx, actor, {
    did: 'catalog.withdraw_product',
    subject: `product:${id}`,
    divisionCode: before.villageCode,
    detail: { reason: reason ?? null },
  })
  await announce(tx, productChanged, { productId: id })
  if (!own) {
    const accountIds = await peopleWithDuty(tx, 'merchant_owner', { merchantId: before.merchantId })
    const params = { name: before.name, reason: reason ?? '' }
    await notify(tx, { accountIds, key: 'catalog.notice.product_withdrawn', params, path: `/products/${id}` })
  }
  return requireProduct(tx, id)
}
