import { createOTP } from '@better-auth/utils/otp'
import { symmetricDecrypt } from 'better-auth/crypto'
import { type Db, row, rows } from '../../kernel/db.ts'
import { keyFor } from './secrets.ts'
import type { Doorway } from './sign-in.ts'

/** The last five texts to a phone, newest first. Only the sandbox keeps any. */
export function sandboxTexts(db: Db, phone: string): Promise<{ text: string; at: string }[]> {
  return rows(db, 'select text, at from accounts.sms_outbox where phone_number = $1 order by id desc limit 5', [phone])
}

/** What the authenticator app of a sample officer would show now; nobody else's, ever. */
export async function sandboxTotp({ db, settings }: Doorway, name: string): Promise<string | undefined> {
  const found = await row<{ secret: string }>(
    db,
    `select t.secret from accounts.two_factor t join accounts.account a on a.id = t.account_id
     where a.username = lower($1) and a.is_sample and a.erased_at is null`,
    [name],
  )
  return found && totpCode(await symmetricDecrypt({ key: keyFor('identity', settings.secret), data: found.secret }))
}

/** The code an authenticator app shows now for this secret. */
export function totpCode(secret: string): Promise<string> {
  return createOTP(secret).totp()
}
