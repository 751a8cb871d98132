import assert from 'node:assert/strict'

/** Money in whole fen (1/100 yuan). Never a fraction, never a float of yuan. */
export type Fen = number

/** Shares `total` out by weight; every fen goes to someone: the largest remainders take the odd ones, earlier first. */
export function share(total: Fen, weights: readonly number[]): Fen[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  assert(whole > 0, 'at least one weight is positive')
  assert(Number.isSafeInteger(total), 'money is whole fen')
  // Whole-number arithmetic in BigInt: total × weight may pass 2^53.
  const scaled = weights.map((weight) => BigInt(Math.abs(total)) * BigInt(weight))
  const shares = scaled.map((part) => Number(part / BigInt(whole)))
  const left = Math.abs(total) - shares.reduce((sum, part) => sum + part, 0)
  const byRemainder = scaled
    .map((part, index) => ({ index, remainder: part % BigInt(whole) }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1))
  for (const { index } of byRemainder.slice(0, left)) shares[index] = (shares[index] ?? 0) + 1
  return total < 0 ? shares.map((part) => (part === 0 ? 0 : -part)) : shares
}

/** Sum of whole fen. */
export function sum(parts: readonly Fen[]): Fen {
  return parts.reduce((total, part) => total + part, 0)
}

export { yuan } from './yuan.ts'
