import { type Db, row, rows } from '../../kernel/db.ts'
import { decodeCursor, type Page, pageOf } from '../../kernel/pages.ts'
import { rangeOf } from '../divisions/index.ts'
import { unknownStore } from './refusals.ts'
import type { Store, StoreState } from './store-shapes.ts'

export const storeColumns =
  'id, merchant_id, village_code, name, intro, intro_en, state, return_reason, opened_at, closing_on, is_sample'

/** A store by its id; refuses an unknown one. */
export async function requireStore(on: Db, id: string): Promise<Store> {
  const store = await row<Store>(on, `select ${storeColumns} from stores.store where id = $1`, [id])
  if (!store) throw unknownStore()
  return store
}

/** Many stores at once; unknown ids are left out. */
export async function storesById(on: Db, ids: readonly string[]): Promise<Map<string, Store>> {
  const found = await rows<Store>(on, `select ${storeColumns} from stores.store where id = any($1)`, [ids])
  return new Map(found.map((store) => [store.id, store]))
}

/** The store a merchant runs or has asked for; the newest where earlier ones were returned or closed. */
export async function storeOf(on: Db, merchantId: string): Promise<Store | undefined> {
  return row<Store>(
    on,
    `select ${storeColumns} from stores.store where merchant_id = $1
     order by state in ('returned', 'closed'), id desc limit 1`,
    [merchantId],
  )
}

/** The selling store of each of these merchants. */
export async function activeStoresOf(on: Db, merchantIds: readonly string[]): Promise<Map<string, Store>> {
  const found = await rows<Store>(
    on,
    `select ${storeColumns} from stores.store where merchant_id = any($1) and state = 'active'`,
    [[...new Set(merchantIds)]],
  )
  return new Map(found.map((store) => [store.merchantId, store]))
}

/** The stores inside a division, oldest first, a page at a time. */
export async function storesIn(
  on: Db,
  divisionCode: string,
  { state, cursor, limit = 20 }: { state?: StoreState; cursor?: string; limit?: number } = {},
): Promise<Page<Store>> {
  const { from, to } = rangeOf(divisionCode)
  const [after] = cursor ? decodeCursor(cursor, 'string') : [null]
  const found = await rows<Store>(
    on,
    `select ${storeColumns} from stores.store
     where village_code >= $1 and village_code < $2 and ($3::text is null or state = $3) and ($4::uuid is null or id > $4)
     order by id limit $5`,
    [from, to, state ?? null, after, limit + 1],
  )
  return pageOf(found, limit, (store) => [store.id])
}

/** Which of these villages have a store that sells: one leg of their coverage. */
export async function activeIn(on: Db, villageCodes: readonly string[]): Promise<Set<string>> {
  const found = await rows<{ villageCode: string }>(
    on,
    `select distinct village_code from stores.store where village_code = any($1) and state = 'active'`,
    [villageCodes],
  )
  return new Set(found.map(({ villageCode }) => villageCode))
}
