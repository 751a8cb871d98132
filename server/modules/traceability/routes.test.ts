import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'vitest'
import { readConfig } from '../../kernel/config.ts'
import { row } from '../../kernel/db.ts'
import { buildServer } from '../../kernel/http.ts'
import { inDb, person } from '../../kernel/testing.ts'
import { routes } from './index.ts'
import { someGoods } from './testing.ts'

test(
  'a lot that is sent again after a lost answer is the same lot',
  inDb(async (db) => {
    const goods = await someGoods(db, { lots: 0 })
    const owner = person({ role: 'merchant_owner', merchantId: goods.merchantId })
    const app = await buildServer({
      db,
      config: readConfig({ DATA_DIR: '/nowhere', SECRET: 'test-secret-test-secret' }),
      face: 'market',
      findActor: async () => owner,
    })
    await app.register(routes)
    const send = async (key?: string, quantityGrams = 10_000) => {
      const answer = await app.inject({
        method: 'POST',
        url: '/api/lots',
        headers: { 'sec-fetch-site': 'same-origin', ...(key ? { 'idempotency-key': key } : {}) },
        payload: { productId: goods.productId, harvestedOn: '2026-07-10', quantityGrams },
      })
      return { status: answer.statusCode, body: answer.json() }
    }
    const sent = await Promise.all([send('a-key-of-the-phone'), send('a-key-of-the-phone')])
    sent.push(await send('a-key-of-the-phone'))
    deepEqual(
      sent.map(({ status }) => status),
      [201, 201, 201],
    )
    equal(new Set(sent.map(({ body }) => body.id)).size, 1)
    equal((await row<{ n: number }>(db, 'select count(*) n from traceability.lot'))?.n, 1)
    equal((await send('a-key-of-the-phone', 20_000)).body.error.code, 'kernel.key_reused')
    equal((await send()).body.error.code, 'kernel.key_missing')
    equal((await send('another-key-of-the-phone')).status, 201)
    await app.close()
  }),
)
