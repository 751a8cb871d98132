import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'vitest'
import { buildMarket } from './app.ts'
import { connect } from './kernel/db.ts'
import { inDb } from './kernel/testing.ts'
import { testConfig } from './modules/accounts/testing.ts'

test(
  'whoever asks how things are hears in time that every connection is held up',
  inDb(async (_db, { url }) => {
    const { db, pool, close } = connect(url, 1)
    const app = await buildMarket({ db, config: testConfig() })
    const ask = async () => {
      const answer = await app.inject('/api/health')
      return [answer.statusCode, answer.json().status ?? answer.json().error.code]
    }
    deepEqual(await ask(), [200, 'ok'])
    const held = await pool.connect()
    deepEqual(await Promise.all([ask(), ask()]), Array(2).fill([503, 'kernel.out_of_reach']))
    // One question stands in the queue, however many have asked.
    equal(pool.waitingCount, 1)
    held.release()
    while (pool.waitingCount > 0) await new Promise(setImmediate)
    deepEqual(await ask(), [200, 'ok'])
    await app.close()
    await close()
  }),
)
