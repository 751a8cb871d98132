import { refusal } from '../../kernel/errors.ts'

export const paymentNotFound = refusal('payments.payment_not_found', 404, 'There is no such payment')
export const alreadyPaid = refusal('payments.already_paid', 409, 'This order is paid already')
export const tooManyAttempts = refusal('payments.too_many_attempts', 409, 'This order has been tried to pay too often')
export const nothingPaid = refusal('payments.nothing_paid', 409, 'Nothing was paid that could be given back')
export const refundTooLarge = refusal<{ most: string }>(
  'payments.refund_too_large',
  409,
  'No more can be given back than was paid',
)
export const forgedCallback = refusal<{ why: string }>(
  'payments.forged_callback',
  401,
  'The signature of this message is not right',
)
export const unknownProvider = refusal('payments.unknown_provider', 404, 'There is no such payment provider')
export const callbackMismatch = refusal<{ why: string }>(
  'payments.callback_mismatch',
  422,
  'This message does not fit the payment it names',
)
export const payLinkInvalid = refusal('payments.pay_link_invalid', 400, 'This payment link was changed on the way')
export const payLinkExpired = refusal('payments.pay_link_expired', 410, 'This payment link has expired')
