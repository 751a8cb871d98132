// GB 32100-2015: 31 characters (no I, O, S, V, Z), weights 3^i mod 31, the last character is the check.
const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = Array.from({ length: 17 }, (_, i) => Number(3n ** BigInt(i) % 31n))
const form = /^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$/

/** Is this a unified social credit code with a right check character? */
export function isUscc(code: string): boolean {
  return form.test(code) && makeUscc(code.slice(0, 17)) === code
}

/** Adds the check character to the first 17. */
export function makeUscc(first17: string): string {
  const sum = weights.reduce((total, weight, i) => total + weight * characters.indexOf(first17[i] ?? '0'), 0)
  return `${first17}${characters[(31 - (sum % 31)) % 31]}`
}
