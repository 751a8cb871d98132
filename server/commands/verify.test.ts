import { deepEqual, ok } from 'node:assert/strict'
import { test } from 'vitest'
import { buildMarket } from '../app.ts'
import { change, connect, type Db, row, transact } from '../kernel/db.ts'
import type { App } from '../kernel/http.ts'
import { newToken } from '../kernel/ids.ts'
import { inDb } from '../kernel/testing.ts'
import { drain, reactOnce, startWork } from '../kernel/work.ts'
import { testConfig } from '../modules/accounts/testing.ts'
import { receiveStock } from '../modules/inventory/index.ts'
import { allChecks } from '../rooms.ts'
import { fillTinyDemo } from '../testing.ts'

const address = { recipient: '示例', phone: '13912345678', regionCode: '310000', detail: '示例路 1 号' }

/** A guest buys and pays; what follows from the payment is left to the work process. */
async function buy(market: App, { storeId, skuId }: { storeId: string; skuId: string }): Promise<void> {
  let cookie = ''
  const ask = async (method: 'POST' | 'PUT', url: string, payload: object | string) => {
    const form = typeof payload === 'string' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}
    const headers = { cookie, 'idempotency-key': newToken(), ...form }
    const answer = await market.inject({ method, url, headers, payload })
    ok(answer.statusCode < 400, answer.body)
    cookie ||= /^guest=[^;]+/.exec(String(answer.headers['set-cookie']))?.[0] ?? ''
    return answer
  }
  await ask('POST', '/api/basket/lines', { skuId, quantity: 1 })
  await ask('PUT', '/api/basket/address', address)
  const wanted = { storeId, method: 'express', channel: 'wechat', confirmedExempt: true }
  await ask('POST', (await ask('POST', '/api/orders', wanted)).json().redirectUrl, 'action=pay')
}

// Those that look more than once; every other one is a single statement, which sees one moment anyway.
const several = /^(payments\.provider|orders\.agree|monitoring\.(sales|standing|province))/

async function wrongIn(db: Db): Promise<unknown[]> {
  const wrong: unknown[] = []
  for (const { name, run } of allChecks.filter(({ name }) => several.test(name))) {
    const { found, expected } = await run(db)
    if (JSON.stringify(found) !== JSON.stringify(expected)) wrong.push({ name, found, expected })
  }
  return wrong
}

test(
  'what must always be true is found true while sales wait to be counted, and while people buy',
  { timeout: 240_000 },
  inDb(async (db, { url }) => {
    await fillTinyDemo(db)
    const market = await buildMarket({ db, config: testConfig() })
    const good = await row<{ storeId: string; skuId: string; lotId: string }>(
      db,
      `select o.store_id, sku_id, l.lot_id from stores.offer o join stores.offer_sku k using (product_id)
         join inventory.lot_stock l using (sku_id) order by sku_id limit 1`,
    )
    ok(good)
    const { skuId, lotId } = good
    await transact(db, (tx) => receiveStock(tx, { skuId, lotId, quantity: 100_000 }))
    await drain(db)
    for (let bought = 0; bought < 3; bought++) await buy(market, good)
    // The orders are paid now, and their sales announced.
    await reactOnce(db)
    const waiting = await row(db, `select count(*)::int count from kernel.reaction where name = 'monitoring.fold_paid'`)
    deepEqual(waiting, { count: 3 })
    deepEqual(await wrongIn(db), [])
    deepEqual(
      await row(db, `select count(*)::int count from kernel.reaction where name = 'monitoring.fold_paid'`),
      waiting,
    )

    const verifier = connect(url, 2)
    const work = startWork(db, () => {}, { idleMs: 1 })
    let [stopping, bought] = [false, 0]
    const buying = Promise.all(
      [1, 2].map(async () => {
        for (; !stopping; bought++) await buy(market, good)
      }),
    )
    try {
      // A look may be over at once: look until several were bought meanwhile.
      for (let looks = 0; looks < 2 || bought <= 5; looks++)
        deepEqual(await Promise.race([wrongIn(verifier.db), buying]), [])
    } finally {
      stopping = true
      await Promise.allSettled([buying])
      await work.stop()
      await verifier.close()
      await market.close()
    }
    await buying
  }),
)

test(
  'a village whose last sale has grown too old since the chore came by is no fault',
  { timeout: 120_000 },
  inDb(async (db) => {
    await fillTinyDemo(db)
    const covered = () =>
      row<{ covered: number }>(db, `select covered from monitoring.standing where division_code = '320000000000'`)
    ok((await covered())?.covered)
    // As if the days that a sale counts for were over.
    await change(
      db,
      `update monitoring.indicator_definition set rule = rule || '{"saleWithinDays": 0}' where valid_to is null`,
    )
    deepEqual(await wrongIn(db), [])
    ok((await covered())?.covered, 'and looking changes nothing')
  }),
)
