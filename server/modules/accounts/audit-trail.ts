import { type Actor, prefixesOf, requireDuty } from '../../kernel/actor.ts'
import { type Db, rows } from '../../kernel/db.ts'
import { decodeCursor, type Page, pageOf } from '../../kernel/pages.ts'
import { rangeOf } from '../divisions/index.ts'
import { withoutNulls } from './duties.ts'

export interface AuditLine {
  id: string
  at: string
  accountId?: string
  did: string
  subject: string
  divisionCode?: string
  detail: Record<string, unknown>
}

const readers = ['auditor', 'admin'] as const

/** The audit trail of the divisions the actor audits, newest first; nobody sees beyond their own subtree. */
export async function auditTrail(
  on: Db,
  actor: Actor,
  { division, subject, cursor, limit }: { division?: string; subject?: string; cursor?: string; limit: number },
): Promise<Page<AuditLine>> {
  if (division) requireDuty(actor, readers, { divisionCode: division })
  const ranges = division ? [rangeOf(division)] : ownRanges(actor)
  const [before] = cursor ? decodeCursor(cursor, 'string') : [null]
  // Each range reads at most one page from its own index; overlapping duties were merged, so no row comes twice.
  const found = await rows<AuditLine>(
    on,
    `select l.* from unnest($1::text[], $2::text[]) r(low, high) cross join lateral (
       select id, at, account_id, did, subject, division_code, detail from kernel.audit_log
       where division_code >= r.low collate "C" and division_code < r.high collate "C"
         and ($3::uuid is null or id < $3) and ($4::text is null or subject = $4)
       order by id desc limit $5) l
     order by l.id desc limit $5`,
    [ranges.map(({ from }) => from), ranges.map(({ to }) => to), before, subject ?? null, limit + 1],
  )
  return pageOf(found.map(withoutNulls), limit, (line) => [line.id])
}

function ownRanges(actor: Actor) {
  const prefixes = prefixesOf(actor, readers).sort()
  // Without any such duty this refuses, as it does for a division that is not theirs.
  if (prefixes.length === 0) requireDuty(actor, readers, {})
  const widest = prefixes.filter((prefix, at) => !prefixes.slice(0, at).some((above) => prefix.startsWith(above)))
  return widest.map((prefix) => ({ from: prefix.padEnd(12, '0'), to: `${prefix}:` }))
}
