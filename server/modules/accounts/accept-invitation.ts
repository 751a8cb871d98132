import { type Actor, type Role, systemActor } from '../../kernel/actor.ts'
import { breaksUnique, change, type Db, row, type Tx } from '../../kernel/db.ts'
import { signInFirst } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { withoutNulls } from './duties.ts'
import { giveDuty } from './give-duty.ts'
import { moveDuties } from './hand-over.ts'
import { innerEmail } from './identity.ts'
import { hashOf } from './invite.ts'
import { invitationGone, invitedSomeoneElse, usernameTaken, weakPassword } from './refusals.ts'
import { renewAccess, setPassword } from './reset-access.ts'

interface Invitation {
  phoneNumber?: string
  username?: string
  role?: Role
  divisionCode?: string
  merchantId?: string
  storeId?: string
  takesOverFrom?: string
  resetsAccount?: string
  invitedBy?: string
  expiresAt: string
}
const columns = `phone_number, username, role, division_code, merchant_id, store_id, takes_over_from,
  resets_account, invited_by, expires_at`

/** What an invitation offers, to show before it is accepted; says nothing of the phone it went to. */
export async function invitationOf(on: Db, token: string) {
  const found = await row<Invitation>(
    on,
    `select ${columns} from accounts.invitation where token_hash = $1 and accepted_at is null and expires_at > now()`,
    [hashOf(token)],
  )
  if (!found) throw invitationGone()
  const { phoneNumber, username, role, divisionCode, merchantId, storeId, expiresAt, resetsAccount } =
    withoutNulls(found)
  return {
    resets: resetsAccount !== undefined,
    by: phoneNumber ? ('phone' as const) : ('username' as const),
    username,
    role,
    divisionCode,
    merchantId,
    storeId,
    expiresAt,
  }
}

export interface Accepted {
  accountId: string
  /** The account of this name is new, or has a new password: it signs in with the password just chosen. */
  madeUsername?: string
}

/** Accepts an invitation, once: the bearer becomes, or already is, the invited account and gets the duty. */
export async function acceptInvitation(
  tx: Tx,
  actor: Actor,
  input: { token: string; name?: string | undefined; password?: string | undefined },
): Promise<Accepted> {
  // The update is the claim: of two who accept at once, one finds the invitation gone.
  const taken = await row<Invitation & { id: string }>(
    tx,
    `update accounts.invitation set accepted_at = now()
     where token_hash = $1 and accepted_at is null and expires_at > now() returning id, ${columns}`,
    [hashOf(input.token)],
  )
  if (!taken) throw invitationGone()
  const invitation = withoutNulls(taken)
  const { phoneNumber, resetsAccount } = invitation
  const accepted = phoneNumber
    ? await acceptByPhone(tx, actor, phoneNumber)
    : resetsAccount
      ? await renewAccess(tx, actor, { accountId: resetsAccount, password: input.password })
      : await acceptByUsername(tx, actor, invitation.username ?? '', input)
  await change(tx, 'update accounts.invitation set accepted_by = $2 where id = $1', [taken.id, accepted.accountId])
  await entrust(tx, invitation, accepted.accountId)
  return accepted
}

// The inviter was entitled when inviting; the duty is given in their name.
async function entrust(tx: Tx, invitation: Invitation, accountId: string): Promise<void> {
  const giver: Actor = { ...systemActor, accountId: invitation.invitedBy }
  const { role, divisionCode, merchantId, storeId, takesOverFrom } = invitation
  if (takesOverFrom && divisionCode) {
    await moveDuties(tx, giver, { fromAccountId: takesOverFrom, toAccountId: accountId, divisionCode })
  } else if (role) {
    await giveDuty(tx, giver, { accountId, role, divisionCode, merchantId, storeId })
  }
}

async function acceptByPhone(tx: Tx, actor: Actor, phone: string): Promise<Accepted> {
  if (!actor.accountId) throw signInFirst()
  const own = await row(tx, 'select id from accounts.account where id = $1 and phone_number = $2', [
    actor.accountId,
    phone,
  ])
  if (!own) throw invitedSomeoneElse()
  return { accountId: actor.accountId }
}

async function acceptByUsername(
  tx: Tx,
  actor: Actor,
  username: string,
  { name, password }: { name?: string | undefined; password?: string | undefined },
): Promise<Accepted> {
  const account = actor.accountId
    ? await row<{ id: string; username: string | null }>(
        tx,
        'select id, username from accounts.account where id = $1 for update',
        [actor.accountId],
      )
    : undefined
  if (account?.username === username) return { accountId: account.id }
  if (account?.username) throw invitedSomeoneElse()
  if (await row(tx, 'select 1 from accounts.account where username = $1', [username])) {
    // Its owner may accept after signing in; a signed-in stranger may not.
    throw account ? usernameTaken() : signInFirst()
  }
  if (!password) throw weakPassword(undefined, 'password')
  const accountId = account?.id ?? newId()
  try {
    await change(
      tx,
      `insert into accounts.account (id, name, username, email) values ($1, $2, $3, $4)
       on conflict (id) do update set username = excluded.username`,
      [accountId, name ?? username, username, innerEmail(accountId)],
    )
  } catch (error) {
    throw breaksUnique(error) ? usernameTaken() : error
  }
  await setPassword(tx, accountId, password)
  return { accountId, madeUsername: username }
}
