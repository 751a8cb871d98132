import { type Actor, requireAccount } from '../../kernel/actor.ts'
import { audit } from '../../kernel/audit.ts'
import { change, row, type Tx } from '../../kernel/db.ts'
import { notFound } from '../../kernel/errors.ts'
import { announce } from '../../kernel/events.ts'
import { accountErased } from './events.ts'
import { dutiesFirst } from './refusals.ts'
import { forgetAccess } from './reset-access.ts'

/** The name under which an erased account still appears beside its old deeds. */
export const erasedName = '已注销用户'

/**
 * Forgets who the actor is: name, phone, username, password, second factor, sessions, texts. The number of the account
 * stays, because orders (three years, 电子商务法 art. 31) and the audit trail point at it; consents stay as proof.
 */
export async function eraseAccount(tx: Tx, actor: Actor): Promise<void> {
  const accountId = requireAccount(actor)
  const account = await row<{ phoneNumber: string | null }>(
    tx,
    'select phone_number from accounts.account where id = $1 and erased_at is null for update',
    [accountId],
  )
  if (!account) throw notFound({ what: 'account' })
  const held = await row(
    tx,
    'select 1 from accounts.duty where account_id = $1 and (to_at is null or to_at > now()) limit 1',
    [accountId],
  )
  if (held) throw dutiesFirst()

  await change(
    tx,
    `update accounts.account set name = $2, username = null, phone_number = null, phone_number_verified = false, image = null,
       updated_at = now(), erased_at = now() where id = $1`,
    [accountId, erasedName],
  )
  await forgetAccess(tx, accountId)
  await change(tx, 'update accounts.consent set withdrawn_at = now() where account_id = $1 and withdrawn_at is null', [
    accountId,
  ])
  await change(tx, 'update accounts.invitation set phone_number = null, username = null where accepted_by = $1', [
    accountId,
  ])
  if (account.phoneNumber) await forgetPhone(tx, account.phoneNumber)
  await audit(tx, actor, { did: 'accounts.erase_account', subject: `account:${accountId}` })
  await announce(tx, accountErased, { accountId, guestId: actor.guestId })
}

async function forgetPhone(tx: Tx, phone: string): Promise<void> {
  await change(tx, 'delete from accounts.phone_code where phone_number = $1', [phone])
  await change(tx, 'delete from accounts.sms_outbox where phone_number = $1', [phone])
  await change(tx, 'delete from accounts.invitation where phone_number = $1 and accepted_at is null', [phone])
}
