import { hash, verify } from '@node-rs/argon2'
import { betterAuth } from 'better-auth'
import { phoneNumber, twoFactor, username } from 'better-auth/plugins'
import type { KyselyPlugin } from 'kysely'
import type { Config } from '../../kernel/config.ts'
import type { Db } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import { maskPhone } from '../../kernel/mask.ts'
import { useCode } from './phone-code.ts'
import { keyFor } from './secrets.ts'

export const usernamePattern = '^[A-Za-z0-9][A-Za-z0-9._-]{2,39}$'
export const passwordLength = { minLength: 10, maxLength: 128 }
/** The library derives the names of its cookies from this. */
export const cookiePrefix = 'yicun'
export const issuer = '一村一品一店'

const thirtyDays = 30 * 86_400

/** What an identity library is good for: sessions, passwords, second factors. Routes, limits and words are ours. */
export type Identity = ReturnType<typeof makeIdentity>
const made = new WeakMap<Db, Identity>()

/** The identity library on this database, one per process. */
export function identityOf({ db, settings }: { db: Db; settings: Config }): Identity {
  const known = made.get(db)
  if (known) return known
  const identity = makeIdentity(db, settings.secret)
  made.set(db, identity)
  return identity
}

function makeIdentity(db: Db, secret: string) {
  return betterAuth({
    secret: keyFor('identity', secret),
    // Only for links, which we do not send; our routes call the library's functions, never its router.
    baseURL: 'http://127.0.0.1',
    database: { db: db.withPlugin(instantsAsDates), type: 'postgres', schemaName: 'accounts' },
    user: { modelName: 'account' },
    session: {
      modelName: 'session',
      fields: { userId: 'accountId' },
      additionalFields: { secondFactor: { type: 'boolean', required: false, defaultValue: false, input: false } },
      expiresIn: thirtyDays,
      disableSessionRefresh: true,
    },
    account: { modelName: 'credential', fields: { userId: 'accountId', accountId: 'providerAccountId' } },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.minLength,
      maxPasswordLength: passwordLength.maxLength,
      password: { hash: hashPassword, verify: ({ hash: kept, password }) => verify(kept, password) },
    },
    plugins: [
      username({
        displayUsername: false,
        maxUsernameLength: 40,
        usernameValidator: (name) => new RegExp(usernamePattern).test(name),
      }),
      phoneNumber({
        sendOTP: () => {
          throw new Error('codes are sent by ask-code.ts')
        },
        verifyOTP: ({ phoneNumber: phone, code }) => useCode(db, secret, phone, code),
        signUpOnVerification: { getTempEmail: () => innerEmail(newId()), getTempName: maskPhone },
      }),
      twoFactor({ issuer, schema: { twoFactor: { fields: { userId: 'accountId' } } } }),
    ],
    databaseHooks: {
      session: {
        create: {
          // The paths are the library's: only these two prove the second factor.
          before: async (session, context) => ({
            data: {
              ...session,
              secondFactor:
                context?.path === '/two-factor/verify-totp' || context?.path === '/two-factor/verify-backup-code',
            },
          }),
        },
      },
    },
    advanced: {
      cookiePrefix,
      // One name on http and https; carry-cookies.ts adds Secure where the request came by https.
      useSecureCookies: false,
      database: { generateId: () => newId() },
      ipAddress: { disableIpTracking: true },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
  })
}

/** argon2id with the library's defaults: 19 MiB, 2 passes, as OWASP advises. */
export function hashPassword(password: string): Promise<string> {
  return hash(password)
}

/** The identity library wants an e-mail for everyone; this one can never be written to (RFC 2606). */
export function innerEmail(id: string): string {
  return `${id}@account.invalid`
}

// Elsewhere an instant is ISO text; this library compares Date objects.
const instantsAsDates: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: async ({ result }) => ({
    ...result,
    rows: result.rows.map((found) =>
      Object.fromEntries(
        Object.entries(found).map(([name, value]) => [
          name,
          typeof value === 'string' && /(At|Until)$/.test(name) ? new Date(value) : value,
        ]),
      ),
    ),
  }),
}
