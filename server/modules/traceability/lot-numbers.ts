import { randomInt } from 'node:crypto'
import type { Day } from '../../kernel/time.ts'

// No 0/O, 1/I/L: these are read out over the telephone.
const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** A lot number that says its harvest day: 261124-7K3Q. */
export function newLotNumber(harvestedOn: Day): string {
  return `${shortDay(harvestedOn)}-${randomLetters(4)}`
}

/** A number for a conformity pledge: HGZ261124-7K3QX2MD. */
export function newPledgeNumber(issuedOn: Day): string {
  return `HGZ${shortDay(issuedOn)}-${randomLetters(8)}`
}

/** The path of a GS1 Digital Link, as printed on the box: /01/{gtin}/10/{lot}. */
export function traceUrl(gtin: string, lotNumber: string): string {
  return `/01/${gtin}/10/${encodeURIComponent(lotNumber)}`
}

function shortDay(day: Day): string {
  return day.slice(2).replaceAll('-', '')
}

function randomLetters(count: number): string {
  return Array.from({ length: count }, () => letters[randomInt(letters.length)]).join('')
}
