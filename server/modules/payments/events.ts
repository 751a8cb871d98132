import { event } from '../../kernel/events.ts'
import type { Fen } from '../../kernel/money.ts'
import type { Instant } from '../../kernel/time.ts'

/** A buyer's money has arrived at the provider. At most once per order. */
export const paymentCaptured = event<{
  paysFor: string
  storeId: string
  intentId: string
  amount: Fen
  capturedAt: Instant
}>('payments.captured')

/** A refund that was asked for has reached the buyer. */
export const refundSettled = event<{
  paysFor: string
  storeId: string
  refundId: string
  amount: Fen
  settledAt: Instant
}>('payments.refund_settled')

/** The provider has shared an order's money out. */
export const splitSettled = event<{ paysFor: string; storeId: string; splitId: string; net: Fen; fee: Fen }>(
  'payments.split_settled',
)

/** A refund waits to be asked of the provider. */
export const refundRequested = event<{ refundId: string }>('payments.refund_requested')
/** A split waits to be told to the provider. */
export const splitInstructed = event<{ splitId: string }>('payments.split_instructed')
