// These react to events and run on a clock; loading them is enough.
import './count-sales.ts'
import './follow-parcel.ts'
import './mark-paid.ts'
import './settle-refunds.ts'
import './erase-buyer.ts'
import './tell-label.ts'
import './tell-people.ts'

export { addToBasket, setBasketAddress, setBasketLine } from './basket.ts'
export { cancelOrder } from './cancel-order.ts'
export { checks } from './checks.ts'
export { decideAfterSale, disputeAfterSale, withdrawAfterSale } from './decide-after-sale.ts'
export {
  type OrderPaid,
  type OrderRefunded,
  orderCancelled,
  orderCompleted,
  orderPaid,
  orderPlaced,
  orderRefunded,
  orderShipped,
} from './events.ts'
export {
  figures,
  lastSaleByVillage,
  type PaidFact,
  paidFacts,
  salesByVillageAndMonth,
  type VillageMonth,
} from './figures.ts'
export { type FillingShop, fillOrders } from './fill-orders.ts'
export { countFinding, findOrder } from './find-order.ts'
export { type ImportedLine, type ImportedOrder, importOrders, withoutOrderIndexes } from './import-orders.ts'
export { ordersOfBuyer, ordersOfStore, waitingOf } from './list-orders.ts'
export { createOrderParts } from './make-parts.ts'
export { openAfterSale } from './open-after-sale.ts'
export { orderForOffice, orderPage, revealContact } from './order-page.ts'
export { ordersBehind } from './orders-behind.ts'
export { payAgain } from './pay-again.ts'
export { placeOrder, placeOrderOnce } from './place-order.ts'
export { basketOf } from './read-basket.ts'
export { receiveOrder, receiveOrder as confirmReceipt } from './receive-order.ts'
export { readersOfFigures } from './require-order.ts'
export { routes } from './routes.ts'
export type {
  Address,
  AfterSale,
  Basket,
  BasketStore,
  DecideAfterSale,
  Evidence,
  FindOrder,
  OpenAfterSale,
  OrderKey,
  OrderLine,
  OrderSummary,
  OrderView,
  PlacedOrder,
  PlaceOrder,
} from './shapes.ts'
export { shipOrder } from './ship-order.ts'
export { mayStep, type OrderState, orderStates, orderSteps, type Stance, type StepName, stepsFrom } from './steps.ts'
