import { event } from '../../kernel/events.ts'
import type { Instant } from '../../kernel/time.ts'

/** A parcel lies at a station and waits for its buyer. */
export const parcelArrived = event<{ orderId: string; storeId: string; stationId: string; pickupCode: string }>(
  'logistics.parcel_arrived',
)

/** A station has handed a parcel to its buyer. */
export const parcelHandedOver = event<{ orderId: string; storeId: string; deliveredAt: Instant }>(
  'logistics.parcel_handed_over',
)
