import { change, type Db } from '../../kernel/db.ts'
import { type Day, dayOf } from '../../kernel/time.ts'
import { type MerchantKind, verifyAgainOn } from './rules.ts'
import { payeeReferenceOf } from './verify-merchant.ts'

export interface ImportedMerchant {
  id: string
  kind: MerchantKind
  name: string
  uscc?: string
  /** Natural persons: what they declare to grow. */
  selfProduced?: string
  villageCode: string
  contactName: string
  contactPhone: string
  registeredOn: Day
  isSample: boolean
}

/** Loads many verified merchants in one statement per 2,000; those known already are left as they are. */
export async function importMerchants(db: Db, merchants: readonly ImportedMerchant[]): Promise<number> {
  let added = 0
  for (let at = 0; at < merchants.length; at += 2000) {
    const some = merchants.slice(at, at + 2000).map((merchant) => ({
      ...merchant,
      payeeReference: payeeReferenceOf(merchant.id),
      verifyAgainOn: verifyAgainOn(dayOf(new Date())),
    }))
    added += await change(
      db,
      `insert into merchants.merchant (id, kind, name, uscc, self_produced_exempt, self_produced_declaration, village_code,
         contact_name, contact_phone, state, verified_at, verify_again_on, payee_reference, registered_at, is_sample)
       select id, kind, name, uscc, "selfProduced" is not null, "selfProduced", "villageCode", "contactName", "contactPhone",
         'verified', now(), "verifyAgainOn", "payeeReference", "registeredOn"::timestamp at time zone 'Asia/Shanghai', "isSample"
       from jsonb_to_recordset($1::jsonb) as m(id uuid, kind text, name text, uscc text, "selfProduced" text,
         "villageCode" text, "contactName" text, "contactPhone" text, "registeredOn" date, "payeeReference" text,
         "verifyAgainOn" date, "isSample" boolean)
       on conflict do nothing`,
      [JSON.stringify(some)],
    )
  }
  return added
}
