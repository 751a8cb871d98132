import { deepEqual, equal } from 'node:assert/strict'
import { setImmediate as turn } from 'node:timers/promises'
import { test } from 'vitest'
import { readConfig } from './config.ts'
import { buildServer } from './http.ts'
import { inFlightAtMost } from './http-guards.ts'
import { inDb } from './testing.ts'

const config = readConfig({ DATA_DIR: '/nowhere', SECRET: 'a-secret-for-tests-only-0123456789' })

test(
  'of five times as many as it can carry, those inside are served, the others asked at once to come again',
  inDb(async (db) => {
    const app = await buildServer({ db, config, face: 'market', findActor: async () => undefined })
    let open = () => {}
    const opened = new Promise<void>((resolve) => {
      open = resolve
    })
    app.get('/work', { config: { who: 'anyone' } }, async () => {
      await opened
      return { done: true }
    })
    app.get('/api/health', { config: { who: 'anyone' } }, async () => ({ status: 'ok' }))
    const refused: unknown[] = []
    let served = 0
    const asked = Array.from({ length: 5 * inFlightAtMost }, async () => {
      const answer = await app.inject('/work')
      if (answer.statusCode === 200) served++
      else refused.push([answer.statusCode, answer.headers['retry-after'], answer.json().error.code])
    })
    // The work is still going on: whoever has an answer already was turned away.
    while (refused.length < 4 * inFlightAtMost) await turn()
    equal(served, 0)
    deepEqual(
      refused,
      refused.map(() => [503, '1', 'kernel.too_busy']),
    )
    equal((await app.inject('/api/health')).statusCode, 200)
    open()
    await Promise.all(asked)
    deepEqual([served, refused.length], [inFlightAtMost, 4 * inFlightAtMost])
    equal((await app.inject('/work')).statusCode, 200)
    await app.close()
  }),
)
