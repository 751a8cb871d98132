import { createHmac } from 'node:crypto'
import { change, type Db, row } from './db.ts'
import { tooMany } from './errors.ts'

export interface Limit {
  /** What is counted: `code.phone`, `password`. */
  what: string
  /** Whose attempts these are, as a keyed hash: the table holds no phone number, name or address. */
  who: string
  atMost: number
  seconds: number
  /** The pause begins at the last allowed attempt, not at the first. */
  lock?: true
}

/**
 * Counts one attempt, over all web processes, and refuses when there were too many. Runs outside the command's own
 * transaction: an attempt counts even when what it attempted is undone.
 */
export async function countAttempt(db: Db, { what, who, atMost, seconds, lock }: Limit): Promise<void> {
  const counted = await row<{ count: number; wait: number }>(
    db,
    `insert into kernel.attempt as a (what, who, window_start, count) values ($1, $2, now(), 1)
     on conflict (what, who) do update set
       count = case when a.window_start + make_interval(secs => $4) <= now() then 1 else least(a.count + 1, $3 + 1) end,
       window_start = case
         when a.window_start + make_interval(secs => $4) <= now() or ($5 and a.count + 1 = $3) then now()
         else a.window_start end
     returning count, ceil(extract(epoch from window_start - now()) + $4)::int wait`,
    [what, who, atMost, seconds, lock ?? false],
  )
  if (counted && counted.count > atMost) throw tooMany({ seconds: Math.max(1, counted.wait) })
}

/** Counts what one network asks for in an hour; ATTEMPTS_PER_IP sets the limit (a village shares one address). */
export function countFrom(db: Db, { secret }: { secret: string }, what: string, ip: string): Promise<void> {
  const who = hiddenIn(secret, `kernel.attempts/${networkOf(ip)}`)
  return countAttempt(db, { what, who, atMost: Number(process.env.ATTEMPTS_PER_IP ?? 60), seconds: 3600 })
}

/** What the table says instead of an address or a number: without the secret, nobody finds out by trying them all. */
export function hiddenIn(secret: string, text: string): string {
  return createHmac('sha256', secret).update(text).digest('base64url')
}

/** Success wipes the slate. */
export async function forgetAttempts(db: Db, what: string, who: string): Promise<void> {
  await change(db, 'delete from kernel.attempt where what = $1 and who = $2', [what, who])
}

/** The network an address stands for: whoever has one address of IPv6 has 2^64 of them, the last four groups. */
export function networkOf(ip: string): string {
  const [, mapped] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip) ?? []
  if (mapped) return mapped
  if (!ip.includes(':')) return ip
  const [front = [], back = []] = ip.split('::').map((part) => part.split(':').filter(Boolean))
  const zeros = Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0')
  return [...front, ...zeros, ...back]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}
