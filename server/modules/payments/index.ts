// These react to events and run on a clock; loading them is enough.
import './ask-refund.ts'
import './sandbox-delivery.ts'

export { checks } from './checks.ts'
export { paymentCaptured, refundSettled, splitSettled } from './events.ts'
export { type ImportedPayment, importPayments } from './import-payments.ts'
export { type InstructSplit, instructSplit } from './instruct-split.ts'
export { type OpenedPayment, type OpenPayment, openPayment } from './open-payment.ts'
export { balancesOf, paymentsOf, requirePayment } from './payments-of.ts'
export { requestRefund } from './request-refund.ts'
export { routes } from './routes.ts'
export { usePayments } from './settings.ts'
export {
  Channel,
  channels,
  type Payment,
  type Refund,
  type Statement,
  type StatementLine,
  type StatementSums,
} from './shapes.ts'
export { payAt } from './start-payment.ts'
export { statementOf } from './statement.ts'
