import type { Language } from '../../../server/kernel/actor.ts'

/** A weight as people write it on a box. */
export function sayWeight(grams: number, language: Language): string {
  const [kilo, gram] = language === 'en' ? [' kg', ' g'] : [' 千克', ' 克']
  return grams >= 1000 ? `${Number((grams / 1000).toFixed(2))}${kilo}` : `${grams}${gram}`
}

/** The name of a package; in English its weight, with the seller's own words where they say more than that. */
export function packName(label: string, grams: number, language: Language): string {
  if (language === 'zh' || grams <= 0) return label
  const weight = sayWeight(grams, language)
  return /^[\d.]+ ?(?:千克|公斤|克|斤|kg|g)装?$/i.test(label) ? weight : `${label}, ${weight}`
}

/** The same for a line of a basket or an order, whose weight is that of all its packages; there may be none left. */
export function packOf(
  { label, weightGrams, quantity }: { label: string; weightGrams: number; quantity: number },
  language: Language,
): string {
  return packName(label, weightGrams / Math.max(1, quantity), language)
}
