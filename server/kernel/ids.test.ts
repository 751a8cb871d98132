import { deepEqual, equal, match } from 'node:assert/strict'
import { test } from 'vitest'
import { firstIdAt, newId } from './ids.ts'

test('ids of one millisecond stand in the order in which they were asked for', () => {
  const now = Date.now()
  const ids = Array.from({ length: 1000 }, () => newId(now))
  deepEqual(ids, ids.toSorted())
  equal(new Set(ids).size, 1000)
  for (const id of ids) match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

test('an id stands between the instant of its making and the next', () => {
  const now = Date.now()
  for (let at = 0; at < 10_000; at++) {
    const id = newId(now)
    equal(firstIdAt(new Date(now)) <= id && id < firstIdAt(new Date(now + 1)), true, id)
  }
})
