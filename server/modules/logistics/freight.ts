import type { Fen } from '../../kernel/money.ts'
import type { FreightRule } from './shapes.ts'

/** What a parcel costs by one rule: the first weight, then every further step begun. Free from an order value on. */
export function freightFor(
  {
    firstGrams,
    firstFen,
    furtherGrams,
    furtherFen,
  }: Pick<FreightRule, 'firstGrams' | 'firstFen' | 'furtherGrams' | 'furtherFen'>,
  parcel: { grams: number; goodsAmount: Fen },
  freeFrom: Fen | null,
): Fen {
  if (freeFrom !== null && parcel.goodsAmount >= freeFrom) return 0
  return firstFen + Math.ceil(Math.max(0, parcel.grams - firstGrams) / furtherGrams) * furtherFen
}

/** Where a division may stand in a freight table: itself and everything it lies in, down to the whole country. */
export function prefixesOfRegion(regionCode: string): string[] {
  return [0, 2, 4, 6, 9, 12]
    .filter((length) => length <= regionCode.length)
    .map((length) => regionCode.slice(0, length))
}

const near = { firstGrams: 1000, furtherGrams: 1000, refused: false }

/**
 * What holds until a store has said otherwise, so that a new store can sell at once: ordinary parcel rates from
 * Jiangsu, dearer where the way is long, and not where a parcel would pass customs.
 */
export const usualTemplate: { freeFrom: null; shipsWithinHours: number; coldChain: false; rules: FreightRule[] } = {
  freeFrom: null,
  shipsWithinHours: 48,
  coldChain: false,
  rules: [
    { regionPrefix: '', ...near, firstFen: 1000, furtherFen: 400, daysMin: 2, daysMax: 4 },
    { regionPrefix: '32', ...near, firstFen: 600, furtherFen: 100, daysMin: 1, daysMax: 2 },
    ...['31', '33', '34'].map((regionPrefix) => ({
      regionPrefix,
      ...near,
      firstFen: 600,
      furtherFen: 150,
      daysMin: 1,
      daysMax: 2,
    })),
    ...['15', '54', '62', '63', '64', '65'].map((regionPrefix) => ({
      regionPrefix,
      ...near,
      firstFen: 1800,
      furtherFen: 1200,
      daysMin: 4,
      daysMax: 8,
    })),
    ...['71', '81', '82'].map((regionPrefix) => ({
      regionPrefix,
      ...near,
      refused: true,
      firstFen: 0,
      furtherFen: 0,
      daysMin: 0,
      daysMax: 0,
    })),
  ],
}

/** The rule that holds for a region: the one that names it most closely. */
export function ruleFor(rules: readonly FreightRule[], regionCode: string): FreightRule | undefined {
  const prefixes = new Set(prefixesOfRegion(regionCode))
  return rules
    .filter((rule) => prefixes.has(rule.regionPrefix))
    .sort((a, b) => b.regionPrefix.length - a.regionPrefix.length)[0]
}
