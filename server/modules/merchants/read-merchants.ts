import { type Actor, holdsDuty } from '../../kernel/actor.ts'
import { type Db, row, rows } from '../../kernel/db.ts'
import { maskName, maskPhone } from '../../kernel/mask.ts'
import { decodeCursor, type Page, pageOf } from '../../kernel/pages.ts'
import { rangeOf } from '../divisions/index.ts'
import { unknownMerchant } from './refusals.ts'
import type { MerchantState } from './rules.ts'
import type { Merchant } from './shapes.ts'

export const columns = `id, kind, name, uscc, self_produced_exempt, self_produced_declaration, village_code, contact_name,
  contact_phone, state, return_reason, verified_at, verify_again_on, payee_reference, registered_at, is_sample`

/** A merchant by its id; refuses an unknown one. Its phone is whole: answers go through `asSeenBy`. */
export async function requireMerchant(on: Db, id: string): Promise<Merchant> {
  const found = await row<Merchant>(on, `select ${columns} from merchants.merchant where id = $1`, [id])
  if (!found) throw unknownMerchant()
  return found
}

/** Many merchants at once; unknown ids are left out. */
export async function merchantsById(on: Db, ids: readonly string[]): Promise<Map<string, Merchant>> {
  const found = await rows<Merchant>(on, `select ${columns} from merchants.merchant where id = any($1)`, [ids])
  return new Map(found.map((merchant) => [merchant.id, merchant]))
}

/** The merchants inside a division, oldest first, a page at a time. */
export async function merchantsOf(
  on: Db,
  divisionCode: string,
  { state, cursor, limit = 20 }: { state?: MerchantState; cursor?: string; limit?: number } = {},
): Promise<Page<Merchant>> {
  const { from, to } = rangeOf(divisionCode)
  const [after] = cursor ? decodeCursor(cursor, 'string') : [null]
  const found = await rows<Merchant>(
    on,
    `select ${columns} from merchants.merchant
     where village_code >= $1 and village_code < $2 and ($3::text is null or state = $3) and ($4::uuid is null or id > $4)
     order by id limit $5`,
    [from, to, state ?? null, after, limit + 1],
  )
  return pageOf(found, limit, (merchant) => [merchant.id])
}

/** The merchants that one person owns, by their duties. */
export async function merchantsOwnedBy(on: Db, actor: Actor): Promise<Merchant[]> {
  const ids = actor.duties.flatMap((duty) =>
    duty.role === 'merchant_owner' && duty.merchantId ? [duty.merchantId] : [],
  )
  return [...(await merchantsById(on, ids)).values()]
}

/** May this person see the merchant's file? Its owner may, and who works for the government or a station there. */
export function maySee(actor: Actor, { id, villageCode }: Pick<Merchant, 'id' | 'villageCode'>): boolean {
  return holdsDuty(actor, ['merchant_owner', 'officer', 'auditor', 'station_operator'], {
    merchantId: id,
    divisionCode: villageCode,
  })
}

/** The merchant as an answer: name and phone of the person behind it are masked for all but the owner. */
export function asSeenBy(actor: Actor, merchant: Merchant): Merchant {
  if (holdsDuty(actor, 'merchant_owner', { merchantId: merchant.id })) return merchant
  return {
    ...merchant,
    contactName: maskName(merchant.contactName),
    contactPhone: maskPhone(merchant.contactPhone),
    payeeReference: null,
  }
}
