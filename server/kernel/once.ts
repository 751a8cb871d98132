import { hash } from 'node:crypto'
import type { Actor } from './actor.ts'
import { change, type Db, row, send, type Tx, transact } from './db.ts'
import { keyReused } from './errors.ts'
import { every } from './schedule.ts'

/**
 * Does a command once per idempotency key, in a transaction of its own: a repeat gets the first answer, at once or after
 * waiting for the first to finish. One person's keys are not another's; the request is hashed, so a key cannot be used for
 * two. Keys are forgotten after 7 days.
 */
export async function once<Answer>(
  db: Db,
  { key, actor, request }: { key: string; actor: Actor; request: unknown },
  work: (tx: Tx) => Promise<Answer>,
): Promise<Answer> {
  const who = actor.accountId ?? `guest:${actor.guestId}`
  const requestHash = hash('sha256', JSON.stringify(request), 'base64url')
  try {
    return await transact(db, async (tx) => {
      const answer = await work(tx)
      // Written last, with the commit: of two at the same instant the primary key makes one wait here and undoes it whole.
      await send(tx, 'insert into kernel.answer (who, key, request_hash, answer) values ($1, $2, $3, $4)', [
        who,
        key,
        requestHash,
        JSON.stringify(answer),
      ])
      return answer
    })
  } catch (error) {
    // Whatever a repeat fails at (there is nothing left to cancel, say), the first one's answer is the answer.
    const kept = await keptAnswer<Answer>(db, who, key).catch(() => undefined)
    if (!kept) throw error
    if (kept.requestHash !== requestHash) throw keyReused()
    return kept.answer
  }
}

function keptAnswer<Answer>(db: Db, who: string, key: string) {
  return row<{ requestHash: string; answer: Answer }>(
    db,
    'select request_hash, answer from kernel.answer where who = $1 and key = $2',
    [who, key],
  )
}

every(3600, 'kernel.forget_answers', async (db) => {
  await change(db, `delete from kernel.answer where at < now() - interval '7 days'`)
})
