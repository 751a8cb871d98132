import { randomInt } from 'node:crypto'
import { change, type Db, row } from '../../kernel/db.ts'
import { keyedHash } from './secrets.ts'

export const codeMinutes = 5
export const codeTries = 5

/** Makes a new six-digit code for this phone; an older one stops working. */
export async function makeCode(db: Db, secret: string, phone: string): Promise<string> {
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  await change(
    db,
    `insert into accounts.phone_code (phone_number, code_hash, expires_at)
     values ($1, $2, now() + make_interval(mins => $3))
     on conflict (phone_number) do update
       set code_hash = excluded.code_hash, expires_at = excluded.expires_at, tries = 0, used_at = null`,
    [phone, keyedHash('phone-code', secret, `${phone}/${code}`), codeMinutes],
  )
  return code
}

/** Takes a code, once. The row's lock makes guesses queue up, so racing buys no extra tries and no second use. */
export async function useCode(db: Db, secret: string, phone: string, code: string): Promise<boolean> {
  const tried = await row<{ matched: boolean }>(
    db,
    `update accounts.phone_code
     set tries = tries + 1, used_at = case when code_hash = $2 then now() end
     where phone_number = $1 and used_at is null and tries < $3 and expires_at > now()
     returning used_at is not null as matched`,
    [phone, keyedHash('phone-code', secret, `${phone}/${code}`), codeTries],
  )
  return tried?.matched ?? false
}
