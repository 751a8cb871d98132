import type { Db, Tx } from '../../kernel/db.ts'
import { peopleWithDuty } from '../accounts/index.ts'
import { notify } from '../notices/index.ts'
import type { Merchant } from './shapes.ts'

/** Tells the officers of exactly this division about a merchant. */
export async function tellOfficers(
  tx: Tx,
  divisionCode: string,
  key: string,
  merchant: Merchant,
  params = {},
): Promise<void> {
  await tell(tx, await peopleWithDuty(tx, 'officer', { divisionCode }), key, merchant, params)
}

/** Tells the merchant's owners. */
export async function tellOwner(tx: Tx, key: string, merchant: Merchant, params = {}): Promise<void> {
  await tell(tx, await peopleWithDuty(tx as Db, 'merchant_owner', { merchantId: merchant.id }), key, merchant, params)
}

async function tell(tx: Tx, accountIds: string[], key: string, { id, name }: Merchant, params: object): Promise<void> {
  await notify(tx, { accountIds, key, params: { name, ...params }, path: `/merchants/${id}` })
}
