import { type Actor, requireOffice, systemActor } from '../../kernel/actor.ts'
import type { Tx } from '../../kernel/db.ts'
import { type Invited, invite, peopleWithDuty, phonePattern } from '../accounts/index.ts'
import { countyCodeOf } from '../divisions/index.ts'
import { requireMerchant } from './read-merchants.ts'
import { noPhoneToInvite, notVerified } from './refusals.ts'
import type { Merchant } from './shapes.ts'

export interface InvitedOwner {
  phone: string
  invitation: Invited
}

/**
 * Invites the contact of a verified merchant to be its owner, by the phone that the county has verified: whom a village or
 * a station registered has no account yet, and nobody else may sell in their name.
 */
export async function inviteOwner(tx: Tx, actor: Actor, id: string): Promise<InvitedOwner> {
  const { state, name, villageCode, contactPhone: phone } = await requireMerchant(tx, id)
  requireOffice(actor, countyCodeOf(villageCode))
  if (state !== 'verified') throw notVerified({ name })
  if (!canBeTexted(phone)) throw noPhoneToInvite()
  // Who owns a merchant is this room's to decide; the officer stays named as the one who did.
  const giver = { ...systemActor, accountId: actor.accountId }
  return { phone, invitation: await invite(tx, giver, { phone, role: 'merchant_owner', merchantId: id }) }
}

/** What verifying brings with it: a merchant without an owner gets one, where its phone can be texted. */
export async function inviteMissingOwner(tx: Tx, actor: Actor, merchant: Merchant): Promise<InvitedOwner | undefined> {
  const owners = await peopleWithDuty(tx, 'merchant_owner', { merchantId: merchant.id })
  return owners.length === 0 && canBeTexted(merchant.contactPhone) ? inviteOwner(tx, actor, merchant.id) : undefined
}

function canBeTexted(phone: string): boolean {
  return new RegExp(`^${phonePattern}$`).test(phone)
}
