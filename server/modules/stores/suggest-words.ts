import { type Db, rows } from '../../kernel/db.ts'

const suggestedAtMost = 10

/** Words a reader may be about to type, by their beginning in characters, pinyin or initials; at most ten. One statement. */
export async function suggestWords(on: Db, typed: string): Promise<string[]> {
  const begin = typed.trim().toLowerCase().replaceAll("'", '')
  if (!begin) return []
  const beyond = `${begin}\u{10FFFF}`
  const found = await rows<{ word: string }>(
    on,
    `select word, max(weight) weight from (
       (select word, weight from stores.suggestion where word >= $1 and word < $2 order by weight desc limit ${suggestedAtMost})
       union all
       (select word, weight from stores.suggestion where pinyin >= $1 and pinyin < $2 order by weight desc limit ${suggestedAtMost})
       union all
       (select word, weight from stores.suggestion where initials >= $1 and initials < $2 order by weight desc limit ${suggestedAtMost})
     ) near group by word order by max(weight) desc, word limit ${suggestedAtMost}`,
    [begin, beyond],
  )
  return found.map((each) => each.word)
}
