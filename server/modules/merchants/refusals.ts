import { refusal } from '../../kernel/errors.ts'

export const unknownMerchant = refusal('merchants.unknown', 404, 'There is no such merchant')
export const badUscc = refusal('merchants.bad_uscc', 422, 'This credit code has a wrong form or check character')
export const usccNeeded = refusal('merchants.uscc_needed', 422, 'This kind of merchant needs a credit code')
export const declarationNeeded = refusal(
  'merchants.declaration_needed',
  422,
  'A person without a licence must declare own produce',
)
export const alreadyRegistered = refusal('merchants.already_registered', 409, 'This merchant is registered already')
export const tooManyWaiting = refusal<{ most: number }>(
  'merchants.too_many_waiting',
  429,
  'Too many merchants of yours wait for verification',
)
export const notWaiting = refusal('merchants.not_waiting', 409, 'This merchant has been dealt with already')
export const noPhoneToInvite = refusal(
  'merchants.no_phone_to_invite',
  422,
  'The contact has no mobile phone to be texted',
)
export const notVerified = refusal<{ name: string }>('merchants.not_verified', 409, 'This merchant is not verified')
