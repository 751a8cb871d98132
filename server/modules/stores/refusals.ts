import { refusal } from '../../kernel/errors.ts'

export const unknownStore = refusal('stores.unknown_store', 404, 'There is no such store')
export const unknownOffer = refusal('stores.unknown_offer', 404, 'This product is not on sale at the moment')
export const notOnSale = refusal<{ skuId: string }>(
  'stores.not_on_sale',
  409,
  'One of these is no longer on sale; please take it out of the basket',
)
export const merchantNotVerified = refusal(
  'stores.merchant_not_verified',
  409,
  'The county has not verified this merchant yet',
)
export const storeExists = refusal('stores.store_exists', 409, 'This merchant already has a store')
export const wrongStep = refusal<{ state: string }>(
  'stores.wrong_step',
  409,
  'The store is not in a state that allows this',
)
export const reasonMissing = refusal('stores.reason_missing', 422, 'Please say why it is returned')
export const noticeTooShort = refusal<{ earliest: string }>(
  'stores.notice_too_short',
  422,
  'A store announces its closing at least 30 days ahead',
)
