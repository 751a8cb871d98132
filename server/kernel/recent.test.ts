import { deepEqual, equal } from 'node:assert/strict'
import { afterAll, afterEach, test, vi } from 'vitest'
import { connect, type Db, row, together } from './db.ts'
import { recently, recentlyFrom } from './recent.ts'
import { inDb } from './testing.ts'

// Nothing is asked of them, so nothing need answer there.
const [one, other] = [connect('postgres://127.0.0.1:1/one', 1), connect('postgres://127.0.0.1:1/other', 1)]
afterEach(() => {
  vi.useRealTimers()
})
afterAll(() => Promise.all([one.close(), other.close()]))

test('an answer is shown again for its time, and a failure never', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const known = recently<number>({ ms: 1000, entries: 2 })
  let made = 0
  const make = async () => ++made
  equal(await known('a', make), 1)
  vi.setSystemTime(Date.now() + 999)
  equal(await known('a', make), 1)
  vi.setSystemTime(Date.now() + 1)
  equal(await known('a', make), 2)
  for (const key of ['b', 'c']) await known(key, make)
  equal(await known('a', make), 5)
  const fails = () => Promise.reject(new Error('out of reach'))
  equal(await known('d', fails).catch(() => 'failed'), 'failed')
  equal(await known('d', make), 6)
})

test('an older reading that fails late leaves the newer one', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const known = recently<string>({ ms: 1000, entries: 2 })
  let fail = (_: Error) => {}
  const older = known('a', () => new Promise((_, reject) => (fail = reject)))
  vi.setSystemTime(Date.now() + 1000)
  equal(await known('a', async () => 'newer'), 'newer')
  fail(new Error('out of reach'))
  equal(await older.catch(() => 'failed'), 'failed')
  equal(await known('a', async () => 'asked again'), 'newer')
})

test('what one database says is no answer for another', async () => {
  const known = recentlyFrom<string>({ ms: 60_000, entries: 1 })
  equal(await known(one.db, 'name', async () => 'one'), 'one')
  equal(await known(other.db, 'name', async () => 'other'), 'other')
  equal(await known(one.db, 'name', async () => 'asked again'), 'one')
})

test(
  'whoever holds a connection waits for nobody who may be waiting for one',
  inDb(async (_db, { url }) => {
    const { db, close } = connect(url, 1)
    const known = recentlyFrom<string>({ ms: 60_000, entries: 1 })
    const say = (on: Db, word: string) => async () =>
      (await row<{ word: string }>(on, 'select $1::text word', [word]))?.word ?? ''
    let queued: Promise<string> | undefined
    // The only connection is taken, and another asks for the same and has to queue for it.
    const held = await together(db, async (on) => {
      queued = known(db, 'name', say(db, 'queued'))
      return known(on, 'name', say(on, 'held'))
    })
    deepEqual([held, await queued, await known(db, 'name', say(db, 'again'))], ['held', 'queued', 'held'])
    await close()
  }),
)
