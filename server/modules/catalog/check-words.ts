import { type Db, rows } from '../../kernel/db.ts'
import { dayOf } from '../../kernel/time.ts'
import { forbiddenWords } from './refusals.ts'

/** Refuses a name with a word that may not stand in one. The list is data with dates: catalog.forbidden_word. */
export async function checkWords(on: Db, name: string, field: string): Promise<void> {
  const words = await rows<{ word: string; kind: keyof typeof forbiddenWords }>(
    on,
    `select word, kind from catalog.forbidden_word
     where in_force_from <= $2 and (in_force_to is null or in_force_to > $2) and position(word in $1) > 0
     order by length(word) desc limit 1`,
    [bare(name), dayOf(new Date())],
  )
  const [found] = words
  if (found) throw forbiddenWords[found.kind]({ word: found.word }, field)
}

// 阳 澄·湖镇 is 阳澄湖镇: full-width forms, spaces and marks between the characters do not help.
function bare(name: string): string {
  return name.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')
}
