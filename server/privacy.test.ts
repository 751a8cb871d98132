import { deepEqual, equal, ok } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, test } from 'vitest'
import { root } from './kernel/config.ts'
import { change, row, rows } from './kernel/db.ts'
import { newToken } from './kernel/ids.ts'
import { logTo } from './kernel/log.ts'
import { runChore } from './kernel/schedule.ts'
import { drain } from './kernel/work.ts'
import { allChecks } from './rooms.ts'
import { type ActorName, buyerPhone, contactPhone, type World } from './testing.ts'
import { headersOf, requestsTo } from './testing-requests.ts'
import { openingMs, openWorld } from './testing-world.ts'

let world: World

beforeAll(async () => {
  world = await openWorld({ log: logTo(undefined, 'silent') })
}, openingMs)

afterAll(() => world?.close())

/** The buyer of three orders: what nobody reads in passing. */
const buyer = { name: '欧阳问兰', phone: buyerPhone, address: '藏经路 77 号' }
const words = Object.values(buyer)
const told = (body: string, of: readonly string[] = words) => of.filter((word) => body.includes(word))

async function send(who: ActorName, method: 'GET' | 'POST', url: string, payload?: object) {
  const headers = { cookie: world.cookies[who], 'idempotency-key': newToken() }
  const answer = await world.all.inject({ method, url, headers, ...(payload ? { payload } : {}) })
  return { status: answer.statusCode, body: answer.body }
}

// What goes on the box: the carrier reads the address, nobody a whole phone number.
const onTheBox = /\/label\.(svg|pdf)$/
const insiders = ['owner', 'operator', 'village', 'township', 'county', 'province'] as const

test('whoever works with an order sees its buyer masked, on every screen and in every list', async () => {
  const wrong: string[] = []
  let read = 0
  for (const route of world.all.offered.filter(({ method }) => method === 'GET')) {
    if (route.url.endsWith('/*')) continue
    for (const asked of requestsTo(route, world)) {
      for (const who of insiders) {
        const { body, statusCode } = await world.all.inject({
          url: asked.url,
          headers: headersOf(asked, world.cookies[who]),
        })
        if (statusCode === 200) read++
        const heard = told(body, onTheBox.test(route.url) ? [buyer.phone] : words)
        if (heard.length > 0) wrong.push(`${who} GET ${asked.url}: ${heard}`)
      }
    }
  }
  deepEqual(wrong, [])
  ok(read > 150, `${read} answers were read`)
})

test('exports hold no buyer, whatever the table', async () => {
  const { paths } = JSON.parse(readFileSync(join(root, 'docs/api.json'), 'utf8')) as {
    paths: Record<string, { get?: { parameters?: { name: string; schema: { enum?: string[] } }[] } }>
  }
  const tables = paths['/api/exports/{table}.{ext}']?.get?.parameters?.find(({ name }) => name === 'table')?.schema.enum
  ok(tables && tables.length >= 2, 'the tables are listed')
  for (const table of tables) {
    for (const who of ['village', 'province'] as const) {
      const { status, body } = await send(who, 'GET', `/api/exports/${table}.csv?code=${world.own.villageCode}`)
      ok([200, 400, 403].includes(status), `${who} ${table}: ${status} ${body.slice(0, 200)}`)
      deepEqual(told(body), [], table)
    }
  }
})

test('a merchant’s phone is for those who verify it, and masked in lists of the public', async () => {
  for (const url of [`/api/offers/${world.own.productId}`, `/api/stores/${world.own.storeId}`, '/api/offers'])
    deepEqual(told((await send('visitor', 'GET', url)).body, [contactPhone, '钱守拙']), [], url)
})

test('the whole contact is shown on asking, to those who send the goods, and every look is kept', async () => {
  const url = `/api/orders/${world.own.storeId}/${world.paid.orderId}/reveal`
  const looks = async () =>
    (
      await rows<{ accountId: string; detail: object }>(
        world.db,
        `select account_id, detail from kernel.audit_log where did = 'orders.reveal_contact' order by id`,
      )
    ).map(({ accountId, detail }) => [accountId, told(JSON.stringify(detail))])
  equal((await send('county', 'POST', url)).status, 403)
  deepEqual(await looks(), [])
  for (const who of ['owner', 'operator'] as const) {
    const { status, body } = await send(who, 'POST', url)
    equal(status, 200, body)
    deepEqual(told(body), words)
  }
  deepEqual(await looks(), [
    [world.accounts.owner, []],
    [world.accounts.operator, []],
  ])
})

/** Every row of every table that holds one of these words. */
async function whereIs(of: readonly string[]): Promise<string[]> {
  const tables = await rows<{ name: string }>(
    world.db,
    `select format('%I.%I', n.nspname, c.relname) name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema') order by 1`,
  )
  const found: string[] = []
  for (const { name } of tables) {
    const rest = await rows<{ row: string }>(
      world.db,
      `select t::text as row from ${name} t where t::text like any($1)`,
      [of.map((word) => `%${word}%`)],
    )
    found.push(...rest.map(({ row: text }) => `${name.replace(/_(rest|p?\d+\w*)$/, '')} ${text.slice(0, 120)}`))
  }
  return found
}

const inTables = (found: readonly string[]) => [...new Set(found.map((line) => line.split(' ')[0]))]

test('erasure lets go of the person at once, of orders under way when they end, and keeps what the law keeps', async () => {
  const { paid, atStation, complained, own, db } = world
  await change(db, `delete from accounts.sms_outbox where phone_number <> $1`, [buyerPhone])
  ok((await whereIs([...words, '悄悄话备注'])).length >= 5)
  equal((await send('buyer', 'POST', '/api/me/erasure')).status, 204)
  await drain(db)
  equal((await send('buyer', 'GET', '/api/orders')).body.includes(paid.orderId), false)
  // Two parcels still have to find their way; nothing else of the person is left anywhere.
  const left = await whereIs([...words, '悄悄话备注'])
  deepEqual(inTables(left), ['orders.order'], left.join('\n'))
  equal(left.length, 2, left.join('\n'))

  const reason = { reason: '缺货' }
  equal((await send('owner', 'POST', `/api/orders/${own.storeId}/${paid.orderId}/cancel`, reason)).status, 200)
  const parcel = await row<{ pickupCode: string }>(db, 'select pickup_code from logistics.shipment where id = $1', [
    atStation.shipmentId,
  ])
  const handOver = `/api/stations/${own.stationId}/parcels/${atStation.shipmentId}/hand-over`
  equal((await send('operator', 'POST', handOver, { pickupCode: parcel?.pickupCode })).status, 204)
  await drain(db)
  const earlier = ['placed_at', 'paid_at', 'shipped_at', 'received_at'].map(
    (at) => `${at} = ${at} - interval '90 days'`,
  )
  await change(db, `update orders."order" set ${earlier} where id = $1`, [atStation.orderId])
  await runChore(db, 'orders.complete_by_clock')
  await drain(db)
  await runChore(db, 'orders.erase_ended')
  deepEqual(await whereIs([...words, '悄悄话备注']), [])

  // Amounts, states, times, the journal and the trail stay: three years at least.
  for (const { orderId, total } of [paid, atStation, complained]) {
    const kept = await row<{ total: number; entries: number; events: number }>(
      db,
      `select total, (select count(*) from payments.journal_entry where pays_for = $1) entries,
         (select count(*) from orders.order_event where order_id = $1) events from orders."order" where id = $1`,
      [orderId],
    )
    ok(kept && kept.total === total && kept.entries >= 2 && kept.events >= 2, `${orderId} ${JSON.stringify(kept)}`)
  }
  equal((await send('province', 'GET', `/api/evidence/orders/${own.storeId}/${complained.orderId}`)).status, 200)
  const account = await row<{ name: string; erased: boolean }>(
    db,
    'select name, erased_at is not null erased from accounts.account where id = $1',
    [world.accounts.buyer],
  )
  deepEqual(account, { name: '已注销用户', erased: true })
  for (const check of allChecks.filter(({ name }) => /^(accounts|orders|payments|inventory)\./.test(name))) {
    const { found, expected } = await check.run(db)
    deepEqual(found, expected, check.name)
  }
})
