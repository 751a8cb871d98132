import type { FastifyRequest } from 'fastify'
import type { Actor, Duty } from '../../kernel/actor.ts'
import type { Config } from '../../kernel/config.ts'
import { type Db, row } from '../../kernel/db.ts'
import { sessionTokenOf } from './carry-cookies.ts'

/** Roles of government: held only by a session that passed the second factor. */
export const officeRoles = ['officer', 'auditor', 'admin'] as const

/** Finds who a request's session cookie belongs to, with the duties in force at this moment: one statement, or none. */
export function findActor({ db, settings }: { db: Db; settings: Config }) {
  return async (request: FastifyRequest): Promise<Pick<Actor, 'accountId' | 'duties'> | undefined> => {
    const token = sessionTokenOf(request, settings.secret)
    if (!token) return undefined
    return row<{ accountId: string; duties: Duty[] }>(
      db,
      `select s.account_id, coalesce(
         (select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('role', d.role, 'divisionCode', d.division_code,
            'merchantId', d.merchant_id, 'storeId', d.store_id)) order by d.id)
          from accounts.duty d
          where d.account_id = s.account_id and d.from_at <= now() and (d.to_at is null or d.to_at > now())
            and (s.second_factor or d.role <> all($2))), '[]') duties
       from accounts.session s join accounts.account a on a.id = s.account_id
       where s.token = $1 and s.expires_at > now() and a.erased_at is null`,
      [token, officeRoles],
    )
  }
}
