import { createHash } from 'node:crypto'
import { change, row, send, type Tx } from './db.ts'
import { keyReused } from './errors.ts'

/**
 * Does a command once per idempotency key: a repeat gets the first answer, at once or after waiting for the first to
 * finish. `who` keeps one person's keys apart from another's; the request is hashed, so a key cannot be used for two.
 * Keys are forgotten after 7 days.
 */
export async function once<Answer>(
  tx: Tx,
  { key, who, request }: { key: string; who: string; request: unknown },
  work: () => Promise<Answer>,
): Promise<Answer> {
  const hash = createHash('sha256').update(JSON.stringify(request)).digest('base64url')
  // The primary key makes a concurrent repeat wait here until the first transaction ends.
  const first = await change(
    tx,
    'insert into kernel.answer (who, key, request_hash) values ($1, $2, $3) on conflict (who, key) do nothing',
    [who, key, hash],
  )
  if (first === 0) {
    const kept = await row<{ requestHash: string; answer: Answer }>(
      tx,
      'select request_hash, answer from kernel.answer where who = $1 and key = $2',
      [who, key],
    )
    if (!kept || kept.requestHash !== hash) throw keyReused()
    return kept.answer
  }
  const answer = await work()
  await send(tx, 'update kernel.answer set answer = $3 where who = $1 and key = $2', [who, key, JSON.stringify(answer)])
  return answer
}
