import { afterAll, beforeAll } from 'vitest'
import type { Actor } from '../../kernel/actor.ts'
import type { Config } from '../../kernel/config.ts'
import { type Connection, connect, type Db, row, rows, transact } from '../../kernel/db.ts'
import { type App, buildServer } from '../../kernel/http.ts'
import { newId } from '../../kernel/ids.ts'
import { freshDatabase } from '../../kernel/testing.ts'
import { checks, type OpenPayment, openPayment, routes } from './index.ts'
import { signMessage } from './sandbox-signing.ts'
import { paymentSettings } from './settings.ts'

export const config: Config = {
  databaseUrl: undefined,
  host: '127.0.0.1',
  marketPort: 0,
  officePort: 0,
  dataDir: '/nowhere',
  secret: 'a secret for tests only, long enough',
  marketUrl: 'http://127.0.0.1:1',
  officeUrl: 'http://127.0.0.1:1',
  sandbox: true,
  poolSize: 4,
}

/** One database for all tests of a file, each with orders of its own: making one takes longer than most tests. */
export function oneDatabase(): (work: (db: Db) => Promise<void>) => () => Promise<void> {
  let connection: Connection
  let drop: () => Promise<void>
  beforeAll(async () => {
    const made = await freshDatabase()
    drop = made.drop
    connection = connect(made.url, 16)
  })
  afterAll(async () => {
    await connection?.close()
    await drop?.()
  })
  return (work) => () => work(connection.db)
}

/** A market with the payment routes; whoever asks is `actor`. */
export async function market(db: Db, actor: Partial<Actor> = {}): Promise<App> {
  const app = await buildServer({ db, config, face: 'market', findActor: async () => ({ duties: [], ...actor }) })
  await app.register(routes)
  return app
}

export function order(change: Partial<OpenPayment> = {}): OpenPayment {
  return {
    paysFor: newId(),
    storeId: newId(),
    merchantId: newId(),
    amount: 12_800,
    subject: '阳山水蜜桃 2 箱',
    returnPath: '/orders/1',
    channel: 'wechat',
    ...change,
  }
}

export function open(db: Db, payment: OpenPayment): Promise<string> {
  return transact(db, async (tx) => (await openPayment(tx, payment)).reference)
}

/** Starts a payment and presses a button on the sandbox's page. */
export async function press(
  app: App,
  intentId: string,
  action: 'pay' | 'cancel' | 'later',
  query = '',
): Promise<string> {
  const started = await app.inject({ method: 'POST', url: `/api/payments/${intentId}/start${query}` })
  const { redirectUrl } = started.json<{ redirectUrl: string }>()
  const pressed = await app.inject({
    method: 'POST',
    url: redirectUrl,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: `action=${action}`,
  })
  if (pressed.statusCode !== 303) throw new Error(`${pressed.statusCode} ${pressed.body}`)
  return String(pressed.headers.location)
}

/** A callback as the sandbox would send it; gives the status of the answer. */
export async function call(app: App, content: object, at = new Date(), change: Record<string, string> = {}) {
  const { headers, body } = signMessage(paymentSettings().sandboxKey, content, at)
  const answer = await app.inject({
    method: 'POST',
    url: '/api/payments/callbacks/sandbox',
    headers: { ...headers, 'content-type': 'application/json', ...change },
    payload: body,
  })
  return answer.statusCode
}

export const paid = (intentId: string, amount: number) => ({
  kind: 'charge.paid',
  subject: intentId,
  amount,
  at: new Date().toISOString(),
  transaction: `T${intentId}`,
})

export async function stateOf(db: Db, intentId: string): Promise<string | undefined> {
  return (await row<{ state: string }>(db, 'select state from payments.intent where id = $1', [intentId]))?.state
}

/** The balance of every account of an order. */
export async function balances(db: Db, paysFor: string): Promise<Record<string, number>> {
  const found = await rows<{ account: string; amount: number }>(
    db,
    `select account, sum(amount)::bigint amount from payments.journal_entry where pays_for = $1
     group by account having sum(amount) <> 0`,
    [paysFor],
  )
  return Object.fromEntries(found.map(({ account, amount }) => [account, amount]))
}

/** The names of checks that fail. */
export async function failing(db: Db): Promise<string[]> {
  const failed: string[] = []
  for (const { name, run } of checks) {
    const { found, expected } = await run(db)
    if (found !== expected) failed.push(`${name}: ${found} instead of ${expected}`)
  }
  return failed
}
