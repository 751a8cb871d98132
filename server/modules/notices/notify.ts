import { change, type Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'

export interface Notification {
  accountIds: readonly string[]
  /** The key of its words in web/words; each reader sees it in their language. */
  key: string
  /** Fills the words' {names}: order numbers, titles, amounts; never a phone number or an address. */
  params?: Record<string, string | number>
  /** Where in the app it leads. */
  path?: string
}

/** Leaves a message for people, in the transaction of what it tells about. */
export async function notify(tx: Tx, { accountIds, key, params = {}, path = '/' }: Notification): Promise<void> {
  const people = [...new Set(accountIds)]
  if (people.length === 0) return
  await change(
    tx,
    `insert into notices.notification (id, account_id, key, params, path)
     select id, account_id, $3, $4, $5 from unnest($1::uuid[], $2::uuid[]) p(id, account_id)`,
    [people.map(() => newId()), people, key, JSON.stringify(params), path],
  )
}
