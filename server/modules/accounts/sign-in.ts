import { APIError } from 'better-auth/api'
import { countAttempt, countFrom, forgetAttempts } from '../../kernel/attempts.ts'
import type { Config } from '../../kernel/config.ts'
import { change, type Db, row } from '../../kernel/db.ts'
import { tooMany } from '../../kernel/errors.ts'
import { identityOf } from './identity.ts'
import { alreadyEnrolled, signInAgain, wrongCode, wrongPassword } from './refusals.ts'
import { keyedHash } from './secrets.ts'

export interface Doorway {
  db: Db
  settings: Config
}
/** The next step of a sign-in, and the cookies that carry it. */
export interface Step<Next extends string> {
  next: Next
  cookies: Headers
}

const wrongPasswordsAtMost = 5
const lockSeconds = 15 * 60
// A code is good for its own half minute and one on either side; it is remembered for as long.
const totpSeconds = 90

/** Signs a person in by the code on their phone; the first time makes the account. */
export async function signInByPhone(
  door: Doorway,
  input: { phone: string; code: string; ip: string },
): Promise<Step<'done'>> {
  await countFrom(door.db, door.settings, 'verify.ip', input.ip)
  const { headers } = await asked(wrongCode, () =>
    identityOf(door).api.verifyPhoneNumber({
      body: { phoneNumber: input.phone, code: input.code },
      returnHeaders: true,
    }),
  )
  return { next: 'done', cookies: headers }
}

/** First half of an officer's sign-in. Without a second factor yet, the session is good for setting one up only. */
export async function signInByPassword(
  door: Doorway,
  input: { name: string; password: string; ip: string },
): Promise<Step<'totp' | 'enrol'>> {
  await countFrom(door.db, door.settings, 'password.ip', input.ip)
  const who = keyedHash('attempt', door.settings.secret, input.name.toLowerCase())
  await countAttempt(door.db, { what: 'password', who, atMost: wrongPasswordsAtMost, seconds: lockSeconds, lock: true })
  const { headers, response } = await asked(wrongPassword, () =>
    identityOf(door).api.signInUsername({
      body: { username: input.name, password: input.password, rememberMe: false },
      returnHeaders: true,
    }),
  )
  await forgetWrongPasswords(door, input.name)
  return { next: response && 'twoFactorRedirect' in response ? 'totp' : 'enrol', cookies: headers }
}

/** Unlocks a name that wrong passwords have locked. */
export function forgetWrongPasswords({ db, settings }: Doorway, name: string): Promise<void> {
  return forgetAttempts(db, 'password', keyedHash('attempt', settings.secret, name.toLowerCase()))
}

/** Starts setting up the second factor: the address for the authenticator app and ten codes for the day it is lost. */
export async function enrol(
  door: Doorway,
  cookies: Headers,
  { password, accountId }: { password: string; accountId: string },
): Promise<{ uri: string; backupCodes: string[] }> {
  // A session by phone alone may come here, so the password is guarded as at the front door.
  const limit = {
    what: 'enrol',
    who: accountId,
    atMost: wrongPasswordsAtMost,
    seconds: lockSeconds,
    lock: true,
  } as const
  await countAttempt(door.db, limit)
  try {
    const enabled = await identityOf(door).api.enableTwoFactor({ body: { password, method: 'totp' }, headers: cookies })
    if (enabled.method !== 'totp') throw new Error('the identity library set up another second factor than asked')
    await forgetAttempts(door.db, limit.what, limit.who)
    return { uri: enabled.totpURI, backupCodes: enabled.backupCodes }
  } catch (error) {
    if (error instanceof APIError && error.body?.code === 'TOTP_ALREADY_ENABLED') throw alreadyEnrolled()
    throw refused(error, wrongPassword)
  }
}

/** Second half: the code of the authenticator app. It also finishes setting one up. Each code opens once. */
export async function signInByTotp(
  door: Doorway,
  cookies: Headers,
  input: { code: string; ip: string },
): Promise<Step<'done'>> {
  await countFrom(door.db, door.settings, 'totp.ip', input.ip)
  const { headers, response } = await asked(wrongCode, () =>
    identityOf(door).api.verifyTOTP({ body: { code: input.code }, headers: cookies, returnHeaders: true }),
  )
  const who = keyedHash('attempt', door.settings.secret, `${response.user.id}/${input.code}`)
  try {
    await countAttempt(door.db, { what: 'totp.used', who, atMost: 1, seconds: totpSeconds })
  } catch {
    await change(door.db, 'delete from accounts.session where token = $1', [response.token])
    throw wrongCode()
  }
  return { next: 'done', cookies: headers }
}

/** Second half for who has lost the authenticator app: one of the codes kept from the day it was set up. */
export async function signInByBackupCode(
  door: Doorway,
  cookies: Headers,
  input: { code: string; ip: string },
): Promise<Step<'done'>> {
  await countFrom(door.db, door.settings, 'totp.ip', input.ip)
  const { headers } = await asked(wrongCode, () =>
    identityOf(door).api.verifyBackupCode({ body: { code: input.code }, headers: cookies, returnHeaders: true }),
  )
  return { next: 'done', cookies: headers }
}

/** Ends the session at once, on this and every other server. */
export async function signOut(door: Doorway, cookies: Headers): Promise<Headers> {
  return (await identityOf(door).api.signOut({ headers: cookies, returnHeaders: true })).headers
}

/** Does this account have a password but no second factor yet? Then its duties of government sleep. */
export async function mustEnrol(db: Db, accountId: string): Promise<boolean> {
  const found = await row<{ must: boolean }>(
    db,
    `select username is not null and not two_factor_enabled as must from accounts.account where id = $1`,
    [accountId],
  )
  return found?.must ?? false
}

type Kind = typeof wrongCode
async function asked<Answer>(kind: Kind, ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask()
  } catch (error) {
    throw refused(error, kind)
  }
}

// What the library says no to becomes one of our refusals; it tells more kinds apart than a stranger should know.
function refused(error: unknown, kind: Kind): unknown {
  if (!(error instanceof APIError)) return error
  const code = error.body?.code
  if (error.statusCode === 429) return tooMany({ seconds: lockSeconds })
  if (code === 'INVALID_TWO_FACTOR_COOKIE' || code === 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE') return signInAgain()
  return error.statusCode < 500 ? kind() : error
}
