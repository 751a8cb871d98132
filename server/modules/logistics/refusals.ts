import { refusal } from '../../kernel/errors.ts'

export const regionRefused = refusal('logistics.region_refused', 409, 'The store does not send to this region')
export const regionTwice = refusal<{ prefix: string }>(
  'logistics.region_twice',
  400,
  'A region stands in the freight table twice',
)
export const nowhereSent = refusal('logistics.nowhere_sent', 400, 'The freight table sends nowhere')
export const shipmentNotFound = refusal('logistics.shipment_not_found', 404, 'There is no such parcel')
export const unknownCarrier = refusal<{ carrier: string }>(
  'logistics.unknown_carrier',
  400,
  'This carrier is not known',
)
export const waybillMalformed = refusal(
  'logistics.waybill_malformed',
  400,
  'A waybill number has 6 to 30 letters and digits',
)
export const waybillUsed = refusal('logistics.waybill_used', 409, 'This waybill number belongs to another parcel')
export const alreadyShipped = refusal('logistics.already_shipped', 409, 'This parcel is on its way already')
export const notOnItsWay = refusal('logistics.not_on_its_way', 409, 'This parcel cannot arrive here now')
export const notArrived = refusal('logistics.not_arrived', 409, 'This parcel does not lie at the station')
export const pickupCodeWrong = refusal('logistics.pickup_code_wrong', 409, 'The pickup code is not right')
export const noLabelYet = refusal('logistics.no_label_yet', 409, 'The label can be printed once the order is paid')
