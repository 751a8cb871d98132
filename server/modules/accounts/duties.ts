import type { Duty, Role, Scope } from '../../kernel/actor.ts'
import { type Db, row, rows } from '../../kernel/db.ts'
import { decodeCursor, type Page, pageOf } from '../../kernel/pages.ts'
import { rangeOf } from '../divisions/index.ts'

export interface HeldDuty extends Duty {
  id: string
  accountId: string
  name: string
  fromAt: string
  toAt?: string
}

// A duty as it is passed on: no nulls, since absent and null are not the same over HTTP.
const columns = `d.id, d.account_id, a.name, d.role, d.division_code, d.merchant_id, d.store_id, d.from_at, d.to_at`
// Not now(), which is when the transaction began: one that waited for a lock must see the duty given meanwhile.
const inForce = `d.from_at <= statement_timestamp() and (d.to_at is null or d.to_at > statement_timestamp())`

/** The duties that an account holds at this moment. */
export async function dutiesOf(on: Db, accountId: string): Promise<HeldDuty[]> {
  const found = await rows<HeldDuty>(
    on,
    `select ${columns} from accounts.duty d join accounts.account a on a.id = d.account_id
     where d.account_id = $1 and ${inForce} order by d.id limit 500`,
    [accountId],
  )
  return found.map(withoutNulls)
}

/** The accounts that hold this role over exactly this division, merchant or store; at most 1,000. */
export async function peopleWithDuty(on: Db, role: Role, scope: Scope): Promise<string[]> {
  const found = await rows<{ accountId: string }>(
    on,
    `select distinct d.account_id from accounts.duty d
     where d.role = $1 and ${inForce}
       and (d.division_code = $2 or d.merchant_id = $3::uuid or d.store_id = $4::uuid) limit 1000`,
    [role, scope.divisionCode ?? null, scope.merchantId ?? null, scope.storeId ?? null],
  )
  return found.map(({ accountId }) => accountId)
}

/** Who holds which duty inside a division, or over a merchant or store; oldest first, in pages. */
export async function dutiesIn(
  on: Db,
  scope: Scope,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<Page<HeldDuty>> {
  const [after] = cursor ? decodeCursor(cursor, 'string') : [null]
  const range = scope.divisionCode ? rangeOf(scope.divisionCode) : undefined
  const found = await rows<HeldDuty>(
    on,
    `select ${columns} from accounts.duty d join accounts.account a on a.id = d.account_id
     where ${inForce} and ($1::uuid is null or d.id > $1)
       and (d.division_code >= $2 and d.division_code < $3 or d.merchant_id = $4::uuid or d.store_id = $5::uuid)
     order by d.id limit $6`,
    [after, range?.from ?? null, range?.to ?? null, scope.merchantId ?? null, scope.storeId ?? null, limit + 1],
  )
  return pageOf(found.map(withoutNulls), limit, (duty) => [duty.id])
}

/** One duty in force, or undefined. */
export async function findDuty(on: Db, dutyId: string): Promise<HeldDuty | undefined> {
  const found = await row<HeldDuty>(
    on,
    `select ${columns} from accounts.duty d join accounts.account a on a.id = d.account_id
     where d.id = $1 and (d.to_at is null or d.to_at > now())`,
    [dutyId],
  )
  return found && withoutNulls(found)
}

/** The names by which people are shown; an erased account shows that it is one. */
export async function displayNames(on: Db, accountIds: readonly string[]): Promise<Map<string, string>> {
  const found = await rows<{ id: string; name: string }>(
    on,
    'select id, name from accounts.account where id = any($1::uuid[])',
    [accountIds],
  )
  return new Map(found.map(({ id, name }) => [id, name]))
}

export function withoutNulls<Row extends object>(found: Row): Row {
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== null)) as Row
}
