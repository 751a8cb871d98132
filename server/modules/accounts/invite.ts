import { hash } from 'node:crypto'
import type { Actor } from '../../kernel/actor.ts'
import { audit } from '../../kernel/audit.ts'
import { row, type Tx } from '../../kernel/db.ts'
import { badInput } from '../../kernel/errors.ts'
import { newId, newToken } from '../../kernel/ids.ts'
import { officeRoles } from './find-actor.ts'
import { requireMayGive, type WantedDuty } from './give-duty.ts'

/** People are invited by phone, officers by the username they will have. */
export interface Invitee {
  phone?: string | undefined
  username?: string | undefined
}
export interface Invited {
  invitationId: string
  /** Stands in the link; our table keeps only its hash. */
  token: string
  path: string
  expiresAt: string
}

export const invitationDays = 7

/** Invites someone to a duty, by a link that works once within seven days. */
export async function invite(tx: Tx, actor: Actor, input: Invitee & WantedDuty): Promise<Invited> {
  await requireMayGive(tx, actor, input)
  // A duty of government needs a second factor, which only an account with a username has.
  if (!input.username && officeRoles.some((role) => role === input.role))
    throw badInput({ detail: 'username' }, 'username')
  return makeInvitation(tx, actor, input)
}

interface Making extends Invitee, Partial<WantedDuty> {
  takesOverFrom?: string
  resetsAccount?: string
}

/** Writes the invitation; who may do so was checked by the command that calls. */
export async function makeInvitation(tx: Tx, actor: Actor, making: Making): Promise<Invited> {
  if ((making.phone === undefined) === (making.username === undefined))
    throw badInput({ detail: 'phone / username' }, 'phone')
  const [invitationId, token] = [newId(), newToken()]
  const made = await row<{ expiresAt: string }>(
    tx,
    `insert into accounts.invitation (id, token_hash, phone_number, username, role, division_code, merchant_id, store_id,
       takes_over_from, invited_by, resets_account, expires_at)
     values ($1, $2, $3, lower($4), $5, $6, $7, $8, $9, $10, $11, now() + make_interval(days => $12)) returning expires_at`,
    [
      invitationId,
      hashOf(token),
      making.phone ?? null,
      making.username ?? null,
      making.role ?? null,
      making.divisionCode ?? null,
      making.merchantId ?? null,
      making.storeId ?? null,
      making.takesOverFrom ?? null,
      actor.accountId ?? null,
      making.resetsAccount ?? null,
      invitationDays,
    ],
  )
  await audit(tx, actor, {
    did: 'accounts.invite',
    subject: `invitation:${invitationId}`,
    divisionCode: making.divisionCode,
    detail: {
      role: making.role,
      merchantId: making.merchantId,
      storeId: making.storeId,
      takesOverFrom: making.takesOverFrom,
      resetsAccount: making.resetsAccount,
    },
  })
  return { invitationId, token, path: `/invitations/${token}`, expiresAt: made?.expiresAt ?? '' }
}

/** A token is 128 random bits, so a plain hash cannot be undone. */
export function hashOf(token: string): string {
  return hash('sha256', token, 'base64url')
}
