import { type Actor, holdsDuty, type Role, type Scope } from '../../kernel/actor.ts'
import { audit } from '../../kernel/audit.ts'
import { row, type Tx } from '../../kernel/db.ts'
import { badInput, notAllowed, signInFirst } from '../../kernel/errors.ts'
import { announce } from '../../kernel/events.ts'
import { newId } from '../../kernel/ids.ts'
import { requireDivision } from '../divisions/index.ts'
import { ownerMade } from './events.ts'
import { unknownAccount, wrongScope } from './refusals.ts'

export interface WantedDuty extends Scope {
  role: Role
  /**
   * The merchant whose store it is, said by the room that knows (stores are above this room). Never taken from a
   * request: whoever names the merchant decides who may give the duty.
   */
  storeMerchantId?: string | undefined
}

/** Entrusts an account with a duty. Giving it again gives it once. */
export async function giveDuty(
  tx: Tx,
  actor: Actor,
  input: WantedDuty & { accountId: string; toAt?: string | undefined },
): Promise<{ dutyId: string }> {
  await requireMayGive(tx, actor, input)
  if (input.toAt && Date.parse(input.toAt) <= Date.now()) throw badInput({ detail: 'toAt' }, 'toAt')
  const { accountId, role, divisionCode, merchantId, storeId } = input
  // The share lock keeps an account from being erased while it is being entrusted with something.
  const given = await row<{ id: string }>(
    tx,
    `insert into accounts.duty (id, account_id, role, division_code, merchant_id, store_id, to_at, given_by)
     select $1, id, $3, $4, $5, $6, $7, $8 from accounts.account where id = $2 and erased_at is null for share
     on conflict (account_id, role, division_code, merchant_id, store_id) where to_at is null
       do update set account_id = excluded.account_id
     returning id`,
    [
      newId(),
      accountId,
      role,
      divisionCode ?? null,
      merchantId ?? null,
      storeId ?? null,
      input.toAt ?? null,
      actor.accountId ?? null,
    ],
  )
  if (!given) throw unknownAccount()
  await audit(tx, actor, {
    did: 'accounts.give_duty',
    subject: `account:${accountId}`,
    divisionCode,
    detail: { dutyId: given.id, role, merchantId, storeId },
  })
  if (role === 'merchant_owner' && merchantId) await announce(tx, ownerMade, { accountId, merchantId })
  return { dutyId: given.id }
}

/** Refuses unless the duty makes sense and this actor may give it. */
export async function requireMayGive(tx: Tx, actor: Actor, wanted: WantedDuty): Promise<void> {
  requireScope(wanted)
  if (!mayGive(actor, wanted)) throw actor.accountId ? notAllowed() : signInFirst()
  if (wanted.divisionCode) await requireDivision(tx, wanted.divisionCode)
}

/** Who may give, and so end, which duty. */
export function mayGive(actor: Actor, { role, divisionCode, storeId, storeMerchantId }: WantedDuty): boolean {
  if (actor.system) return true
  switch (role) {
    case 'officer':
    case 'auditor':
    case 'admin':
      return holdsDuty(actor, 'admin', { divisionCode })
    case 'station_operator':
      return holdsDuty(actor, ['admin', 'officer'], { divisionCode })
    case 'merchant_owner':
      // Follows from the merchant's registration, which the merchants room decides as the system.
      return false
    case 'store_owner':
      return storeMerchantId !== undefined && holdsDuty(actor, 'merchant_owner', { merchantId: storeMerchantId })
    case 'store_staff':
      return (
        holdsDuty(actor, 'store_owner', { storeId }) ||
        (storeMerchantId !== undefined && holdsDuty(actor, 'merchant_owner', { merchantId: storeMerchantId }))
      )
  }
}

const scopeOf: Record<Role, keyof Scope> = {
  officer: 'divisionCode',
  auditor: 'divisionCode',
  admin: 'divisionCode',
  station_operator: 'divisionCode',
  merchant_owner: 'merchantId',
  store_owner: 'storeId',
  store_staff: 'storeId',
}

function requireScope(wanted: WantedDuty): void {
  const given = (['divisionCode', 'merchantId', 'storeId'] as const).filter((part) => wanted[part] !== undefined)
  if (given.length !== 1 || given[0] !== scopeOf[wanted.role])
    throw wrongScope({ role: wanted.role }, scopeOf[wanted.role])
}
