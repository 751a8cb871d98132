import { type Actor, requireAccount } from '../../kernel/actor.ts'
import { audit } from '../../kernel/audit.ts'
import { change, type Db, row, rows, type Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import { withoutNulls } from './duties.ts'
import { unknownConsent } from './refusals.ts'
import type { consentKinds } from './shapes.ts'

export type ConsentKind = (typeof consentKinds)[number]

/** Records that the actor agrees to one kind of use of their data. Agreeing twice agrees once. */
export async function giveConsent(tx: Tx, actor: Actor, kind: ConsentKind): Promise<void> {
  const accountId = requireAccount(actor)
  const given = await change(
    tx,
    `insert into accounts.consent (id, account_id, kind) values ($1, $2, $3)
     on conflict (account_id, kind) where withdrawn_at is null do nothing`,
    [newId(), accountId, kind],
  )
  if (given) await audit(tx, actor, { did: 'accounts.give_consent', subject: `account:${accountId}`, detail: { kind } })
}

/** Takes a consent back; the time it was in force stays on record. */
export async function withdrawConsent(tx: Tx, actor: Actor, kind: ConsentKind): Promise<void> {
  const accountId = requireAccount(actor)
  const withdrawn = await change(
    tx,
    'update accounts.consent set withdrawn_at = now() where account_id = $1 and kind = $2 and withdrawn_at is null',
    [accountId, kind],
  )
  if (withdrawn === 0) throw unknownConsent()
  await audit(tx, actor, { did: 'accounts.withdraw_consent', subject: `account:${accountId}`, detail: { kind } })
}

/** Does this account agree, at this moment, to this use of its data? */
export async function hasConsent(on: Db, accountId: string, kind: ConsentKind): Promise<boolean> {
  const found = await row(
    on,
    'select 1 from accounts.consent where account_id = $1 and kind = $2 and withdrawn_at is null',
    [accountId, kind],
  )
  return found !== undefined
}

export interface Consent {
  kind: string
  givenAt: string
  withdrawnAt?: string
}

/** All consents of an account, those withdrawn included, newest first; at most 200. */
export async function consentsOf(on: Db, accountId: string): Promise<Consent[]> {
  const found = await rows<Consent>(
    on,
    'select kind, given_at, withdrawn_at from accounts.consent where account_id = $1 order by id desc limit 200',
    [accountId],
  )
  return found.map(withoutNulls)
}
