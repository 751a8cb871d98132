import { randomFillSync } from 'node:crypto'

const pool = Buffer.alloc(4096)
let at = pool.length

/** Random bytes from a pool, each given once: asking the system every time is dear on the way of an order. */
function draw(count: number): Buffer {
  if (at + count > pool.length) {
    randomFillSync(pool)
    at = 0
  }
  at += count
  return pool.subarray(at - count, at)
}

let last = { now: 0, place: 0 }

/**
 * A new UUID version 7 (RFC 9562): ordered by time, so new rows stand together in every index, and those of one
 * millisecond as they were asked for (method 1 of its section 6.2): what follows on something is told after it.
 */
export function newId(now: number = Date.now()): string {
  const bytes = draw(16)
  const place = now === last.now ? (last.place + 1) & 0xfff : bytes.readUInt16BE(6) & 0x7ff
  last = { now, place }
  bytes.writeUIntBE(now, 0, 6)
  bytes.writeUInt16BE(0x7000 | place, 6)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** The smallest id that a row made at this instant or later can have: ids are ranges of time. */
export function firstIdAt(instant: Date): string {
  const hex = instant.getTime().toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`
}

/** An unguessable token, of 128 bits unless told otherwise, for links, guests and what is used once. */
export function newToken(bytes = 16): string {
  return draw(bytes).toString('base64url')
}
