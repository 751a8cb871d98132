import { refusal } from '../../kernel/errors.ts'

export const basketEmpty = refusal('orders.basket_empty', 409, 'There is nothing of this store in your basket')
export const basketFull = refusal<{ most: number }>(
  'orders.basket_full',
  409,
  'The basket holds no more different goods',
)
export const addressMissing = refusal('orders.address_missing', 409, 'Please say where the goods shall go')
export const stationMissing = refusal('orders.station_missing', 400, 'Please choose the station where you will pick up')
export const exemptNotConfirmed = refusal<{ names: string }>(
  'orders.exempt_not_confirmed',
  409,
  'These goods cannot be returned within 7 days; please confirm that you know',
)
export const priceChanged = refusal<{ total: string }>(
  'orders.price_changed',
  409,
  'The total has changed; please look again',
)
export const notPossibleNow = refusal<{ step: string; state: string }>(
  'orders.not_possible_now',
  409,
  'The order is no longer in a state in which this can be done',
)
export const notInTime = refusal<{ hours: number }>(
  'orders.after_sale_not_in_time',
  409,
  'The time for this request has passed',
)
export const tooEarly = refusal<{ hours: number }>(
  'orders.after_sale_too_early',
  409,
  'Please wait a little longer for the parcel',
)
export const photosMissing = refusal<{ least: number }>(
  'orders.photos_missing',
  400,
  'More photos of the damage are needed',
)
export const amountMissing = refusal('orders.asked_amount_missing', 400, 'Please say how much you ask back')
export const shareMissing = refusal('orders.damaged_share_missing', 400, 'Please say how much of the goods is damaged')
export const notReturnable = refusal<{ names: string }>(
  'orders.not_returnable',
  409,
  'These goods were sold without the 7-day return',
)
export const alreadyOpen = refusal(
  'orders.after_sale_already_open',
  409,
  'A request for this order is already being looked at',
)
export const alreadyDecided = refusal('orders.after_sale_already_decided', 409, 'This request has been decided already')
export const amountTooLarge = refusal<{ most: string }>(
  'orders.amount_too_large',
  409,
  'No more than this can be given back',
)
export const nothingToRefund = refusal('orders.nothing_to_refund', 409, 'Everything has been given back already')
export const reasonMissing = refusal('orders.reason_missing', 400, 'Please say why')
export const noPickupThere = refusal('orders.no_pickup_there', 409, 'Parcels cannot be picked up at this station')
