import { event } from '../../kernel/events.ts'

/** The county checked who the merchant is; from now on it may sell. Said again at every later verification. */
export const merchantVerified = event<{ merchantId: string; villageCode: string }>('merchants.verified')

/** The merchant may not sell until it is verified again. */
export const merchantSuspended = event<{ merchantId: string; villageCode: string }>('merchants.suspended')
