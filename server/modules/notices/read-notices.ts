import { type Actor, requireAccount } from '../../kernel/actor.ts'
import { change, type Db, row, rows, type Tx } from '../../kernel/db.ts'
import { decodeCursor, type Page, pageOf } from '../../kernel/pages.ts'
import { unknownNotice } from './refusals.ts'

export interface Notice {
  id: string
  key: string
  params: Record<string, string | number>
  path: string
  at: string
  read: boolean
}

/** The actor's own messages, newest first. */
export async function noticesOf(
  on: Db,
  actor: Actor,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<Page<Notice>> {
  const [before] = cursor ? decodeCursor(cursor, 'string') : [null]
  const found = await rows<Notice>(
    on,
    `select id, key, params, path, at, read_at is not null as read from notices.notification
     where account_id = $1 and ($2::uuid is null or id < $2) order by id desc limit $3`,
    [requireAccount(actor), before, limit + 1],
  )
  return pageOf(found, limit, (notice) => [notice.id])
}

/** How many of the actor's messages are unread; counts to 100, since beyond that nobody counts. */
export async function unreadOf(on: Db, actor: Actor): Promise<number> {
  const found = await row<{ count: number }>(
    on,
    `select count(*) from (
       select 1 from notices.notification where account_id = $1 and read_at is null limit 100) counted`,
    [requireAccount(actor)],
  )
  return found?.count ?? 0
}

/** Marks one message as read; another person's looks as if it did not exist. */
export async function markRead(tx: Tx, actor: Actor, noticeId: string): Promise<void> {
  const marked = await change(
    tx,
    'update notices.notification set read_at = coalesce(read_at, now()) where id = $1 and account_id = $2',
    [noticeId, requireAccount(actor)],
  )
  if (marked === 0) throw unknownNotice()
}

/** Marks all of the actor's messages as read. */
export async function markAllRead(tx: Tx, actor: Actor): Promise<void> {
  await change(tx, 'update notices.notification set read_at = now() where account_id = $1 and read_at is null', [
    requireAccount(actor),
  ])
}
