import { createHmac, timingSafeEqual } from 'node:crypto'

export type Purpose = 'identity' | 'phone-code' | 'attempt' | 'sms-gateway'

/** One key per purpose, all from the one secret: a key that leaks somewhere opens nothing else. */
export function keyFor(purpose: Purpose, secret: string): string {
  return createHmac('sha256', secret).update(`accounts/${purpose}`).digest('base64url')
}

/** A hash that cannot be undone by trying all phone numbers or all six-digit codes without the secret. */
export function keyedHash(purpose: Purpose, secret: string, text: string): string {
  return createHmac('sha256', keyFor(purpose, secret)).update(text).digest('base64url')
}

/** Compares in constant time. */
export function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
