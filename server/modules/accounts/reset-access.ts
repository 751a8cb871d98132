import { type Actor, holdsDuty, requireDuty } from '../../kernel/actor.ts'
import { audit } from '../../kernel/audit.ts'
import { change, row, type Tx } from '../../kernel/db.ts'
import { notAllowed } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { dutiesOf, findDuty } from './duties.ts'
import { hashPassword } from './identity.ts'
import { type Invited, makeInvitation } from './invite.ts'
import { invitationGone, invitedSomeoneElse, noPassword, unknownDuty, weakPassword } from './refusals.ts'

/**
 * Takes back an officer's password, second factor and sessions, at once, and makes a link with which they choose new
 * ones: for a lost phone, a forgotten password, an account in wrong hands. The person is named by a duty they hold.
 */
export async function resetAccess(tx: Tx, actor: Actor, { dutyId }: { dutyId: string }): Promise<Invited> {
  const duty = await findDuty(tx, dutyId)
  if (!duty?.divisionCode) throw unknownDuty()
  const { accountId, divisionCode } = duty
  requireDuty(actor, 'admin', { divisionCode })
  if (accountId === actor.accountId) throw notAllowed()
  // Whoever holds the link can become this person: so it is only for who is administrator of all they hold.
  for (const held of await dutiesOf(tx, accountId))
    if (held.divisionCode && !holdsDuty(actor, 'admin', { divisionCode: held.divisionCode })) throw notAllowed()
  const account = await row<{ username: string | null }>(
    tx,
    'select username from accounts.account where id = $1 and erased_at is null for update',
    [accountId],
  )
  if (!account?.username) throw noPassword()
  await forgetAccess(tx, accountId)
  await audit(tx, actor, { did: 'accounts.reset_access', subject: `account:${accountId}`, divisionCode })
  return makeInvitation(tx, actor, { username: account.username, resetsAccount: accountId })
}

/** Password, second factor, sessions, half-finished sign-ins, and links that would set a new password. */
export async function forgetAccess(tx: Tx, accountId: string): Promise<void> {
  await change(tx, 'delete from accounts.session where account_id = $1', [accountId])
  await change(tx, 'delete from accounts.credential where account_id = $1', [accountId])
  await change(tx, 'delete from accounts.two_factor where account_id = $1', [accountId])
  await change(tx, 'delete from accounts.verification where value = $1', [accountId])
  await change(tx, 'update accounts.account set two_factor_enabled = false, updated_at = now() where id = $1', [
    accountId,
  ])
  await change(tx, 'delete from accounts.invitation where resets_account = $1 and accepted_at is null', [accountId])
}

/** Chooses a new password after a reset; the second factor is set up next, and until then the duties sleep. */
export async function renewAccess(
  tx: Tx,
  actor: Actor,
  { accountId, password }: { accountId: string; password: string | undefined },
): Promise<{ accountId: string; madeUsername: string }> {
  if (actor.accountId && actor.accountId !== accountId) throw invitedSomeoneElse()
  if (!password) throw weakPassword(undefined, 'password')
  const account = await row<{ username: string | null }>(
    tx,
    'select username from accounts.account where id = $1 and erased_at is null for update',
    [accountId],
  )
  if (!account?.username) throw invitationGone()
  await setPassword(tx, accountId, password)
  await audit(tx, { ...actor, accountId }, { did: 'accounts.renew_access', subject: `account:${accountId}` })
  return { accountId, madeUsername: account.username }
}

/** Gives an account its password; it has none yet. */
export async function setPassword(tx: Tx, accountId: string, password: string): Promise<void> {
  await change(
    tx,
    `insert into accounts.credential (id, account_id, provider_id, provider_account_id, password)
     values ($1, $2, 'credential', $3, $4)`,
    [newId(), accountId, accountId, await hashPassword(password)],
  )
}
