import { change, type Db } from '../../kernel/db.ts'

export interface StoreRow {
  id: string
  merchantId: string
  villageCode: string
  name: string
  intro: string
  introEn: string
  openedAt: string
  isSample: boolean
}

/** Loads many selling stores in one statement; a merchant that has one keeps it. */
export async function importStores(on: Db, stores: readonly StoreRow[]): Promise<number> {
  return change(
    on,
    `insert into stores.store (id, merchant_id, village_code, name, intro, intro_en, state, opened_at, created_at, is_sample)
     select id, "merchantId", "villageCode", name, intro, "introEn", 'active', "openedAt", "openedAt", "isSample"
     from jsonb_to_recordset($1::jsonb) r(id uuid, "merchantId" uuid, "villageCode" text, name text, intro text,
       "introEn" text, "openedAt" timestamptz, "isSample" boolean)
     on conflict do nothing`,
    [JSON.stringify(stores)],
  )
}
