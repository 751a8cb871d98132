import { type Actor, holdsDuty, requireOffice, systemActor } from '../../kernel/actor.ts'
import { audit } from '../../kernel/audit.ts'
import type { Tx } from '../../kernel/db.ts'
import { giveDuty } from '../accounts/index.ts'
import { countyCodeOf } from '../divisions/index.ts'
import { requireMerchant } from './read-merchants.ts'

/**
 * Makes a person owner of a merchant: for one that a station registered before its owner had an account, or to share
 * the work. An owner decides that, or the county's officer, who has checked who the owner is.
 */
export async function entrustMerchant(
  tx: Tx,
  actor: Actor,
  id: string,
  accountId: string,
): Promise<{ dutyId: string }> {
  const { villageCode } = await requireMerchant(tx, id)
  if (!holdsDuty(actor, 'merchant_owner', { merchantId: id })) requireOffice(actor, countyCodeOf(villageCode))
  const given = await giveDuty(tx, systemActor, { accountId, role: 'merchant_owner', merchantId: id })
  await audit(tx, actor, {
    did: 'merchants.entrust_merchant',
    subject: `merchant:${id}`,
    divisionCode: villageCode,
    detail: { accountId },
  })
  return given
}
