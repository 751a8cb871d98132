import { joined, spellings } from '../divisions/index.ts'
import { charactersOf, cutChinese, cutChineseFinely, cutLatin, stem } from './segment.ts'

export interface Wording {
  /** Names of the product, in any language. */
  names: readonly string[]
  places: readonly string[]
  /** What kind of thing it is: category, other words for it. */
  kinds: readonly string[]
  /** Everything else that should find it: the store, labels, codes. */
  rest: readonly string[]
}

type Weight = 'A' | 'B' | 'C' | 'D'

interface Adding {
  weight: Weight
  /** How much its pinyin and initials weigh. */
  spelled: Weight
  /** Is one character of it already telling? 蟹 of a crab is, 桃 of 桃源村 is not. */
  alone: boolean
}

// Every place has one of these: they tell nothing apart, and would make the longest lists of the index.
const kindsOfPlace = new Set(['省', '市', '县', '区', '镇', '乡', '村', '社区', '街道', 'village', 'community'])

/** All words that find an offer, as the text of a tsvector: names weigh most (A), then places (B), then the rest. */
export function offerWords({ names, places, kinds, rest }: Wording): string {
  const words = new Map<string, Weight>()
  // A word keeps the heaviest weight it was given.
  for (const text of rest) addWords(words, text, { weight: 'C', spelled: 'D', alone: false })
  for (const text of kinds) addWords(words, text, { weight: 'C', spelled: 'D', alone: true })
  for (const text of places) addWords(words, text, { weight: 'B', spelled: 'C', alone: false })
  for (const text of names) addWords(words, text, { weight: 'A', spelled: 'B', alone: true })
  return [...words].map(([word, weight]) => `'${word}':1${weight}`).join(' ')
}

function addWords(words: Map<string, Weight>, text: string, { weight, spelled, alone }: Adding): void {
  const add = (word: string, as: Weight) => {
    const telling = alone || (!kindsOfPlace.has(word) && (word.length > 1 || /[a-z0-9]/.test(word)))
    // PostgreSQL takes longer words, but nobody types them.
    if (word && word.length <= 60 && telling && !((words.get(word) ?? 'Z') < as)) words.set(word, as)
  }
  const cut = cutChinese(text)
  for (const word of cut.filter((word) => alone || !kindsOfPlace.has(word))) {
    for (const { full, initials } of spellings(word)) {
      add(full, spelled)
      if (initials.length > 1) add(initials, spelled)
    }
  }
  // Typed as one: yangshanshuimitao.
  const whole = joined(cut.flatMap((word) => spellings(word).slice(0, 1)))
  for (const word of [whole.full, whole.initials]) add(word, spelled)
  // The kind of thing alone: xie of 大闸蟹.
  const head = alone ? cut.at(-1)?.at(-1) : undefined
  if (head) for (const { full } of spellings(head)) add(full, 'D')
  for (const word of cutLatin(text)) {
    const parts = word.split('-')
    // SKU-12-A is found as itself, as SKU-12, and by its words.
    for (let length = 2; length <= parts.length; length++) add(parts.slice(0, length).join('-'), weight)
    for (const part of parts) add(stem(part), parts.length > 1 ? 'D' : weight)
  }
  for (const word of cutChineseFinely(text)) add(word, weight)
  for (const word of charactersOf(text)) add(word, weight)
}
