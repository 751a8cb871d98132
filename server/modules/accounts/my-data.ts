import { type Actor, type Duty, requireAccount } from '../../kernel/actor.ts'
import { type Db, row, rows } from '../../kernel/db.ts'
import { notFound } from '../../kernel/errors.ts'
import { consentsOf } from './consents.ts'
import { withoutNulls } from './duties.ts'

/** Everything this room keeps about the person who asks, whole: it is theirs (个人信息保护法 art. 45). */
export async function myData(on: Db, actor: Actor) {
  const accountId = requireAccount(actor)
  const account = await row<{ id: string; name: string; username?: string; phone?: string; createdAt: string }>(
    on,
    'select id, name, username, phone_number phone, created_at from accounts.account where id = $1',
    [accountId],
  )
  if (!account) throw notFound({ what: 'account' })
  const duties = await rows<Duty & { fromAt: string; toAt?: string }>(
    on,
    `select role, division_code, merchant_id, store_id, from_at, to_at from accounts.duty
     where account_id = $1 order by id desc limit 500`,
    [accountId],
  )
  const sessions = await rows<{ createdAt: string; expiresAt: string }>(
    on,
    'select created_at, expires_at from accounts.session where account_id = $1 order by id desc limit 100',
    [accountId],
  )
  return {
    account: withoutNulls(account),
    duties: duties.map(withoutNulls),
    consents: await consentsOf(on, accountId),
    sessions,
  }
}
