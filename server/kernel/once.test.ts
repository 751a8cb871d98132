import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'vitest'
import { change } from './db.ts'
import { once } from './once.ts'
import { runChore } from './schedule.ts'
import { inDb, person } from './testing.ts'

test(
  'a key is good for seven days, and is forgotten then',
  inDb(async (db) => {
    const actor = person()
    let done = 0
    const ask = () => once(db, { key: 'asked-once', actor, request: {} }, async () => ({ done: ++done }))
    deepEqual(await ask(), { done: 1 })
    const aged = async (by: string) => {
      await change(db, 'update kernel.answer set at = now() - $1::interval', [by])
      await runChore(db, 'kernel.forget_answers')
    }
    await aged('6 days 23 hours')
    deepEqual(await ask(), { done: 1 })
    await aged('7 days 1 minute')
    equal(await change(db, 'delete from kernel.answer'), 0)
  }),
)
