import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'vitest'
import { wordsFor } from '../../../web/words/words.ts'
import type { Actor } from '../../kernel/actor.ts'
import { change, type Db, row, transact } from '../../kernel/db.ts'
import { notAllowed, notFound } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { runChore } from '../../kernel/schedule.ts'
import { inDb, officer, refuses } from '../../kernel/testing.ts'
import { drain } from '../../kernel/work.ts'
import { importPeople } from '../accounts/index.ts'
import { secret } from '../accounts/testing.ts'
import { type AskedSheet, askSheet, fetchSheet, removeSheet, sheetsOf } from './ask-sheet.ts'
import { exportSheet } from './export-sheets.ts'
import { rebuildFigures } from './index.ts'
import { badPeriod, tooManySheets } from './refusals.ts'

const county = '320206000000'
const asked: AskedSheet = { table: 'coverage', ext: 'csv', code: county, period: '2026-11', only: 'all' }
const ask = (db: Db, actor: Actor, of: Partial<AskedSheet> = {}) =>
  transact(db, (tx) => askSheet(tx, actor, wordsFor(actor.language), { ...asked, ...of }))

/** An officer whose duty stands in the database, as the one who writes the sheet looks it up. */
async function officerOf(db: Db, divisionCode: string): Promise<Actor & { accountId: string }> {
  const [accountId, duties] = [newId(), [{ role: 'officer' as const, divisionCode }]]
  const number = String(people++).padStart(4, '0')
  await importPeople(db, [{ id: accountId, name: '示例', phone: `1980000${number}`, duties, isSample: true }], secret)
  return { ...officer(divisionCode), accountId }
}
let people = 0

test(
  'a sheet that is asked for is written beside everything else, for its reader only, and once',
  inDb(async (db) => {
    await rebuildFigures(db)
    const reader = await officerOf(db, county)
    const first = await ask(db, reader)
    equal((await ask(db, reader)).id, first.id)
    deepEqual([first.state, first.rowsAll], ['waiting', 0])
    match(first.title, /惠山区 .*覆盖明细$/)
    await refuses(fetchSheet(db, reader, first.id), notFound)
    await drain(db)
    const [ready, ...none] = await sheetsOf(db, reader)
    equal(none.length, 0)
    equal(ready?.state, 'ready')
    ok(ready.rowsDone > 20 && ready.rowsDone === ready.rowsAll, `${ready.rowsDone} of ${ready.rowsAll}`)
    const another = await officerOf(db, county)
    deepEqual(await sheetsOf(db, another), [])
    await refuses(fetchSheet(db, another, first.id), notFound)
    await refuses(
      transact(db, (tx) => removeSheet(tx, another, first.id)),
      notFound,
    )
    const { file } = await fetchSheet(db, reader, first.id)
    equal(
      file
        .toString()
        .split('\r\n')
        .filter((line) => /^320206\d{6},/.test(line)).length,
      ready.rowsAll,
    )
    deepEqual(await sheetsOf(db, reader), [])
    await change(db, `update monitoring.sheet set created_at = now() - interval '25 hours'`)
    await runChore(db, 'monitoring.remove_old_sheets')
    await refuses(fetchSheet(db, reader, first.id), notFound)
  }),
)

test(
  'a sheet tells how far it is, in rows; whoever lets go of it stops it',
  inDb(async (db) => {
    await rebuildFigures(db)
    const told: [number, number][] = []
    const of = { table: 'coverage', code: '320000000000', period: '2026-11' } as const
    await transact(db, (tx) =>
      exportSheet(tx, officer('320000000000'), wordsFor('zh'), of, async (done, all) => void told.push([done, all])),
    )
    ok(told.length > 5, `${told.length}`)
    deepEqual(
      told,
      [...told].sort(([a], [b]) => a - b),
    )
    ok(told.every(([done, all], at) => (at === told.length - 1 ? done === all : done < all)))
    const reader = await officerOf(db, county)
    const { id } = await ask(db, reader)
    await transact(db, (tx) => removeSheet(tx, reader, id))
    await drain(db)
    deepEqual(await sheetsOf(db, reader), [])
    equal(
      await row(db, `select 1 from kernel.audit_log where did = 'monitoring.export' and account_id = $1`, [id]),
      undefined,
    )
  }),
)

test(
  'what a reader may see is judged when it is asked for and again when it is written',
  inDb(async (db) => {
    const reader = await officerOf(db, county)
    await refuses(ask(db, reader, { code: '320100000000' }), notAllowed)
    await refuses(ask(db, reader, { period: '2026-13' }), badPeriod)
    const { id } = await ask(db, reader)
    await change(db, 'update accounts.duty set to_at = now() where account_id = $1', [reader.accountId])
    await drain(db)
    const [failed] = await sheetsOf(db, reader)
    deepEqual([failed?.id, failed?.state, failed?.refused], [id, 'failed', wordsFor('zh')('kernel.not_allowed')])
  }),
)

test(
  'nobody has more than a few under way, and what is old gives way to what is new',
  inDb(async (db) => {
    const reader = await officerOf(db, county)
    const months = Array.from(
      { length: 24 },
      (_, at) => `${2024 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
    )
    for (const period of months.slice(0, 5)) await ask(db, reader, { period })
    await refuses(ask(db, reader, { period: '2023' }), tooManySheets)
    for (const period of months) {
      await drain(db)
      await ask(db, reader, { period })
    }
    await drain(db)
    equal((await sheetsOf(db, reader)).length, 20)
  }),
)
