import { type Db, rows } from '../../kernel/db.ts'
import { pageOf } from '../../kernel/pages.ts'
import { spell } from '../divisions/index.ts'
import { Asking, cardColumns, type Filters, keyIn, narrow, orderBy, withoutRank } from './filter-offers.ts'
import { nearest } from './guess-words.ts'
import { listOffers } from './list-offers.ts'
import type { OfferCard, OfferPage } from './offer-shapes.ts'
import { allOf, anyOf, latinQuery, readQuery, type Term } from './read-query.ts'
import { chineseRuns } from './segment.ts'

// So many matches are weighed by their words, the best-selling first; nobody reads further in a search.
const weighedAtMost = 120

/**
 * Finds offers by Chinese words, single characters, pinyin, initials, English words and codes. Where nothing has all
 * the terms, words are replaced by known ones of the same sound (大扎蟹, 大闸蟹) or of nearly the same letters, and at last
 * any of the terms will do.
 */
export async function searchOffers(on: Db, { q, ...filters }: Filters & { q: string }): Promise<OfferPage> {
  const terms = readQuery(q)
  if (terms.length === 0) return q.trim() ? { items: [] } : listOffers(on, filters)
  const found = await find(on, allOf(terms), filters)
  if (found.items.length || filters.cursor) return found
  for (const mend of [mendChinese, mendLatin]) {
    const mended = await mend(on, terms, q)
    if (!mended) continue
    const meant = await find(on, allOf(mended.terms), filters)
    if (meant.items.length) return { ...meant, meant: mended.text }
  }
  return terms.length > 1 || allOf(terms).includes('&') ? find(on, anyOf(terms.flatMap(parts)), filters) : found
}

// `+ 0` keeps the planner from walking the whole market in the order of rank in the hope of meeting matches.
/** One statement: matches by the index of words, weighed by where the word stands and how often the offer was bought. */
async function find(on: Db, query: string, filters: Filters): Promise<OfferPage> {
  const limit = Math.min(filters.limit ?? 20, 60)
  const asking = new Asking()
  const words = asking.value(query)
  narrow(asking, filters)
  const narrowed = asking.and
  // The cursor narrows the page, not the search for matches.
  asking.conditions.length = 0
  const cheapest = filters.sort === 'price'
  const order = orderBy(asking, filters, 'score')
  const found = await rows<OfferCard & { rank: number }>(
    on,
    `with matching as materialized (
       select o.product_id, o.words, o.sold, o.price from stores.offer o
       where o.words @@ ${words}::tsquery${narrowed}${cheapest ? asking.and : ''}
       order by ${cheapest ? 'o.price + 0, o.product_id' : 'o.rank + 0 desc'} limit ${weighedAtMost}
     ), weighed as (
       select product_id, price, ts_rank(words, ${words}::tsquery)::float8 * (1 + ln(1 + sold) / 10) score from matching
     ), page as (
       select * from weighed o where true${asking.and} order by ${order} limit ${asking.value(limit + 1)}
     )
     select ${cardColumns}, page.score rank from page join stores.offer o using (product_id)
     order by ${cheapest ? order : 'page.score desc, o.product_id desc'}`,
    asking.values,
  )
  return withoutRank(pageOf(found, limit, keyIn(filters)))
}

interface Mended {
  terms: Term[]
  text: string
}

/** What was typed with its Chinese as known words of the same sound, the longest first; undefined when none sounds so. */
async function mendChinese(on: Db, _terms: readonly Term[], typed: string): Promise<Mended | undefined> {
  const runs = typed.match(chineseRuns) ?? []
  const sounds = new Map(runs.flatMap(soundsIn))
  const known = new Map(
    (
      await rows<{ pinyin: string; word: string }>(
        on,
        `select distinct on (pinyin) pinyin, word from stores.suggestion
         where pinyin = any($1) and pinyin <> '' order by pinyin, weight desc, word`,
        [[...new Set(sounds.values())]],
      )
    ).map(({ pinyin, word }) => [pinyin, word]),
  )
  const text = typed.replace(chineseRuns, (run) => soundedOut(run, (part) => known.get(sounds.get(part) ?? '')))
  return text === typed ? undefined : { terms: readQuery(text), text: text.trim() }
}

const longestSounded = 8

/** Every part of a word of two characters and more, with how it sounds. */
function soundsIn(run: string): [part: string, sound: string][] {
  const characters = [...run].slice(0, 20)
  return characters.flatMap((_, from) =>
    characters.slice(from + 1, from + longestSounded).map((_, length): [string, string] => {
      const part = characters.slice(from, from + length + 2).join('')
      return [part, spell(part).full]
    }),
  )
}

/** A word from its beginning on, each longest part that is known by its sound replaced. */
function soundedOut(run: string, knownAs: (part: string) => string | undefined): string {
  const characters = [...run]
  let text = ''
  for (let at = 0; at < characters.length; ) {
    let length = Math.min(longestSounded, characters.length - at)
    while (length > 1 && !knownAs(characters.slice(at, at + length).join(''))) length--
    const part = characters.slice(at, at + length).join('')
    text += (length > 1 && knownAs(part)) || part
    at += length
  }
  return text
}

/** The terms with each unknown Latin word replaced by the nearest one that offers have; undefined when none is near. */
async function mendLatin(on: Db, terms: readonly Term[]): Promise<Mended | undefined> {
  let changed = false
  const mended: Term[] = []
  for (const term of terms) {
    const word = term.latin && !term.text.includes('-') ? nearest(term.text, await wordsLike(on, term.text)) : undefined
    if (word && word !== term.text) changed = true
    mended.push(word ? { text: word, query: latinQuery(word), latin: true } : term)
  }
  return changed ? { terms: mended, text: mended.map((term) => term.text).join(' ') } : undefined
}

/** Known words and spellings of about the same length with the same first letter, the commonest first. */
async function wordsLike(on: Db, typed: string): Promise<string[]> {
  const first = typed[0] ?? ''
  const found = await rows<{ word: string }>(
    on,
    `select word from (
       select word, weight from stores.suggestion where word >= $1 and word < $2
       union all select pinyin, weight from stores.suggestion where pinyin >= $1 and pinyin < $2
     ) w where length(word) between $3 and $4 and word ~ '^[a-z]+$' group by word order by max(weight) desc limit 3000`,
    [first, `${first}\u{10FFFF}`, typed.length - 2, typed.length + 2],
  )
  return found.map((each) => each.word)
}

// A long Chinese word falls into its pairs, so that one wrong character does not hide the others.
function parts(term: Term): Term[] {
  return term.query.split(' & ').map((query) => ({ ...term, query }))
}
