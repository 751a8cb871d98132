import { event } from '../../kernel/events.ts'
import type { Fen } from '../../kernel/money.ts'
import type { Instant } from '../../kernel/time.ts'

interface OrderFact {
  storeId: string
  orderId: string
  villageCode: string
  isSample: boolean
}

export interface OrderPaid extends OrderFact {
  merchantId: string
  total: Fen
  goodsAmount: Fen
  paidAt: Instant
  productIds: string[]
}

export interface OrderRefunded extends OrderFact {
  refundId: string
  amount: Fen
  /** When the order was paid: a refund lessens the month of the sale. */
  paidAt: Instant
  refundedAt: Instant
}

export const orderPlaced = event<OrderFact & { total: Fen }>('orders.placed')
export const orderPaid = event<OrderPaid>('orders.paid')
export const orderShipped = event<OrderFact & { orderNumber: string; buyerAccountId: string | null }>('orders.shipped')
export const orderCompleted = event<OrderFact & { total: Fen; refunded: Fen }>('orders.completed')
export const orderCancelled = event<OrderFact & { wasPaid: boolean }>('orders.cancelled')
export const orderRefunded = event<OrderRefunded>('orders.refunded')

interface AboutAfterSale {
  storeId: string
  orderId: string
  orderNumber: string
}
export const afterSaleOpened = event<AboutAfterSale & { afterSaleId: string }>('orders.after_sale_opened')
export const afterSaleDecided = event<
  AboutAfterSale & { buyerAccountId: string | null; accepted: boolean; amount: Fen }
>('orders.after_sale_decided')
export const afterSaleDisputed = event<AboutAfterSale & { villageCode: string }>('orders.after_sale_disputed')
