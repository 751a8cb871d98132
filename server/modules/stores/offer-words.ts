import { charactersOf, cutChinese, cutChineseFinely, cutLatin, stem } from './segment.ts'
import { joined, spellings } from './spell.ts'

export interface Wording {
  /** Names of the product, in any language. */
  names: readonly string[]
  places: readonly string[]
  /** Everything else that should find it: category, labels, store, codes. */
  rest: readonly string[]
}

type Weight = 'A' | 'B' | 'C' | 'D'

// Every place has one of these: they tell nothing apart, and would make the longest lists of the index.
const kindsOfPlace = new Set([
  '省',
  '市',
  '县',
  '区',
  '镇',
  '乡',
  '村',
  '街',
  '道',
  '社',
  '社区',
  '街道',
  'village',
  'community',
])

/** All words that find an offer, as the text of a tsvector: names weigh most (A), then places (B), then the rest. */
export function offerWords({ names, places, rest }: Wording): string {
  const words = new Map<string, Weight>()
  // A word keeps the heaviest weight it was given.
  for (const text of rest) addWords(words, text, 'C', 'D')
  for (const text of places) addWords(words, text, 'B', 'C', kindsOfPlace)
  for (const text of names) addWords(words, text, 'A', 'B')
  return [...words].map(([word, weight]) => `'${word}':1${weight}`).join(' ')
}

function addWords(
  words: Map<string, Weight>,
  text: string,
  weight: Weight,
  spelled: Weight,
  but = new Set<string>(),
): void {
  const add = (word: string, as: Weight) => {
    // 2046 bytes is PostgreSQL's longest word; nobody types more than this.
    if (word && word.length <= 60 && !but.has(word) && !((words.get(word) ?? 'Z') < as)) words.set(word, as)
  }
  const cut = cutChinese(text)
  for (const word of cut.filter((word) => !but.has(word))) {
    for (const { full, initials } of spellings(word)) {
      add(full, spelled)
      if (initials.length > 1) add(initials, spelled)
    }
  }
  // Typed as one: yangshanshuimitao.
  const whole = joined(cut.flatMap((word) => spellings(word).slice(0, 1)))
  for (const word of [whole.full, whole.initials]) add(word, spelled)
  // The kind of thing alone: xie of 大闸蟹.
  const head = cut.at(-1)?.at(-1)
  if (head && !but.has(head)) for (const { full } of spellings(head)) add(full, 'D')
  for (const word of cutLatin(text)) {
    const parts = word.split('-')
    // SKU-12-A is found as itself, as SKU-12, and by its words.
    for (let length = 2; length <= parts.length; length++) add(parts.slice(0, length).join('-'), weight)
    for (const part of parts) add(stem(part), parts.length > 1 ? 'D' : weight)
  }
  for (const word of cutChineseFinely(text)) add(word, weight)
  for (const word of charactersOf(text)) add(word, weight)
}
