import { equal } from 'node:assert/strict'
import { afterAll, afterEach, test, vi } from 'vitest'
import { connect } from './db.ts'
import { recently, recentlyFrom } from './recent.ts'

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

test('what one database says is no answer for another', async () => {
  const known = recentlyFrom<string>({ ms: 60_000, entries: 1 })
  equal(await known(one.db, 'name', async () => 'one'), 'one')
  equal(await known(other.db, 'name', async () => 'other'), 'other')
  equal(await known(one.db, 'name', async () => 'asked again'), 'one')
})
