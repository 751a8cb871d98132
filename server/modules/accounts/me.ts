import type { Actor } from '../../kernel/actor.ts'
import { type Db, row } from '../../kernel/db.ts'
import { maskPhone } from '../../kernel/mask.ts'
import { partInLatin, pathsOf } from '../divisions/index.ts'

interface Account {
  id: string
  name: string
  username?: string
  phone?: string
  mustEnrol: boolean
  isSample: boolean
}

/** Who the actor is and what they are entrusted with at this moment. */
export async function meOf(db: Db, actor: Actor) {
  const account = actor.accountId
    ? await row<Account>(
        db,
        `select id, name, username, phone_number phone, username is not null and not two_factor_enabled must_enrol, is_sample
         from accounts.account where id = $1`,
        [actor.accountId],
      )
    : undefined
  const paths = await pathsOf(
    db,
    actor.duties.flatMap((duty) => duty.divisionCode ?? []),
  )
  return {
    account: account && {
      ...account,
      username: account.username ?? undefined,
      phone: account.phone ? maskPhone(account.phone) : undefined,
    },
    duties: actor.duties.map((duty) => {
      const place = duty.divisionCode ? paths.get(duty.divisionCode)?.at(-1) : undefined
      return { ...duty, divisionName: place?.name, divisionNameEn: place && partInLatin(place) }
    }),
    language: actor.language,
  }
}
