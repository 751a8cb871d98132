import { createHmac, timingSafeEqual } from 'node:crypto'
import { newToken } from '../../kernel/ids.ts'
import type { SignedMessage } from './provider.ts'

/** A message is good for five minutes either way: clocks differ, and old ones are not to be used again. */
export const windowMs = 5 * 60_000

export const signatureHeaders = {
  timestamp: 'x-sandbox-timestamp',
  nonce: 'x-sandbox-nonce',
  signature: 'x-sandbox-signature',
} as const

/** HMAC-SHA256 over the parts, each on its own line, so that no part can flow into the next. */
export function sign(key: Buffer, parts: readonly string[]): string {
  return createHmac('sha256', key)
    .update(parts.map((part) => `${part.length}:${part}\n`).join(''))
    .digest('base64url')
}

/** Compares in constant time. */
export function sameSignature(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** Signs a message over its moment, a nonce and its body. */
export function signMessage(
  key: Buffer,
  content: object,
  now: Date,
): SignedMessage & { headers: Record<string, string> } {
  const body = JSON.stringify(content)
  const timestamp = String(now.getTime())
  const nonce = newToken()
  return {
    headers: {
      [signatureHeaders.timestamp]: timestamp,
      [signatureHeaders.nonce]: nonce,
      [signatureHeaders.signature]: sign(key, [timestamp, nonce, body]),
    },
    body,
  }
}

/** What is wrong with a message's signature, or nothing; gives the nonce of a good one. */
export function checkMessage(
  key: Buffer,
  { headers, body }: SignedMessage,
  now: Date,
): { nonce: string } | { wrong: string } {
  const timestamp = headers[signatureHeaders.timestamp]
  const nonce = headers[signatureHeaders.nonce]
  const signature = headers[signatureHeaders.signature]
  if (typeof timestamp !== 'string' || typeof nonce !== 'string' || typeof signature !== 'string')
    return { wrong: 'unsigned' }
  if (nonce.length > 64) return { wrong: 'nonce' }
  if (!sameSignature(signature, sign(key, [timestamp, nonce, body]))) return { wrong: 'signature' }
  if (!(Math.abs(now.getTime() - Number(timestamp)) <= windowMs)) return { wrong: 'timestamp' }
  return { nonce }
}
