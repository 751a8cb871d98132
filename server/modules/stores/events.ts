import { event } from '../../kernel/events.ts'

interface StoreHappened {
  storeId: string
  merchantId: string
  villageCode: string
}

/** The county confirmed the store, or a pause is over: it sells. */
export const storeActivated = event<StoreHappened>('stores.activated')
/** The store stopped selling, for a while or for good. */
export const storePaused = event<StoreHappened>('stores.paused')
