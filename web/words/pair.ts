/** A word in Chinese and in English. */
export type Pair = readonly [zh: string, en: string]

/** Declares the words of one area; a missing language does not compile. */
export function words<Keys extends string>(pairs: Record<Keys, Pair>): Record<Keys, Pair> {
  return pairs
}
