import { change, type Db } from '../../kernel/db.ts'
import type { Day } from '../../kernel/time.ts'

export interface ImportedSignature {
  id: string
  villageCode: string
  categoryCode: string
  name: string
  story: string
  publishedOn: Day
  isSample: boolean
}

/** Loads many confirmed signature products in one statement per 2,000; villages that have one keep it. */
export async function importSignatureProducts(db: Db, signatures: readonly ImportedSignature[]): Promise<number> {
  let added = 0
  for (let at = 0; at < signatures.length; at += 2000) {
    added += await change(
      db,
      `insert into catalog.signature_product (id, village_code, category_code, name, story, state, submitted_at, published_at, is_sample)
       select id, "villageCode", "categoryCode", name, story, 'published', at, at, "isSample"
       from jsonb_to_recordset($1::jsonb) as s(id uuid, "villageCode" text, "categoryCode" text, name text, story text,
         "publishedOn" date, "isSample" boolean), lateral (select "publishedOn"::timestamp at time zone 'Asia/Shanghai' at) t
       on conflict do nothing`,
      [JSON.stringify(signatures.slice(at, at + 2000))],
    )
  }
  return added
}
