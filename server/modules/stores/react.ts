import { systemActor } from '../../kernel/actor.ts'
import { rows, type Tx } from '../../kernel/db.ts'
import { when, whenMany } from '../../kernel/events.ts'
import { giveDuty, ownerMade } from '../accounts/index.ts'
import { productChanged, productIdsOf } from '../catalog/index.ts'
import { stockChanged } from '../inventory/index.ts'
import { merchantSuspended, merchantVerified } from '../merchants/index.ts'
import { lotChanged } from '../traceability/index.ts'
import { storeActivated, storePaused } from './events.ts'
import { refreshOffers } from './refresh-offers.ts'

// What a buyer sees follows what changed below within moments. Every reaction reads the present state, so a repeat is
// harmless and a hundred changes of one product are one refresh.

whenMany(productChanged, 'stores.refresh_products', async (tx, changed) => {
  await refreshOffers(
    tx,
    changed.map(({ productId }) => productId),
  )
})

whenMany(lotChanged, 'stores.refresh_lots', async (tx, changed) => {
  await refreshOffers(
    tx,
    changed.map(({ productId }) => productId),
  )
})

whenMany(stockChanged, 'stores.refresh_stock', async (tx, changed) => {
  const found = await rows<{ productId: string }>(
    tx,
    'select distinct product_id from stores.offer_sku where sku_id = any($1)',
    [changed.map(({ skuId }) => skuId)],
  )
  await refreshOffers(
    tx,
    found.map(({ productId }) => productId),
  )
})

for (const [happened, name] of [
  [storeActivated, 'stores.refresh_activated'],
  [storePaused, 'stores.refresh_paused'],
  [merchantVerified, 'stores.refresh_verified'],
  [merchantSuspended, 'stores.refresh_suspended'],
] as const) {
  whenMany<{ merchantId: string }>(happened, name, (tx, changed) =>
    refreshMerchants(
      tx,
      changed.map((each) => each.merchantId),
    ),
  )
}

async function refreshMerchants(tx: Tx, merchantIds: readonly string[]): Promise<void> {
  const ids = await productIdsOf(tx, [...new Set(merchantIds)])
  for (let at = 0; at < ids.length; at += 500) await refreshOffers(tx, ids.slice(at, at + 500))
}

// Whoever becomes an owner after the county confirmed the store keeps it all the same; one it confirms later brings the duty.
when(ownerMade, 'stores.entrust_owner', async (tx, { accountId, merchantId }) => {
  const kept = await rows<{ id: string }>(
    tx,
    `select id from stores.store where merchant_id = $1 and state in ('active', 'paused')`,
    [merchantId],
  )
  for (const { id: storeId } of kept) await giveDuty(tx, systemActor, { accountId, role: 'store_owner', storeId })
})
