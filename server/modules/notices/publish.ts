import { type Actor, requireOffice } from '../../kernel/actor.ts'
import { audit } from '../../kernel/audit.ts'
import { type Db, row, rows, type Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import { decodeCursor, type Page, pageOf } from '../../kernel/pages.ts'
import { type Day, dayOf } from '../../kernel/time.ts'
import { requireDivision } from '../divisions/index.ts'
import { periodMissing, unknownAnnouncement } from './refusals.ts'
import { addWorkdays, workCalendar } from './workdays.ts'

export interface Announcement {
  id: string
  divisionCode: string
  kind: 'announcement' | 'publicNotice'
  title: string
  body: string
  publishedAt: string
  openUntil?: Day
  isSample: boolean
}

export interface Publish {
  divisionCode: string
  kind: Announcement['kind']
  title: string
  body: string
  /** How long a public notice runs; the first workday is the one after today. */
  workdays?: number | undefined
}

const columns = 'id, division_code, kind, title, body, published_at, open_until, is_sample'

/** Publishes an announcement, or a public notice that runs for workdays, in the name of one division. */
export async function publish(tx: Tx, actor: Actor, input: Publish, now = new Date()): Promise<Announcement> {
  requireOffice(actor, input.divisionCode)
  await requireDivision(tx, input.divisionCode)
  const isNotice = input.kind === 'publicNotice'
  if (isNotice !== (input.workdays !== undefined)) throw periodMissing(undefined, 'workdays')
  const openUntil = input.workdays === undefined ? null : addWorkdays(dayOf(now), input.workdays, workCalendar())
  const published = await row<Announcement>(
    tx,
    `insert into notices.announcement (id, division_code, kind, title, body, published_at, open_until, published_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8) returning ${columns}`,
    [newId(), input.divisionCode, input.kind, input.title, input.body, now, openUntil, actor.accountId ?? null],
  )
  if (!published) throw new Error('an insert returned no row')
  await audit(tx, actor, {
    did: 'notices.publish',
    subject: `announcement:${published.id}`,
    divisionCode: input.divisionCode,
    detail: { kind: input.kind, openUntil },
  })
  return shown(published)
}

/** What a division has published, newest first. Anyone may read it. */
export async function announcementsOf(
  on: Db,
  divisionCode: string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<Page<Announcement>> {
  const [before] = cursor ? decodeCursor(cursor, 'string') : [null]
  const found = await rows<Announcement>(
    on,
    `select ${columns} from notices.announcement
     where division_code = $1 and ($2::uuid is null or id < $2) order by id desc limit $3`,
    [divisionCode, before, limit + 1],
  )
  return pageOf(found.map(shown), limit, (announcement) => [announcement.id])
}

/** One announcement. */
export async function requireAnnouncement(on: Db, id: string): Promise<Announcement> {
  const found = await row<Announcement>(on, `select ${columns} from notices.announcement where id = $1`, [id])
  if (!found) throw unknownAnnouncement()
  return shown(found)
}

function shown(found: Announcement): Announcement {
  return { ...found, openUntil: found.openUntil ?? undefined }
}
