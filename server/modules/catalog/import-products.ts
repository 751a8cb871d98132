import { type Db, rows } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import type { Day } from '../../kernel/time.ts'
import type { CertificationType, ReturnPolicy } from './rules.ts'
import { nextGtins } from './write-skus.ts'

interface ImportedSku {
  id?: string
  label: string
  weightGrams: number
  price: number
}

interface ImportedCertification {
  type: CertificationType
  certificateNumber: string
  holder: string
  validFrom: Day
  validTo?: Day
  source?: string
}

export interface ImportedProduct {
  id: string
  merchantId: string
  villageCode: string
  categoryCode: string
  name: string
  nameEn?: string
  story?: string
  storyEn?: string
  /** Otherwise the category's. */
  seasonMonths?: number[]
  returnPolicy?: ReturnPolicy
  publishedOn: Day
  skus: ImportedSku[]
  certifications?: ImportedCertification[]
  isSample: boolean
}

/** Loads many published products with skus and certificates, in one statement per 1,000. Known ids are left as they are. */
export async function importProducts(db: Db, products: readonly ImportedProduct[]): Promise<number> {
  let added = 0
  for (let at = 0; at < products.length; at += 1000) added += await importSome(db, products.slice(at, at + 1000))
  return added
}

async function importSome(db: Db, products: readonly ImportedProduct[]): Promise<number> {
  const gtins = await nextGtins(
    db,
    products.reduce((count, product) => count + product.skus.length, 0),
  )
  const next = gtins.values()
  const made = products.map((product) => ({
    ...product,
    skus: product.skus.map((sku, position) => ({
      id: newId(),
      ...sku,
      position,
      gtin: next.next().value,
    })),
    certifications: (product.certifications ?? []).map((seal) => ({ id: newId(), source: 'demo', ...seal })),
  }))
  const added = await rows(
    db,
    `with given as (
       select * from jsonb_to_recordset($1::jsonb) as p(id uuid, "merchantId" uuid, "villageCode" text, "categoryCode" text,
         name text, "nameEn" text, story text, "storyEn" text, "seasonMonths" jsonb, "returnPolicy" text, "publishedOn" date,
         skus jsonb, certifications jsonb, "isSample" boolean)
     ), product as (
       insert into catalog.product (id, merchant_id, village_code, category_code, name, name_en, story, story_en, season_months,
         return_policy, state, created_at, published_at, is_sample)
       select p.id, "merchantId", "villageCode", "categoryCode", p.name, coalesce("nameEn", ''), coalesce(story, ''),
         coalesce("storyEn", ''),
         coalesce((select array_agg(value::smallint) from jsonb_array_elements_text("seasonMonths")), g.season_months),
         coalesce("returnPolicy", g.return_policy), 'published', "publishedOn"::timestamp at time zone 'Asia/Shanghai',
         "publishedOn"::timestamp at time zone 'Asia/Shanghai', "isSample"
       from given p join catalog.category g on g.code = p."categoryCode"
       on conflict (id) do nothing returning id
     ), sku as (
       insert into catalog.sku (id, product_id, label, weight_grams, price, gtin, position)
       select s.id, given.id, label, "weightGrams", price, gtin, position
       from given join product using (id), jsonb_to_recordset(given.skus) as s(id uuid, label text, "weightGrams" int,
         price bigint, gtin text, position smallint)
     ), seal as (
       insert into catalog.certification (id, type, certificate_number, holder, product_id, valid_from, valid_to, source)
       select c.id, type, "certificateNumber", holder, given.id, "validFrom", "validTo", c.source
       from given join product using (id), jsonb_to_recordset(given.certifications) as c(id uuid, type text,
         "certificateNumber" text, holder text, "validFrom" date, "validTo" date, source text)
     )
     select id from product`,
    [JSON.stringify(made)],
  )
  return added.length
}
