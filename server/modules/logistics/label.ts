import { translate } from '../../../web/words/words.ts'
import { maskName, maskPhone } from '../../kernel/mask.ts'
import { carrierName } from './carriers.ts'
import type { LabelFacts } from './label-facts.ts'
import { barcode, qrCode, rule, type Shape, words } from './label-shapes.ts'
import { maskPhonesIn, wrap, wrapRegion } from './label-text.ts'
import type { Shipment } from './shapes.ts'

export interface LabelParts {
  facts: LabelFacts
  shipment: Pick<Shipment, 'method' | 'carrier' | 'trackingNumber' | 'weightGrams'>
  sender: { storeName: string; villageName: string }
  station?: { name: string; address: string }
  marketUrl: string
}

// Couriers in China read Chinese, whatever language the seller's screen is in.
const say: (key: Parameters<typeof translate>[1]) => string = (key) => translate('zh', key)

/**
 * The label of a parcel, 100 × 150 mm. A privacy label: surname and part of the phone number, never the whole; whoever
 * needs the number asks the order, and that is logged.
 */
export function composeLabel({ facts, shipment, sender, station, marketUrl }: LabelParts): Shape[] {
  const number = shipment.trackingNumber ?? facts.orderNumber
  return [
    { kind: 'frame', at: [2, 2, 96, 146], stroke: 0.4 },
    ...head(shipment, facts.isSample),
    rule(17),
    barcode(number, { x: 8, y: 21, width: 84, height: 17 }),
    words(50, 43.5, 4.2, number.replace(/(.{4})(?=.)/g, '$1 '), { anchor: 'middle', bold: true }),
    rule(46.5),
    ...receiver(facts, station),
    rule(94),
    words(5, 100, 3.4, say('logistics.label_from'), { bold: true }),
    ...wrap(`${sender.storeName}　${sender.villageName}`, 22, 2).map((line, n) => words(14, 100 + n * 4.6, 3.6, line)),
    rule(107.5),
    ...goods(facts, shipment.weightGrams),
    // Four modules of white on every side, or scanners do not see it.
    qrCode(new URL(facts.tracePath, marketUrl).href, { x: 67.5, y: 111.5, size: 26 }),
    words(80.5, 144.4, 2.9, say('logistics.label_scan'), { anchor: 'middle' }),
    words(5, 144.4, 2.6, say('logistics.label_privacy')),
  ]
}

function head({ method, carrier }: LabelParts['shipment'], isSample: boolean): Shape[] {
  const name = words(5, 12.5, 6.5, carrier ? carrierName(carrier) : say(`logistics.method_${method}`), { bold: true })
  if (!isSample) return [name, words(95, 11.5, 4, say('logistics.label_brand'), { anchor: 'end' })]
  return [
    name,
    { kind: 'frame', at: [63, 4.5, 32, 9], stroke: 0.5 },
    words(79, 10.7, 4.6, say('kernel.sample'), { anchor: 'middle', bold: true }),
  ]
}

/** The region is what sorters read from a distance, so it is the largest. */
function receiver(facts: LabelFacts, station: LabelParts['station']): Shape[] {
  const { recipient, phone, regionName, addressDetail } = facts
  const who = `${maskName(recipient)}　${maskPhone(phone)}`
  const region = wrapRegion(regionName, 12.6, 2)
  const address = station ? `${station.name}　${station.address}` : maskPhonesIn(addressDetail)
  const lines = wrap(address, 17.6, 4 - region.length)
  const top = 56 + region.length * 8.2
  return [
    { kind: 'disc', x: 9.5, y: 54, radius: 4.5 },
    words(9.5, 56, 5.2, say('logistics.label_to'), { anchor: 'middle', bold: true, white: true }),
    ...region.map((line, n) => words(17, 56 + n * 8.2, 6.3, line, { bold: true })),
    ...lines.map((line, n) => words(17, top - 1 + n * 5.6, 4.4, line)),
    words(17, 84.5, 5.4, who, { bold: true }),
    words(17, 90.5, 3.4, say(station ? 'logistics.label_pickup' : 'logistics.label_call')),
  ]
}

function goods({ contents, orderNumber, lotNumbers }: LabelFacts, grams: number): Shape[] {
  const lots = lotNumbers.length > 0 ? `${say('logistics.label_lot')} ${lotNumbers.join('、')}` : ''
  return [
    ...wrap(maskPhonesIn(contents), 16, 3).map((line, n) => words(5, 114.5 + n * 5, 3.7, line)),
    ...wrap(lots, 18, 1).map((line) => words(5, 130.5, 3.2, line)),
    words(5, 135.2, 3.2, `${say('logistics.label_weight')} ${(grams / 1000).toFixed(2)} kg`),
    words(5, 139.7, 3.2, `${say('logistics.label_order')} ${orderNumber}`),
  ]
}
