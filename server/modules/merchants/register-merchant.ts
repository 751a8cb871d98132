import { type Actor, holdsDuty, requireAccount, requireDuty, systemActor } from '../../kernel/actor.ts'
import { audit } from '../../kernel/audit.ts'
import { row, type Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import { giveDuty } from '../accounts/index.ts'
import { countyCodeOf, requireDivision } from '../divisions/index.ts'
import { checkFacts } from './check-facts.ts'
import { columns } from './read-merchants.ts'
import { alreadyRegistered, tooManyWaiting } from './refusals.ts'
import { waitingAtMost } from './rules.ts'
import type { Merchant, RegisterMerchant } from './shapes.ts'
import { tellOfficers } from './tell-people.ts'

/**
 * Registers who sells. A person does it for themselves and becomes the owner; an officer or station operator of the
 * place may do it on behalf of someone. The county then verifies.
 */
export async function registerMerchant(tx: Tx, actor: Actor, input: RegisterMerchant): Promise<Merchant> {
  const village = await requireDivision(tx, input.villageCode, 'village')
  const owner = await requireOwner(tx, actor, input)
  const facts = checkFacts(input)

  // The unique indexes decide, so a double tap or two stations at once register one merchant.
  const merchant = await row<Merchant>(
    tx,
    `insert into merchants.merchant (id, kind, name, uscc, self_produced_exempt, self_produced_declaration, village_code,
       contact_name, contact_phone, registered_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing returning ${columns}`,
    [
      newId(),
      facts.kind,
      facts.name,
      facts.uscc,
      facts.declaration !== null,
      facts.declaration,
      village.code,
      facts.contactName,
      facts.contactPhone,
      actor.accountId ?? null,
    ],
  )
  if (!merchant) throw alreadyRegistered()

  if (owner) await giveDuty(tx, systemActor, { accountId: owner, role: 'merchant_owner', merchantId: merchant.id })
  await audit(tx, actor, {
    did: 'merchants.register_merchant',
    subject: `merchant:${merchant.id}`,
    divisionCode: village.code,
    detail: { kind: merchant.kind, name: merchant.name, onBehalf: input.onBehalf ?? false },
  })
  await tellOfficers(tx, countyCodeOf(village.code), 'merchants.notice.submitted', merchant)
  return merchant
}

/** Whose merchant it becomes, if they have an account; refuses who may not register it. */
async function requireOwner(tx: Tx, actor: Actor, input: RegisterMerchant): Promise<string | undefined> {
  if (input.onBehalf) {
    requireDuty(actor, ['officer', 'station_operator'], { divisionCode: input.villageCode })
    return input.ownerAccountId
  }
  const accountId = requireAccount(actor)
  if (!holdsDuty(actor, ['officer', 'station_operator'], { divisionCode: input.villageCode })) {
    const waiting = await row<{ count: number }>(
      tx,
      `select count(*) from merchants.merchant where registered_by = $1 and state = 'submitted'`,
      [accountId],
    )
    if ((waiting?.count ?? 0) >= waitingAtMost) throw tooManyWaiting({ most: waitingAtMost })
  }
  return accountId
}
