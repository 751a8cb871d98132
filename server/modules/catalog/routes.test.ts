import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'vitest'
import type { Actor } from '../../kernel/actor.ts'
import { readConfig } from '../../kernel/config.ts'
import { type Db, row } from '../../kernel/db.ts'
import { buildServer } from '../../kernel/http.ts'
import { newId } from '../../kernel/ids.ts'
import { inDb, officer, person } from '../../kernel/testing.ts'
import { routes } from './index.ts'
import { county, foreign, operatorOf, ownerOf, peaches, someMerchant, village } from './testing.ts'

/** A server where everyone is who the test says. */
async function serverFor(db: Db) {
  const config = readConfig({ DATA_DIR: '/nowhere', SECRET: 'test-secret-test-secret' })
  let asking: Actor = person()
  const app = await buildServer({ db, config, face: 'all', findActor: async () => asking })
  await app.register(routes)
  return async (actor: Actor, method: 'GET' | 'POST' | 'PUT', url: string, payload?: object, key?: string) => {
    asking = actor
    const headers = { 'sec-fetch-site': 'same-origin', ...(key ? { 'idempotency-key': key } : {}) }
    const answer = await app.inject({ method, url, headers, ...(payload ? { payload } : {}) })
    return { status: answer.statusCode, body: answer.json() }
  }
}

test(
  'a double tap creates one product, and both taps read the same answer',
  inDb(async (db) => {
    const ask = await serverFor(db)
    const merchantId = await someMerchant(db)
    const owner = ownerOf(merchantId)
    const tap = () => ask(owner, 'POST', '/api/products', peaches(merchantId), 'a-key-of-the-phone')
    const taps = await Promise.all([tap(), tap(), tap()])
    deepEqual(
      taps.map(({ status }) => status),
      [201, 201, 201],
    )
    equal(new Set(taps.map(({ body }) => body.id)).size, 1)
    equal((await row<{ n: number }>(db, 'select count(*) n from catalog.product'))?.n, 1)
    const other = await ask(
      owner,
      'POST',
      '/api/products',
      { ...peaches(merchantId), name: '早桃' },
      'a-key-of-the-phone',
    )
    deepEqual([other.status, other.body.error.code], [422, 'kernel.key_reused'])
    equal((await ask(owner, 'POST', '/api/products', peaches(merchantId))).body.error.code, 'kernel.key_missing')
  }),
)

test(
  'bad input is refused with the field to mend',
  inDb(async (db) => {
    const ask = await serverFor(db)
    const merchantId = await someMerchant(db)
    const bad: [object, string][] = [
      [{ name: '' }, 'name'],
      [{ name: '   ' }, 'name'],
      [{ name: '桃\u0000' }, 'name'],
      [{ name: '桃'.repeat(61) }, 'name'],
      [{ villageCode: '3202' }, 'villageCode'],
      [{ merchantId: 'x' }, 'merchantId'],
      [{ skus: [{ label: '盒', weightGrams: -1, price: 1 }] }, 'skus.0.weightGrams'],
      [{ skus: [{ label: '盒', weightGrams: 1, price: 1.5 }] }, 'skus.0.price'],
      [{ skus: [{ label: '盒', weightGrams: 1, price: '100' }] }, 'skus.0.price'],
      [{ skus: [{ label: '盒', weightGrams: 1, price: 1e12 }] }, 'skus.0.price'],
      [{ isSample: true }, 'isSample'],
      [{ seasonMonths: [13] }, 'seasonMonths.0'],
    ]
    for (const [changes, field] of bad) {
      const { status, body } = await ask(
        ownerOf(merchantId),
        'POST',
        '/api/products',
        { ...peaches(merchantId), ...changes },
        newId(),
      )
      deepEqual([status, body.error?.field], [400, field], JSON.stringify(changes))
    }
    const script = { ...peaches(merchantId), story: '<script>alert(1)</script>\n第二行' }
    equal((await ask(ownerOf(merchantId), 'POST', '/api/products', script, newId())).body.story, script.story)
  }),
)

test(
  'a list shows an owner their merchant and an operator their village, nothing else',
  inDb(async (db) => {
    const ask = await serverFor(db)
    const [mine, theirs] = [await someMerchant(db), await someMerchant(db)]
    for (const merchantId of [mine, theirs])
      await ask(ownerOf(merchantId), 'POST', '/api/products', peaches(merchantId), newId())
    const merchantsIn = async (actor: Actor, query: string) => {
      const { status, body } = await ask(actor, 'GET', `/api/products?${query}`)
      return status === 200 ? body.items.map((each: { merchantId: string }) => each.merchantId).sort() : status
    }
    deepEqual(await merchantsIn(ownerOf(mine), `merchant=${mine}`), [mine])
    // Naming one's own merchant opens no other merchant's shelf in the same division.
    deepEqual(await merchantsIn(ownerOf(mine), `merchant=${mine}&division=${county}`), [mine])
    deepEqual(await merchantsIn(ownerOf(mine), `merchant=${theirs}`), 403)
    deepEqual(await merchantsIn(ownerOf(mine), `division=${county}`), 403)
    deepEqual(await merchantsIn(ownerOf(mine), ''), 403)
    deepEqual(await merchantsIn(operatorOf(village), `division=${village}`), [mine, theirs].sort())
    deepEqual(await merchantsIn(operatorOf(village), `division=${village}&merchant=${mine}`), [mine])
    deepEqual(await merchantsIn(operatorOf(foreign), `division=${village}`), 403)
    deepEqual(await merchantsIn(officer(county), `division=${county}`), [mine, theirs].sort())
    deepEqual(await merchantsIn(person(), `merchant=${mine}`), 403)
  }),
)

test(
  'a product that is not on sale is hidden from strangers',
  inDb(async (db) => {
    const ask = await serverFor(db)
    const merchantId = await someMerchant(db)
    const { body } = await ask(ownerOf(merchantId), 'POST', '/api/products', peaches(merchantId), newId())
    equal((await ask(ownerOf(merchantId), 'GET', `/api/products/${body.id}`)).status, 200)
    equal((await ask(operatorOf(foreign), 'GET', `/api/products/${body.id}`)).status, 404)
    equal((await ask(ownerOf(newId()), 'GET', `/api/products/${body.id}`)).status, 404)
  }),
)

test(
  'a signature product walks from village to county over HTTP',
  inDb(async (db) => {
    const ask = await serverFor(db)
    await someMerchant(db)
    const proposal = { villageCode: village, categoryCode: 'fruit.peach', name: '水蜜桃' }
    const { status, body } = await ask(officer(village), 'POST', '/api/signature-products', proposal)
    equal(status, 201)
    const review = `/api/signature-products/${body.id}/review`
    equal((await ask(officer(county), 'POST', review, { decision: 'pass' })).status, 403)
    equal((await ask(officer('320206103000'), 'POST', review, { decision: 'pass' })).status, 200)
    equal((await ask(officer(county), 'POST', review, { decision: 'pass' })).body.state, 'published')
    equal((await ask(officer(county), 'GET', `/api/signature-products?division=${county}`)).body.items.length, 1)
    equal((await ask(officer(foreign), 'GET', `/api/signature-products/${body.id}`)).status, 403)
  }),
)
