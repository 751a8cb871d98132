import http from 'node:http'
import https from 'node:https'
import type { AddressInfo } from 'node:net'
import { change, type Db, rows } from '../../kernel/db.ts'
import type { App } from '../../kernel/http.ts'
import { every } from '../../kernel/schedule.ts'
import type { SignedMessage } from './provider.ts'
import { type SandboxCharge, tellCharge } from './sandbox-books.ts'

export const callbackPath = '/api/payments/callbacks/sandbox'

/** Where the sandbox reaches us: this server itself when it listens, else the market's public address. */
export function callbackUrl(app: App): string {
  const address = app.server.address() as AddressInfo | null
  if (!address || typeof address === 'string') return `${app.settings.marketUrl}${callbackPath}`
  const host = ['::', '0.0.0.0'].includes(address.address) ? '127.0.0.1' : address.address
  return `http://${host.includes(':') ? `[${host}]` : host}:${address.port}${callbackPath}`
}

type Post = (url: string, message: SignedMessage & { headers: Record<string, string> }) => Promise<number>

// Kept connections and no streams to wrap: a third of what fetch costs, on the way of every order.
const kept = { keepAlive: true, maxSockets: 64, timeout: 30_000 }
const ways = {
  'http:': { request: http.request, agent: new http.Agent(kept) },
  'https:': { request: https.request, agent: new https.Agent(kept) },
} as const

/** Over the network, as a provider would. */
const overNetwork: Post = (url, { headers, body }) =>
  new Promise((resolve, reject) => {
    const to = new URL(url)
    const { request, agent } = ways[to.protocol as keyof typeof ways]
    const sent = { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
    const call = request(to, { method: 'POST', agent, headers: sent, timeout: 5000 }, (answer) => {
      answer.resume()
      answer.once('end', () => resolve(answer.statusCode ?? 0))
      answer.once('error', reject)
    })
    call.once('timeout', () => call.destroy(new Error('no answer within five seconds')))
    call.once('error', reject)
    call.end(body)
  })

/** Tells the result of a charge once; true when the other side has taken it. */
export async function deliver(db: Db, charge: SandboxCharge, post: Post = overNetwork): Promise<boolean> {
  if (!charge.notifyUrl) return true
  const status = await post(charge.notifyUrl, tellCharge(charge)).catch(() => 0)
  if (status === 200) noteDelivered(db, charge.reference)
  return status === 200
}

/** How a server delivers: one that does not listen (it is only injected into) takes the same request directly. */
export function posterOf(app: App): Post {
  if (app.server.listening) return overNetwork
  return async (url, { headers, body }) => {
    const { pathname: target } = new URL(url)
    const answer = await app.inject({
      method: 'POST',
      url: target,
      headers: { ...headers, 'content-type': 'application/json' },
      payload: body,
    })
    return answer.statusCode
  }
}

// Deliveries are noted together a moment later: one write for all of a rush. Were it lost, the message would be told
// once more, which is harmless.
const delivered = new Map<Db, string[]>()

function noteDelivered(db: Db, reference: string): void {
  const waiting = delivered.get(db)
  if (waiting) {
    waiting.push(reference)
    return
  }
  delivered.set(db, [reference])
  setTimeout(() => {
    const references = delivered.get(db) ?? []
    delivered.delete(db)
    forgetTold(db, references).catch(() => {})
  }, 250).unref()
}

async function forgetTold(db: Db, references: string[]): Promise<void> {
  await change(
    db,
    'update payments.sandbox_charge set notify_at = null where reference = any($1) and notify_at is not null',
    [references],
  )
}

/** Tells again what was not taken, with growing pauses of up to an hour. */
export async function redeliver(db: Db): Promise<number> {
  // The next attempt is set before this one is made, so that two processes do not tell the same.
  const due = await rows<SandboxCharge>(
    db,
    `update payments.sandbox_charge set attempts = attempts + 1,
       notify_at = now() + least(interval '1 hour', interval '2 seconds' * power(2, least(attempts, 12)))
     where reference = any(array(
       select reference from payments.sandbox_charge where notify_at <= now() order by notify_at limit 200
       for update skip locked))
     returning reference, amount, state, at, notify_url`,
  )
  for (const charge of due) await deliver(db, charge)
  return due.length
}

every(2, 'payments.sandbox_redeliver', async (db) => {
  await redeliver(db)
})
