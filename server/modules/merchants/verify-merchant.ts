import { type Actor, requireOffice } from '../../kernel/actor.ts'
import { audit } from '../../kernel/audit.ts'
import { row, type Tx } from '../../kernel/db.ts'
import { announce } from '../../kernel/events.ts'
import { dayOf } from '../../kernel/time.ts'
import { countyCodeOf } from '../divisions/index.ts'
import { merchantSuspended, merchantVerified } from './events.ts'
import { columns, requireMerchant } from './read-merchants.ts'
import { notWaiting } from './refusals.ts'
import { merchantSteps, verifyAgainOn } from './rules.ts'
import type { Merchant } from './shapes.ts'
import { tellOwner } from './tell-people.ts'

/** The county says that the merchant is who it claims to be. It may sell for six months, then it is verified again. */
export async function verifyMerchant(tx: Tx, actor: Actor, id: string): Promise<Merchant> {
  const before = await requireMerchant(tx, id)
  requireOffice(actor, countyCodeOf(before.villageCode))
  const until = verifyAgainOn(dayOf(new Date()))
  // Verified today already: there is nothing to add.
  if (before.state === 'verified' && before.verifyAgainOn === until) throw notWaiting()
  const merchant = await row<Merchant>(
    tx,
    `update merchants.merchant set state = 'verified', return_reason = null, verified_at = now(), verify_again_on = $2,
       payee_reference = coalesce(payee_reference, $3)
     where id = $1 and state = any($4) and state = $5 and verify_again_on is not distinct from $6 returning ${columns}`,
    [id, until, payeeReferenceOf(id), merchantSteps.verify, before.state, before.verifyAgainOn],
  )
  // Not what we read a moment ago: another officer was quicker, and their decision stands.
  if (!merchant) throw notWaiting()
  await audit(tx, actor, {
    did: 'merchants.verify_merchant',
    subject: `merchant:${id}`,
    divisionCode: merchant.villageCode,
    detail: { from: before.state, verifyAgainOn: merchant.verifyAgainOn },
  })
  await announce(tx, merchantVerified, { merchantId: id, villageCode: merchant.villageCode })
  await tellOwner(tx, 'merchants.notice.verified', merchant)
  return merchant
}

/** The county sends a registration back with a reason; it can be corrected and submitted again. */
export async function returnMerchant(tx: Tx, actor: Actor, id: string, reason: string): Promise<Merchant> {
  return stop(tx, actor, id, { reason, did: 'return', to: 'returned' })
}

/** The county stops a merchant from selling until it is verified again. */
export async function suspendMerchant(tx: Tx, actor: Actor, id: string, reason: string): Promise<Merchant> {
  const merchant = await stop(tx, actor, id, { reason, did: 'suspend', to: 'suspended' })
  await announce(tx, merchantSuspended, { merchantId: id, villageCode: merchant.villageCode })
  return merchant
}

async function stop(
  tx: Tx,
  actor: Actor,
  id: string,
  { reason, did, to }: { reason: string; did: 'return' | 'suspend'; to: 'returned' | 'suspended' },
): Promise<Merchant> {
  const before = await requireMerchant(tx, id)
  requireOffice(actor, countyCodeOf(before.villageCode))
  const merchant = await row<Merchant>(
    tx,
    `update merchants.merchant set state = $2, return_reason = $3 where id = $1 and state = any($4) returning ${columns}`,
    [id, to, reason, merchantSteps[did]],
  )
  if (!merchant) throw notWaiting()
  await audit(tx, actor, {
    did: `merchants.${did}_merchant`,
    subject: `merchant:${id}`,
    divisionCode: merchant.villageCode,
    detail: { reason },
  })
  await tellOwner(tx, `merchants.notice.${to}`, merchant, { reason })
  return merchant
}

// The sandbox names its sub-merchants after ours; a real provider gives the reference when it accepts the merchant.
export function payeeReferenceOf(merchantId: string): string {
  return `sandbox-${merchantId}`
}
