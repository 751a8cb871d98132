/**
 * The number of a package, made from a running number. It begins with 2, the range that GS1 leaves for use inside one
 * shop: these are internal numbers, unique on this platform only, until the merchant has a GS1 prefix of its own.
 */
export function makeGtin(n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > 99_999_999_999) throw new Error(`${n} is no running number for a GTIN`)
  const first13 = `02${String(n).padStart(11, '0')}`
  return first13 + checkDigitOf(first13)
}

/** Does a GTIN-14 end in its check digit? */
export function isGtin(gtin: string): boolean {
  return /^[0-9]{14}$/.test(gtin) && checkDigitOf(gtin.slice(0, 13)) === gtin[13]
}

// GS1: digits weigh 3 and 1 by turns, from the right beginning with 3; the check digit fills up to the next ten.
function checkDigitOf(first13: string): string {
  const sum = [...first13].reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 3 : 1), 0)
  return String((10 - (sum % 10)) % 10)
}
