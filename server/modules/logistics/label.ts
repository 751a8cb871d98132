import { translate } from '../../../web/words/words.ts'
import { maskName, maskPhone } from '../../kernel/mask.ts'
import { carrierName } from './carriers.ts'
import { barcodePath, qrPath } from './label-codes.ts'
import type { LabelFacts } from './label-facts.ts'
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
 * The label of a parcel, 100 × 150 mm, as SVG in millimetres. A privacy label: surname and part of the phone number, never
 * the whole; whoever needs the number asks the order, and that is logged.
 */
export function labelSvg({ facts, shipment, sender, station, marketUrl }: LabelParts, fonts: string): string {
  const number = shipment.trackingNumber ?? facts.orderNumber
  const pieces = [
    head(shipment, facts.isSample),
    `<path d="${barcodePath(number, { x: 8, y: 21, width: 84, height: 17 })}"/>`,
    text(50, 43.5, 4.2, number.replace(/(.{4})(?=.)/g, '$1 '), { anchor: 'middle', bold: true }),
    rule(46.5),
    receiver(facts, station),
    rule(94),
    text(5, 100, 3.4, say('logistics.label_from'), { bold: true }),
    ...wrap(`${sender.storeName}　${sender.villageName}`, 22, 2).map((line, n) => text(14, 100 + n * 4.6, 3.6, line)),
    rule(107.5),
    goods(facts, shipment.weightGrams),
    `<path d="${qrPath(new URL(facts.tracePath, marketUrl).href, { x: 67, y: 112, size: 28 })}"/>`,
    text(81, 144.4, 2.9, say('logistics.label_scan'), { anchor: 'middle' }),
    text(5, 144.4, 2.6, say('logistics.label_privacy')),
  ]
  return `<svg xmlns="http://www.w3.org/2000/svg" width="100mm" height="150mm" viewBox="0 0 100 150"><rect width="100" height="150" fill="#fff"/><g fill="#000" font-family="${fonts}"><rect x="2" y="2" width="96" height="146" fill="none" stroke="#000" stroke-width="0.4"/>${pieces.join('')}</g></svg>`
}

function head({ method, carrier }: LabelParts['shipment'], isSample: boolean): string {
  const name = carrier ? carrierName(carrier) : say(`logistics.method_${method}`)
  const sample = isSample
    ? `<rect x="63" y="4.5" width="32" height="9" fill="none" stroke="#000" stroke-width="0.5"/>${text(79, 10.7, 4.6, say('kernel.sample'), { anchor: 'middle', bold: true })}`
    : text(95, 11.5, 4, say('logistics.label_brand'), { anchor: 'end' })
  return `${text(5, 12.5, 6.5, name, { bold: true })}${sample}${rule(17)}`
}

/** The region is what sorters read from a distance, so it is the largest. */
function receiver(facts: LabelFacts, station: LabelParts['station']): string {
  const { recipient, phone, regionName, addressDetail } = facts
  const who = `${maskName(recipient)}　${maskPhone(phone)}`
  const region = wrapRegion(regionName, 12.6, 2)
  const address = station ? `${station.name}　${station.address}` : maskPhonesIn(addressDetail)
  const lines = wrap(address, 17.6, 4 - region.length)
  const top = 56 + region.length * 8.2
  return [
    mark(5, 49.5, say('logistics.label_to')),
    ...region.map((line, n) => text(17, 56 + n * 8.2, 6.3, line, { bold: true })),
    ...lines.map((line, n) => text(17, top - 1 + n * 5.6, 4.4, line)),
    text(17, 84.5, 5.4, who, { bold: true }),
    text(17, 90.5, 3.4, say(station ? 'logistics.label_pickup' : 'logistics.label_call')),
  ].join('')
}

function goods({ contents, orderNumber }: LabelFacts, grams: number): string {
  const lines = wrap(maskPhonesIn(contents), 16.2, 4)
  return [
    ...lines.map((line, n) => text(5, 114.5 + n * 5, 3.7, line)),
    text(5, 135.5, 3.2, `${say('logistics.label_weight')} ${(grams / 1000).toFixed(2)} kg`),
    text(5, 140, 3.2, `${say('logistics.label_order')} ${orderNumber}`),
  ].join('')
}

function mark(x: number, y: number, word: string): string {
  return `<circle cx="${x + 4.5}" cy="${y + 4.5}" r="4.5"/>${text(x + 4.5, y + 6.5, 5.2, word, { anchor: 'middle', bold: true, fill: '#fff' })}`
}

function rule(y: number): string {
  return `<path d="M2 ${y}h96" stroke="#000" stroke-width="0.3"/>`
}

function text(
  x: number,
  y: number,
  size: number,
  words: string,
  { anchor, bold, fill }: { anchor?: 'middle' | 'end'; bold?: boolean; fill?: string } = {},
): string {
  const look = `${anchor ? ` text-anchor="${anchor}"` : ''}${bold ? ' font-weight="bold"' : ''}${fill ? ` fill="${fill}"` : ''}`
  return `<text x="${x}" y="${y}" font-size="${size}"${look}>${escape(words)}</text>`
}

function escape(words: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they have no place in XML
  return words.replace(/[\0-\x08\x0b\x0c\x0e-\x1f]/g, '').replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
