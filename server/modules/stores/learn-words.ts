import { change, type Db, type Tx } from '../../kernel/db.ts'
import { every } from '../../kernel/schedule.ts'
import { joined, shortName, spellings } from '../divisions/index.ts'
import type { OfferDetail } from './offer-shapes.ts'
import { cutChinese, cutLatin, stem } from './segment.ts'

/** Learns the words of some offers for suggestions; words known already stay as they are. */
export async function suggestionsFor(tx: Tx, offers: readonly OfferDetail[]): Promise<void> {
  const words = new Set(offers.flatMap(wordsOf))
  const spelled = [...words]
    .sort()
    .map((word) => ({ word, ...joined(cutChinese(word).flatMap((part) => spellings(part).slice(0, 1))) }))
  await change(
    tx,
    `insert into stores.suggestion (word, pinyin, initials, weight)
     select w.word, w.full, w.initials, 1 from jsonb_to_recordset($1::jsonb) w(word text, "full" text, initials text)
     on conflict (word) do nothing`,
    [JSON.stringify(spelled)],
  )
}

function wordsOf(offer: OfferDetail): string[] {
  const places = offer.path.slice(1).map((part) => shortName(part.name))
  const chinese = [offer.name, ...places, offer.category.name, ...cutChinese(offer.name)]
  const latin = [offer.nameEn, offer.name, offer.category.nameEn, offer.placeEn].flatMap(cutLatin).map(stem)
  return [
    ...chinese.filter((word) => word.length >= 2 && word.length <= 20),
    ...latin.filter((word) => /^[a-z]{3,}$/.test(word)),
  ].map((word) => word.toLowerCase().replaceAll("'", ''))
}

/** Weighs each suggestion that is one word by how many offers it finds. */
export async function weighSuggestions(db: Db): Promise<void> {
  await change(
    db,
    `update stores.suggestion s set weight = t.ndoc from ts_stat('select words from stores.offer') t
     where t.word = s.word and s.weight <> t.ndoc`,
  )
}

every(3600, 'stores.weigh_suggestions', weighSuggestions)
