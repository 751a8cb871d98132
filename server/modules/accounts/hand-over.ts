import { type Actor, type Role, requireDuty } from '../../kernel/actor.ts'
import { audit } from '../../kernel/audit.ts'
import { change, row, rows, type Tx } from '../../kernel/db.ts'
import { announce } from '../../kernel/events.ts'
import { newId } from '../../kernel/ids.ts'
import { rangeOf, requireDivision } from '../divisions/index.ts'
import { dutiesHandedOver } from './events.ts'
import { type Invited, type Invitee, makeInvitation } from './invite.ts'
import { nothingToHandOver, toOneself, unknownAccount } from './refusals.ts'

export interface HandOver extends Invitee {
  fromAccountId: string
  toAccountId?: string | undefined
  /** The office: all duties in this division and below move together. */
  divisionCode: string
}

/** Hands an office over: to an account at once, or by an invitation to whoever is to come. */
export async function handOver(
  tx: Tx,
  actor: Actor,
  input: HandOver,
): Promise<{ moved: number; invitation?: Invited }> {
  requireDuty(actor, 'admin', { divisionCode: input.divisionCode })
  await requireDivision(tx, input.divisionCode)
  const { fromAccountId, toAccountId, divisionCode } = input
  if (!toAccountId) {
    await requireSomething(tx, fromAccountId, divisionCode)
    return { moved: 0, invitation: await makeInvitation(tx, actor, { ...input, takesOverFrom: fromAccountId }) }
  }
  return { moved: await moveDuties(tx, actor, { fromAccountId, toAccountId, divisionCode }) }
}

/** Ends all duties of one account in a division and gives the same to another, in one go. */
export async function moveDuties(
  tx: Tx,
  actor: Actor,
  { fromAccountId, toAccountId, divisionCode }: { fromAccountId: string; toAccountId: string; divisionCode: string },
): Promise<number> {
  if (fromAccountId === toAccountId) throw toOneself()
  const heir = await row(tx, 'select id from accounts.account where id = $1 and erased_at is null for share', [
    toAccountId,
  ])
  if (!heir) throw unknownAccount()
  const { from, to } = rangeOf(divisionCode)
  const duties = await rows<{ id: string; role: Role; divisionCode: string; toAt: string | null }>(
    tx,
    `select id, role, division_code, to_at from accounts.duty
     where account_id = $1 and division_code >= $2 and division_code < $3 and (to_at is null or to_at > now())
     order by id for update`,
    [fromAccountId, from, to],
  )
  if (duties.length === 0) throw nothingToHandOver()
  await change(
    tx,
    'update accounts.duty set to_at = greatest(now(), from_at), ended_by = $2 where id = any($1::uuid[])',
    [duties.map((duty) => duty.id), actor.accountId ?? null],
  )
  await change(
    tx,
    `insert into accounts.duty (id, account_id, role, division_code, to_at, given_by)
     select d.id, $2, d.role, d.division_code, d.to_at, $3
     from jsonb_to_recordset($1::jsonb) d(id uuid, role text, division_code text, to_at timestamptz)
     on conflict (account_id, role, division_code, merchant_id, store_id) where to_at is null do nothing`,
    [
      JSON.stringify(
        duties.map((duty) => ({ id: newId(), role: duty.role, division_code: duty.divisionCode, to_at: duty.toAt })),
      ),
      toAccountId,
      actor.accountId ?? null,
    ],
  )
  const moved = duties.map(({ role, divisionCode }) => ({ role, divisionCode }))
  await audit(tx, actor, {
    did: 'accounts.hand_over',
    subject: `account:${fromAccountId}`,
    divisionCode,
    detail: { toAccountId, duties: moved },
  })
  await announce(tx, dutiesHandedOver, { fromAccountId, toAccountId, duties: moved })
  return moved.length
}

async function requireSomething(tx: Tx, accountId: string, divisionCode: string): Promise<void> {
  const { from, to } = rangeOf(divisionCode)
  const found = await row(
    tx,
    `select 1 from accounts.duty where account_id = $1 and division_code >= $2 and division_code < $3
       and (to_at is null or to_at > now()) limit 1`,
    [accountId, from, to],
  )
  if (!found) throw nothingToHandOver()
}
