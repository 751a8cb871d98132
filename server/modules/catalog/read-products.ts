import { type Db, rows } from '../../kernel/db.ts'
import { decodeCursor, type Page, pageOf } from '../../kernel/pages.ts'
import { type Day, dayOf } from '../../kernel/time.ts'
import { rangeOf } from '../divisions/index.ts'
import { unknownProduct } from './refusals.ts'
import type { ProductState, ReturnPolicy } from './rules.ts'
import type { Product } from './shapes.ts'

// A seal shows from its first day to its last, by the calendar of China; read here, it needs no job to vanish.
const sealShows = `c.valid_from <= $2 and (c.valid_to is null or c.valid_to >= $2) and c.verification_status <> 'rejected'`

const selectProducts = `
  select p.id, p.merchant_id, p.village_code, p.category_code, p.name, p.name_en, p.story, p.story_en, p.season_months,
    p.return_policy, p.state, p.withdraw_reason, p.photos, p.created_at, p.published_at, p.version, p.is_sample,
    json_build_object('code', g.code, 'parentCode', g.parent_code, 'name', g.name, 'nameEn', g.name_en,
      'alsoCalled', g.also_called, 'form', g.form, 'seasonMonths', g.season_months, 'returnPolicy', g.return_policy,
      'foodKind', g.food_kind, 'fishery', g.fishery, 'coldChain', g.cold_chain, 'shelfLifeDays', g.shelf_life_days,
      'soldBy', g.sold_by) category,
    coalesce((select json_agg(json_build_object('id', s.id, 'label', s.label, 'weightGrams', s.weight_grams,
        'price', s.price, 'gtin', s.gtin, 'withdrawn', s.withdrawn) order by s.withdrawn, s.position, s.id)
      from catalog.sku s where s.product_id = p.id), '[]') skus,
    coalesce((select json_agg(json_build_object('id', c.id, 'type', c.type, 'certificateNumber', c.certificate_number,
        'holder', c.holder, 'validFrom', c.valid_from, 'validTo', c.valid_to,
        'verificationStatus', c.verification_status, 'isRenewal', c.is_renewal) order by c.type, c.valid_from, c.certificate_number)
      from catalog.certification c where c.product_id = p.id and ${sealShows}), '[]') certifications
  from catalog.product p join catalog.category g on g.code = p.category_code`

/** Whole products with skus, category and the seals of that day, many in one statement; unknown ids are left out. */
export async function productsById(
  on: Db,
  ids: readonly string[],
  day: Day = dayOf(new Date()),
): Promise<Map<string, Product>> {
  const found = await rows<Product>(on, `${selectProducts} where p.id = any($1)`, [ids, day])
  return new Map(found.map((product) => [product.id, product]))
}

/** One whole product; refuses an unknown one. */
export async function requireProduct(on: Db, id: string): Promise<Product> {
  const product = (await productsById(on, [id])).get(id)
  if (!product) throw unknownProduct()
  return product
}

/** The products of a merchant, or of the villages in a division, newest first, a page at a time. */
export async function productsOf(
  on: Db,
  { merchantId, divisionCode }: { merchantId?: string; divisionCode?: string },
  { state, cursor, limit = 20 }: { state?: ProductState; cursor?: string; limit?: number } = {},
): Promise<Page<Product>> {
  const [before] = cursor ? decodeCursor(cursor, 'string') : [null]
  const range = divisionCode ? rangeOf(divisionCode) : undefined
  const found = await rows<Product>(
    on,
    `${selectProducts}
     where ($1::uuid is null or p.merchant_id = $1) and ($3::text is null or p.village_code >= $3 and p.village_code < $4)
       and ($5::text is null or p.state = $5) and ($6::uuid is null or p.id < $6)
     order by p.id desc limit $7`,
    [merchantId ?? null, dayOf(new Date()), range?.from ?? null, range?.to ?? null, state ?? null, before, limit + 1],
  )
  return pageOf(found, limit, (product) => [product.id])
}

export interface SkuFacts {
  skuId: string
  productId: string
  merchantId: string
  villageCode: string
  name: string
  nameEn: string
  label: string
  price: number
  weightGrams: number
  gtin: string
  returnPolicy: ReturnPolicy
  categoryCode: string
  coldChain: boolean
  /** The product's state; `withdrawn` also when only this sku is. */
  state: ProductState
  isSample: boolean
}

/** What others need to know of skus, many in one statement; unknown ids are left out. */
export async function skusById(on: Db, skuIds: readonly string[]): Promise<Map<string, SkuFacts>> {
  const found = await rows<SkuFacts>(
    on,
    `select s.id sku_id, p.id product_id, p.merchant_id, p.village_code, p.name, p.name_en, s.label, s.price, s.weight_grams, s.gtin,
       p.return_policy, p.category_code, g.cold_chain, case when s.withdrawn then 'withdrawn' else p.state end state, p.is_sample
     from catalog.sku s join catalog.product p on p.id = s.product_id join catalog.category g on g.code = p.category_code
     where s.id = any($1)`,
    [skuIds],
  )
  return new Map(found.map((sku) => [sku.skuId, sku]))
}

/** How many products are on sale. */
export async function productsOnline(on: Db): Promise<number> {
  const [found] = await rows<{ count: number }>(on, `select count(*) from catalog.product where state = 'published'`)
  return found?.count ?? 0
}

/** How many certificates began in a year, renewals and rejected ones left out; one on several products counts once. */
export async function certificationsNewIn(on: Db, year: string): Promise<number> {
  const [found] = await rows<{ count: number }>(
    on,
    `select count(distinct (type, certificate_number)) from catalog.certification
     where valid_from between $1 and $2 and not is_renewal and verification_status <> 'rejected'`,
    [`${year}-01-01`, `${year}-12-31`],
  )
  return found?.count ?? 0
}

/** The products that these merchants have put on sale. */
export async function productIdsOf(on: Db, merchantIds: readonly string[]): Promise<string[]> {
  const found = await rows<{ id: string }>(
    on,
    `select id from catalog.product where merchant_id = any($1) and state = 'published' order by id`,
    [merchantIds],
  )
  return found.map(({ id }) => id)
}
