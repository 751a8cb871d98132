import type { Say } from '../../../web/words/words.ts'
import { type Actor, requireAccount, requireDuty } from '../../kernel/actor.ts'
import { change, type Db, row, rows, type Tx } from '../../kernel/db.ts'
import { notFound } from '../../kernel/errors.ts'
import { announce } from '../../kernel/events.ts'
import { newId } from '../../kernel/ids.ts'
import { every } from '../../kernel/schedule.ts'
import type { Instant } from '../../kernel/time.ts'
import { readersOfFigures } from '../orders/index.ts'
import { sheetAsked } from './events.ts'
import { type SheetRequest, titleOf } from './export-sheets.ts'
import { periodOf } from './periods.ts'
import { tooManySheets } from './refusals.ts'

export type AskedSheet = Required<SheetRequest> & { ext: 'xlsx' | 'csv' }

export interface SheetState extends AskedSheet {
  id: string
  title: string
  state: 'waiting' | 'writing' | 'ready' | 'failed'
  rowsDone: number
  rowsAll: number
  refused: string
  askedAt: Instant
}

/** Of one person: this many under way, and this many kept. */
const sheetsAtMost = { underWay: 5, kept: 20 }

const columns = `id, title, state, rows_done, rows_all, refused, created_at asked_at, asked->>'table' "table", asked->>'code' code,
  asked->>'period' period, asked->>'only' "only", asked->>'ext' ext`

/** Asks for a table as a file, which is written beside everything else. Asked again while under way, it is the same one. */
export async function askSheet(tx: Tx, actor: Actor, say: Say, asked: AskedSheet): Promise<SheetState> {
  const accountId = requireAccount(actor)
  requireDuty(actor, readersOfFigures, { divisionCode: asked.code })
  periodOf(asked.period)
  await makeRoom(tx, accountId)
  const id = newId()
  const made = await change(
    tx,
    `insert into monitoring.sheet (id, account_id, asked, title) values ($1, $2, $3, $4)
     on conflict (account_id, asked) where state in ('waiting', 'writing') do nothing`,
    [id, accountId, JSON.stringify({ ...asked, language: actor.language }), await titleOf(tx, actor, say, asked)],
  )
  if (made === 1) await announce(tx, sheetAsked, { id })
  const found = await row<SheetState>(
    tx,
    `select ${columns} from monitoring.sheet where id = $1 or account_id = $2 and asked = $3 and state in ('waiting', 'writing')`,
    [id, accountId, JSON.stringify({ ...asked, language: actor.language })],
  )
  if (!found) throw notFound({ what: 'sheet' })
  return found
}

async function makeRoom(tx: Tx, accountId: string): Promise<void> {
  await change(
    tx,
    `delete from monitoring.sheet where state in ('ready', 'failed') and id in (
       select id from monitoring.sheet where account_id = $1 order by id desc offset $2)`,
    [accountId, sheetsAtMost.kept - 1],
  )
  const open = await row<{ count: number }>(
    tx,
    `select count(*) from monitoring.sheet where account_id = $1 and state in ('waiting', 'writing')`,
    [accountId],
  )
  if ((open?.count ?? 0) >= sheetsAtMost.underWay) throw tooManySheets({ most: sheetsAtMost.underWay })
}

/** My sheets that are under way, wait to be fetched or failed; oldest first. */
export async function sheetsOf(on: Db, actor: Actor): Promise<SheetState[]> {
  return rows<SheetState>(
    on,
    `select ${columns} from monitoring.sheet where account_id = $1 and not fetched order by id limit $2`,
    [requireAccount(actor), sheetsAtMost.kept + sheetsAtMost.underWay],
  )
}

/** The file, for whoever asked for it; from now on it no longer waits to be fetched. */
export async function fetchSheet(on: Db, actor: Actor, id: string): Promise<AskedSheet & { file: Buffer }> {
  const found = await row<AskedSheet & { file: Buffer }>(
    on,
    `update monitoring.sheet set fetched = true where id = $1 and account_id = $2 and state = 'ready' returning file, ${columns}`,
    [id, requireAccount(actor)],
  )
  if (!found) throw notFound({ what: 'sheet' })
  return found
}

/** Lets go of a sheet; one that is being written stops at its next step. */
export async function removeSheet(tx: Tx, actor: Actor, id: string): Promise<void> {
  const own = [id, requireAccount(actor)]
  const gone = await change(tx, 'delete from monitoring.sheet where id = $1 and account_id = $2', own)
  if (gone === 0) throw notFound({ what: 'sheet' })
}

every(3600, 'monitoring.remove_old_sheets', async (db) => {
  await change(db, `delete from monitoring.sheet where created_at < now() - interval '1 day'`)
})
