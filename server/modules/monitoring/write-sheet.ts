import { wordsFor } from '../../../web/words/words.ts'
import type { Actor, Language } from '../../kernel/actor.ts'
import { change, type Db, row, transact } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { workLong } from '../../kernel/events.ts'
import { sayRefusal } from '../../kernel/i18n.ts'
import { sheetFile } from '../../kernel/sheet.ts'
import { dutiesOf } from '../accounts/index.ts'
import type { AskedSheet } from './ask-sheet.ts'
import { sheetAsked } from './events.ts'
import { exportSheet } from './export-sheets.ts'

class LetGo extends Error {}

workLong(sheetAsked, 'monitoring.write_sheet', (db, { id }) => writeSheet(db, id))

/**
 * Writes a sheet that was asked for, telling how far it is, so that a reader sees it from any page and after any
 * reload. What its reader may see is judged now, not when it was asked for.
 */
async function writeSheet(db: Db, id: string): Promise<void> {
  const sheet = await row<{ accountId: string; asked: AskedSheet & { language: Language } }>(
    db,
    `update monitoring.sheet set state = 'writing', rows_done = 0, rows_all = 0
     where id = $1 and state in ('waiting', 'writing') returning account_id, asked`,
    [id],
  )
  if (!sheet) return
  const { language, ext, ...of } = sheet.asked
  const say = wordsFor(language)
  try {
    const actor: Actor = { accountId: sheet.accountId, duties: await dutiesOf(db, sheet.accountId), language }
    // Beside the transaction, so that others see it at once.
    const tell = async (done: number, all: number) => {
      const told = await change(db, 'update monitoring.sheet set rows_done = $2, rows_all = $3 where id = $1', [
        id,
        done,
        all,
      ])
      if (told === 0) throw new LetGo()
    }
    const drawn = await transact(db, (tx) => exportSheet(tx, actor, say, of, tell))
    await change(db, `update monitoring.sheet set state = 'ready', file = $2 where id = $1 and state = 'writing'`, [
      id,
      await sheetFile(drawn, ext),
    ])
  } catch (error) {
    if (error instanceof LetGo) return
    const refused = error instanceof Refusal ? sayRefusal(error, language) : ''
    await change(db, `update monitoring.sheet set state = 'failed', refused = $2, last_error = $3 where id = $1`, [
      id,
      refused,
      error instanceof Refusal ? '' : String(error),
    ])
  }
}
