import { createRequire } from 'node:module'
import type { Jieba } from '@node-rs/jieba'

// Loaded at the first use: a process that never searches carries neither the library nor its dictionary (60 MB).
const load = createRequire(import.meta.url)
let loaded: Jieba | undefined
function jieba(): Jieba {
  if (!loaded) {
    const { Jieba } = load('@node-rs/jieba') as typeof import('@node-rs/jieba')
    const { dict } = load('@node-rs/jieba/dict.js') as typeof import('@node-rs/jieba/dict.js')
    loaded = Jieba.withDict(dict)
    // The library has made its own of the dictionary's text; nobody reads that again.
    delete load.cache[load.resolve('@node-rs/jieba/dict.js')]
  }
  return loaded
}

export const chineseRuns = /\p{Script=Han}+/gu
// A code keeps its parts together (SKU-12-A, p-12); a word is letters or digits.
const latinRuns = /[a-z0-9]+(?:-[a-z0-9]+)*/g

/** The Chinese words of a text, none overlapping. */
export function cutChinese(text: string): string[] {
  return (text.match(chineseRuns) ?? []).flatMap((run) => jieba().cut(run, true))
}

/** The Chinese words of a text, with the shorter words inside the longer ones. */
export function cutChineseFinely(text: string): string[] {
  return (text.match(chineseRuns) ?? []).flatMap((run) => jieba().cutForSearch(run, true))
}

/** Each character alone and each pair of neighbours: what finds a word however it was cut. */
export function charactersOf(text: string): string[] {
  return (text.match(chineseRuns) ?? []).flatMap((run) => {
    const characters = [...run]
    return [...characters, ...pairsOf(characters)]
  })
}

/** The pairs of neighbours: 大闸蟹 → 大闸, 闸蟹. */
export function pairsOf(characters: readonly string[]): string[] {
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`)
}

/** Latin words in lower case; a code such as SKU-12-A is one word. */
export function cutLatin(text: string): string[] {
  return text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').match(latinRuns) ?? []
}

/** Peaches → peach, berries → berry: enough English for names of food. */
export function stem(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (/(?:ch|sh|x|z|o|ss)es$/.test(word)) return word.slice(0, -2)
  return word.endsWith('s') && !/(?:ss|us|is)$/.test(word) ? word.slice(0, -1) : word
}
