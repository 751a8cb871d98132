import type { Actor } from '../../kernel/actor.ts'
import { audit } from '../../kernel/audit.ts'
import { change, type Tx } from '../../kernel/db.ts'
import { notAllowed } from '../../kernel/errors.ts'
import { findDuty } from './duties.ts'
import { mayGive } from './give-duty.ts'
import { unknownDuty } from './refusals.ts'

/** Ends a duty, from the next request on. Who may give a duty may end it, and everyone may lay down their own. */
export async function endDuty(
  tx: Tx,
  actor: Actor,
  { dutyId, storeMerchantId }: { dutyId: string; storeMerchantId?: string | undefined },
): Promise<void> {
  const duty = await findDuty(tx, dutyId)
  // To a stranger a duty that exists and one that does not look the same.
  if (!duty) throw actor.duties.length > 0 || actor.system ? unknownDuty() : notAllowed()
  if (duty.accountId !== actor.accountId && !mayGive(actor, { ...duty, storeMerchantId })) throw notAllowed()
  // By the clock: of two at the same instant, the second may have begun before the first one's end.
  const ended = await change(
    tx,
    `update accounts.duty set to_at = greatest(now(), from_at), ended_by = $2
     where id = $1 and (to_at is null or to_at > clock_timestamp())`,
    [dutyId, actor.accountId ?? null],
  )
  if (ended === 0) throw unknownDuty()
  await audit(tx, actor, {
    did: 'accounts.end_duty',
    subject: `account:${duty.accountId}`,
    divisionCode: duty.divisionCode,
    detail: { dutyId, role: duty.role, merchantId: duty.merchantId, storeId: duty.storeId },
  })
}
