import { symmetricEncrypt } from 'better-auth/crypto'
import type { Duty } from '../../kernel/actor.ts'
import { readConfig } from '../../kernel/config.ts'
import { change, type Db } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import { maskPhone } from '../../kernel/mask.ts'
import { hashPassword, innerEmail } from './identity.ts'
import { keyFor } from './secrets.ts'

export interface ImportedPerson {
  id?: string
  name?: string
  phone?: string
  username?: string
  password?: string
  /** The secret's text itself; an authenticator app takes its base32 form. */
  totpSecret?: string
  duties?: Duty[]
  isSample: boolean
}

/** Loads many people at once, for the demo world and for a first administrator. Known ids are left as they are. */
export async function importPeople(db: Db, people: ImportedPerson[], secret = readConfig().secret): Promise<string[]> {
  const made = await Promise.all(people.map((person) => prepared(person, secret)))
  await change(
    db,
    `with person as (
       select * from jsonb_to_recordset($1::jsonb) p(id uuid, name text, username text, phone text, email text,
         hash text, totp text, codes text, duties jsonb, "isSample" boolean)),
     added as (
       insert into accounts.account (id, name, username, phone_number, phone_number_verified, email,
         two_factor_enabled, is_sample)
       select id, name, username, phone, phone is not null, email, totp is not null, "isSample" from person
       on conflict (id) do nothing returning id),
     with_password as (
       insert into accounts.credential (id, account_id, provider_id, provider_account_id, password)
       select gen_random_uuid(), id, 'credential', id, hash from person join added using (id) where hash is not null),
     with_totp as (
       insert into accounts.two_factor (id, account_id, secret, backup_codes)
       select gen_random_uuid(), id, totp, codes from person join added using (id) where totp is not null)
     insert into accounts.duty (id, account_id, role, division_code, merchant_id, store_id)
     select (d->>'id')::uuid, p.id, d->>'role', d->>'divisionCode', (d->>'merchantId')::uuid, (d->>'storeId')::uuid
     from person p join added using (id), jsonb_array_elements(p.duties) d`,
    [JSON.stringify(made)],
  )
  return made.map((person) => person.id)
}

// Sample people share a password; hashing it once instead of a thousand times saves a minute.
const hashes = new Map<string, Promise<string>>()

async function prepared(person: ImportedPerson, secret: string) {
  const { id = newId(), phone, username, password, totpSecret, duties = [], isSample } = person
  return {
    id,
    name: person.name ?? (phone ? maskPhone(phone) : (username ?? '')),
    username: username?.toLowerCase(),
    phone,
    email: innerEmail(id),
    hash: password && (await (isSample ? sharedHash(password) : hashPassword(password))),
    totp: totpSecret && (await sealed(totpSecret, secret)),
    // None were kept for the day the app is lost, which is an answer, too.
    codes: totpSecret && (await sealed('[]', secret)),
    duties: duties.map((duty) => ({ id: newId(), ...duty })),
    isSample,
  }
}

function sealed(data: string, secret: string): Promise<string> {
  return symmetricEncrypt({ key: keyFor('identity', secret), data })
}

function sharedHash(password: string): Promise<string> {
  const made = hashes.get(password) ?? hashPassword(password)
  hashes.set(password, made)
  return made
}
