/** The numbers of a draft as people type them: yuan, jin, pieces. */
export interface Typed {
  price: string
  weight: string
  pieces: string
}

/** 12.8 yuan → 1280 fen. Rounded, since yuan in binary are never exact. */
export const fenOf = ({ price }: Typed): number => Math.round(Number(price) * 100)
/** 0.25 jin → 125 g. */
export const gramsOf = ({ weight }: Typed): number => Math.round(Number(weight) * 500)
export const piecesOf = ({ pieces }: Typed): number => Number(pieces)

/** How a package is called in the shop: 5 斤装, 125 克装. */
export function labelOf(grams: number): string {
  return grams % 250 === 0 ? `${grams / 500} 斤装` : `${grams} 克装`
}

const gramsAtMost = 1_000_000
const fenAtMost = 100_000_000
const lotGramsAtMost = 1_000_000_000

/** Which number is missing or cannot be, the first in order. */
export function wrongNumber(typed: Typed): 'weight' | 'price' | 'pieces' | undefined {
  if (!within(gramsOf(typed), gramsAtMost)) return 'weight'
  if (!within(fenOf(typed), fenAtMost)) return 'price'
  if (!within(piecesOf(typed), 1_000_000) || gramsOf(typed) * piecesOf(typed) > lotGramsAtMost) return 'pieces'
  return undefined
}

function within(number: number, most: number): boolean {
  return Number.isInteger(number) && number >= 1 && number <= most
}
