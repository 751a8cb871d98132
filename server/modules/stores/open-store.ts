import { type Actor, holdsDuty, requireDuty } from '../../kernel/actor.ts'
import { audit } from '../../kernel/audit.ts'
import { row, type Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import { peopleWithDuty } from '../accounts/index.ts'
import { countyCodeOf } from '../divisions/index.ts'
import { requireMerchant } from '../merchants/index.ts'
import { storeColumns } from './read-stores.ts'
import { merchantNotVerified, storeExists } from './refusals.ts'
import type { OpenStore, Store } from './store-shapes.ts'
import { tell } from './tell-people.ts'

/** Asks for a merchant's store: the merchant itself, its village's officer or the station there. The county confirms. */
export async function openStore(tx: Tx, actor: Actor, input: OpenStore): Promise<Store> {
  const merchant = await requireMerchant(tx, input.merchantId)
  requireDuty(actor, ['merchant_owner', 'station_operator', 'officer'], {
    merchantId: merchant.id,
    divisionCode: merchant.villageCode,
  })
  if (merchant.state !== 'verified') throw merchantNotVerified()

  // The unique index decides, so a double tap asks once.
  const store = await row<Store>(
    tx,
    `insert into stores.store (id, merchant_id, village_code, name, intro, intro_en, state, created_by, is_sample)
     values ($1, $2, $3, $4, $5, $6, 'submitted', $7, $8)
     on conflict (merchant_id) where state not in ('returned', 'closed') do nothing returning ${storeColumns}`,
    [
      newId(),
      merchant.id,
      merchant.villageCode,
      input.name.trim(),
      input.intro,
      input.introEn ?? '',
      actor.accountId ?? null,
      merchant.isSample,
    ],
  )
  if (!store) throw storeExists()
  await audit(tx, actor, {
    did: 'stores.open_store',
    subject: `store:${store.id}`,
    divisionCode: store.villageCode,
    detail: { merchantId: merchant.id, name: store.name },
  })
  const county = countyCodeOf(store.villageCode)
  await tell(tx, await peopleWithDuty(tx, 'officer', { divisionCode: county }), 'stores.notice.submitted', store)
  return store
}

/** May this person see a store that does not sell (yet): its keepers, and officers and auditors of the place. */
export function maySeeStore(actor: Actor, { id, merchantId, villageCode }: Store): boolean {
  return holdsDuty(actor, ['merchant_owner', 'store_owner', 'store_staff', 'station_operator', 'officer', 'auditor'], {
    storeId: id,
    merchantId,
    divisionCode: villageCode,
  })
}
