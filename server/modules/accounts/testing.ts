import { createHmac } from 'node:crypto'
import type { InjectOptions } from 'fastify'
import type { Config } from '../../kernel/config.ts'
import type { Db } from '../../kernel/db.ts'
import { rows } from '../../kernel/db.ts'
import { type App, buildServer, type Routes } from '../../kernel/http.ts'
import { newId, newToken } from '../../kernel/ids.ts'
import { sessionCookie } from './carry-cookies.ts'
import { findActor } from './find-actor.ts'
import { routes } from './index.ts'
import { keyFor } from './secrets.ts'

export const secret = 'a-secret-for-tests-only-0123456789'

export function testConfig(changes: Partial<Config> = {}): Config {
  return {
    databaseUrl: undefined,
    host: '127.0.0.1',
    marketPort: 0,
    officePort: 0,
    dataDir: '/nowhere',
    secret,
    marketUrl: 'http://market.test',
    officeUrl: 'http://office.test',
    sandbox: true,
    poolSize: 4,
    ...changes,
  }
}

/** A server with the rooms' routes, on a test's own database. */
export async function testServer(db: Db, changes: Partial<Config> = {}, more: Routes[] = []): Promise<App> {
  const config = testConfig(changes)
  const app = await buildServer({ db, config, face: 'all', findActor: findActor({ db, settings: config }) })
  for (const add of [routes, ...more]) await app.register(add)
  return app
}

/** A browser: it keeps its cookies and says where it comes from. */
export function browser(app: App) {
  const jar = new Map<string, string>()
  const send = async (method: 'GET' | 'POST', url: string, payload?: object, headers: Record<string, string> = {}) => {
    const options: InjectOptions = {
      method,
      url,
      headers: { host: 'localhost', origin: 'http://localhost', cookie: cookies(jar), ...headers },
      ...(payload ? { payload } : {}),
    }
    const answer = await app.inject(options)
    for (const { name, value, maxAge } of answer.cookies as { name: string; value: string; maxAge?: number }[]) {
      if (maxAge === 0 || value === '') jar.delete(name)
      else jar.set(name, encodeURIComponent(value))
    }
    return {
      status: answer.statusCode,
      body: answer.body ? JSON.parse(answer.body) : undefined,
      headers: answer.headers,
      cookies: answer.cookies,
    }
  }
  return {
    jar,
    get: (url: string, headers?: Record<string, string>) => send('GET', url, undefined, headers),
    post: (url: string, payload?: object, headers?: Record<string, string>) => send('POST', url, payload, headers),
  }
}

export type Browser = ReturnType<typeof browser>

/** The code in the last text to this phone. */
export async function codeFor(visitor: Browser, phone: string): Promise<string> {
  const { body } = await visitor.get(`/api/sandbox/sms?phone=${phone}`)
  return /\d{6}/.exec(body[0].text)?.[0] ?? ''
}

export async function signInWith(visitor: Browser, db: Db, phone: string): Promise<string> {
  await visitor.post('/api/auth/phone/code', { phone })
  await visitor.post('/api/auth/phone/verify', { phone, code: await codeFor(visitor, phone) })
  const [account] = await rows<{ id: string }>(db, 'select id from accounts.account where phone_number = $1', [phone])
  return account?.id ?? ''
}

function cookies(jar: Map<string, string>): string {
  return [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
}

/** A session as signing in makes it, without the sign-in; the cookie that carries it. */
export async function sessionCookieFor(db: Db, accountId: string, secondFactor: boolean): Promise<string> {
  const token = newToken()
  await rows(
    db,
    `insert into accounts.session (id, account_id, token, second_factor, expires_at, created_at, updated_at)
     values ($1, $2, $3, $4, now() + interval '1 day', now(), now())`,
    [newId(), accountId, token, secondFactor],
  )
  const signature = createHmac('sha256', keyFor('identity', secret)).update(token).digest('base64')
  return `${sessionCookie}=${encodeURIComponent(`${token}.${signature}`)}`
}
