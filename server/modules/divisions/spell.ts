import { createRequire } from 'node:module'

// Places whose characters are read otherwise than in most words.
const placeReadings: Record<string, string> = {
  六合: 'lù hé',
  浒墅关: 'xǔ shù guān',
  浒关: 'xǔ guān',
  甪直: 'lù zhí',
  邗江: 'hán jiāng',
  睢宁: 'suī níng',
  浒浦: 'hǔ pǔ',
  氾水: 'fàn shuǐ',
  堽城: 'gāng chéng',
  溱湖: 'qín hú',
  溱潼: 'qín tóng',
  溱东: 'qín dōng',
  圩: 'wéi',
}

// Land behind a dike, along the Yangtze; elsewhere it is a market.
const usualReadings: Record<string, Spelling> = { 圩: { full: 'xu', initials: 'x' } }

// Loaded at the first use: only who writes offers spells them; who reads them does not.
const load = createRequire(import.meta.url)
let loaded: typeof import('pinyin-pro') | undefined
function speller(): typeof import('pinyin-pro') {
  if (!loaded) {
    loaded = load('pinyin-pro') as typeof import('pinyin-pro')
    loaded.customPinyin(placeReadings)
  }
  return loaded
}

export interface Spelling {
  /** dazhaxie */
  full: string
  /** dzx */
  initials: string
}

/** How a Chinese word is spelled without tones. What is not Chinese is left out. */
export function spell(word: string): Spelling {
  const syllables = speller().pinyin(word, { toneType: 'none', type: 'array', v: true, nonZh: 'removed' })
  return { full: syllables.join(''), initials: syllables.map((syllable) => syllable[0]).join('') }
}

/** How a place's name sounds, what is not Chinese as it stands: what is typed to find it. */
export function soundOf(name: string): string {
  return speller().pinyin(name, { toneType: 'none', type: 'array', v: true }).join('')
}

const known = new Map<string, Spelling[]>()
const knownAtMost = 50_000

/** Every spelling of a word that a reader may try: the right one, and for rare readings the one most would guess. */
export function spellings(word: string): Spelling[] {
  const before = known.get(word)
  if (before) return before
  const right = spell(word)
  const found = [right]
  if (Object.keys(placeReadings).some((place) => word.includes(place))) {
    // Character by character nothing of the place is known, so each gets its usual reading.
    const guessed = joined([...word].map((character) => usualReadings[character] ?? spell(character)))
    if (guessed.full !== right.full) found.push(guessed)
  }
  if (known.size >= knownAtMost) known.clear()
  known.set(word, found)
  return found
}

/** Words written without a space between them. */
export function joined(parts: readonly Spelling[]): Spelling {
  return { full: parts.map((each) => each.full).join(''), initials: parts.map((each) => each.initials).join('') }
}

/** Taoyuan: a Chinese name for readers of Latin letters. */
export function inLatin(name: string): string {
  const { full } = spell(name)
  return full ? full[0]?.toUpperCase() + full.slice(1).replaceAll('v', 'ü') : name
}
