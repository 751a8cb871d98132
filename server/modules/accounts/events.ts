import type { Role } from '../../kernel/actor.ts'
import { event } from '../../kernel/events.ts'

/** The person asked to be forgotten; rooms that keep something of theirs let go of what the law lets go. */
export const accountErased = event<{
  accountId: string
  /** The browser from which they asked. */
  guestId?: string | undefined
}>('accounts.account_erased')
/** Somebody became an owner of a merchant. */
export const ownerMade = event<{ accountId: string; merchantId: string }>('accounts.owner_made')
/** An office changed hands: these duties now lie with another account. */
export const dutiesHandedOver = event<{
  fromAccountId: string
  toAccountId: string
  duties: { role: Role; divisionCode: string }[]
}>('accounts.duties_handed_over')
