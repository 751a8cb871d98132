import { cutChinese, cutLatin, pairsOf, stem } from './segment.ts'

/** One thing the reader asks for, as a part of a tsquery. */
export interface Term {
  text: string
  query: string
  latin: boolean
}

const termsAtMost = 8
// Of no help in telling products apart.
const empty = new Set(['的', '和', '与', '及', '了', '呢', '吗', 'the', 'a', 'an', 'of', 'and', 'from'])

/** The terms of what a reader typed; at most eight, none empty. */
export function readQuery(typed: string): Term[] {
  const chinese = cutChinese(typed).map((word) => ({ text: word, query: chineseQuery(word), latin: false }))
  const latin = cutLatin(typed).map((word) => ({ text: word, query: latinQuery(word), latin: true }))
  const terms = [...chinese, ...latin]
  const telling = terms.filter((term) => !empty.has(term.text))
  const distinct = new Map((telling.length ? telling : terms).map((term) => [term.query, term]))
  return [...distinct.values()].slice(0, termsAtMost)
}

/** All of the terms. */
export function allOf(terms: readonly Term[]): string {
  return terms.map((term) => term.query).join(' & ')
}

/** Any of the terms; those with more of them stand first by their rank. */
export function anyOf(terms: readonly Term[]): string {
  return terms.map((term) => (term.query.includes('&') ? `(${term.query})` : term.query)).join(' | ')
}

/** One Latin word, as what it stands for: a code is exact, a word may be the beginning of one. */
export function latinQuery(word: string): string {
  if (word.includes('-')) return `'${word}'`
  const root = stem(word)
  // Two letters or a short number begin too many words to mean any of them; as initials (yc) they are whole.
  return root.length < 3 || /^\d{1,3}$/.test(root) ? `'${root}'` : `'${root}':*`
}

// Pairs of neighbours find a word in any cutting: the product's name may have been cut otherwise than the question.
function chineseQuery(word: string): string {
  const characters = [...word]
  if (characters.length <= 2) return `'${word}'`
  return pairsOf(characters)
    .map((pair) => `'${pair}'`)
    .join(' & ')
}
