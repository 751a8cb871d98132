import { type Db, wholeOf } from './db.ts'

/**
 * Remembers an answer for a moment, so that a rush on one page costs the database one query.
 * At most `entries` answers are kept and none is older than `ms`; a price or stock change is seen when it runs out.
 */
export function recently<Value>({ ms, entries }: { ms: number; entries: number }) {
  const kept = new Map<string, { until: number; value: Promise<Value>; there: boolean }>()
  return (key: string, make: () => Promise<Value>, mayWait = true): Promise<Value> => {
    const now = Date.now()
    const known = kept.get(key)
    if (known && known.until > now && (known.there || mayWait)) return known.value
    kept.delete(key)
    // A Map keeps insertion order, so the first key is the oldest.
    if (kept.size >= entries) kept.delete(kept.keys().next().value as string)
    const made = { until: now + ms, value: make(), there: false }
    kept.set(key, made)
    made.value.then(
      () => {
        made.there = true
      },
      // Its place may be a newer one's by now.
      () => kept.get(key) === made && kept.delete(key),
    )
    return made.value
  }
}

/**
 * The same for what changes once in months and is read by everyone: kept for each database by itself, and never for a
 * transaction, which must see what it has just written.
 */
export function recentlyFrom<Value>(limits: { ms: number; entries: number }) {
  const kept = new WeakMap<Db, ReturnType<typeof recently<Value>>>()
  return (on: Db, key: string, make: () => Promise<Value>): Promise<Value> => {
    if (on.isTransaction) return make()
    const whole = wholeOf(on)
    const known = kept.get(whole) ?? recently<Value>(limits)
    kept.set(whole, known)
    // Whoever asks may himself be waiting for a connection: one who holds one waits for nobody, or all would for ever.
    return known(key, make, on === whole)
  }
}
