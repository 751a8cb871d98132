import type { Actor } from './actor.ts'
import { send, type Tx } from './db.ts'
import { newId } from './ids.ts'

export interface Deed {
  /** The command as a person would say it: `stores.open_store`. */
  did: string
  /** What it was done to: `store:018f…`. */
  subject: string
  /** Where it belongs, so that an auditor of that division sees it. */
  divisionCode?: string
  /** What changed. No phone numbers, addresses or names of people. */
  detail?: Record<string, unknown>
}

/** Writes one line of the audit trail, in the transaction of the deed itself. The table refuses changes. */
export async function audit(tx: Tx, actor: Actor, deed: Deed): Promise<void> {
  await send(
    tx,
    `insert into kernel.audit_log (id, account_id, did, subject, division_code, detail)
     values ($1, $2, $3, $4, $5, $6)`,
    [newId(), actor.accountId ?? null, deed.did, deed.subject, deed.divisionCode ?? null, deed.detail ?? {}],
  )
}
