import { event } from '../../kernel/events.ts'

/** The person asked to be forgotten; rooms that keep something of theirs let go of what the law lets go. */
export const accountErased = event<{ accountId: string }>('accounts.account_erased')
