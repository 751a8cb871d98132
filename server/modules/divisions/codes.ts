import { prefixOf } from '../../kernel/actor.ts'

export const levels = ['province', 'city', 'county', 'township', 'village'] as const
export type Level = (typeof levels)[number]

/** The level that a code's trailing zeros say: 320322000000 is a county. */
export function levelOf(code: string): Level {
  const byPrefix: Record<number, Level> = { 2: 'province', 4: 'city', 6: 'county', 9: 'township', 12: 'village' }
  return byPrefix[prefixOf(code).length] ?? 'village'
}

export const cityCodeOf = (code: string) => code.slice(0, 4).padEnd(12, '0')
export const countyCodeOf = (code: string) => code.slice(0, 6).padEnd(12, '0')
export const townshipCodeOf = (code: string) => code.slice(0, 9).padEnd(12, '0')

/** The codes from the province down to this one: what contains it, and itself. */
export function lineOf(code: string): string[] {
  const prefix = prefixOf(code)
  return [2, 4, 6, 9, 12]
    .filter((length) => length <= prefix.length)
    .map((length) => code.slice(0, length).padEnd(12, '0'))
}

/**
 * Every code inside a division, itself included, as a range `from <= code < to`: the form that an index can walk
 * whatever the plan.
 */
export function rangeOf(code: string): { from: string; to: string } {
  const prefix = prefixOf(code)
  return { from: prefix.padEnd(12, '0'), to: `${prefix}:` } // ':' follows '9' in ASCII, so it ends the range.
}
