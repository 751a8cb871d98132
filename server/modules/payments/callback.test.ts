import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import { test } from 'vitest'
import { change, row, rows } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import { runChore } from '../../kernel/schedule.ts'
import { inDb } from '../../kernel/testing.ts'
import { drain } from '../../kernel/work.ts'
import {
  balances,
  call,
  config,
  failing,
  market,
  oneDatabase,
  open,
  order,
  paid,
  press,
  stateOf,
} from './payments-testing.ts'
import { redeliver } from './sandbox-delivery.ts'
import { usePayments } from './settings.ts'

const inOne = oneDatabase()

test(
  'a buyer pays on the sandbox page and comes back with the payment captured',
  inDb(async (db) => {
    const app = await market(db)
    const wanted = order()
    const intentId = await open(db, wanted)
    equal(await press(app, intentId, 'pay'), wanted.returnPath)
    equal(await stateOf(db, intentId), 'captured')
    deepEqual(await balances(db, wanted.paysFor), { provider_clearing: 12_800, buyer_payment: -12_800 })
    deepEqual(await failing(db), [])
  }),
)

test(
  'the callback crosses the network when the server listens',
  inOne(async (db) => {
    const app = await market(db)
    const url = await app.listen({ host: '127.0.0.1', port: 0 })
    try {
      const intentId = await open(db, order())
      const { redirectUrl } = await (await fetch(`${url}/api/payments/${intentId}/start`, { method: 'POST' })).json()
      const page = await (await fetch(url + redirectUrl)).text()
      match(page, /沙箱支付 — 不是真的钱/)
      match(page, /阳山水蜜桃 2 箱/)
      const pressed = await fetch(url + redirectUrl, {
        method: 'POST',
        body: new URLSearchParams({ action: 'pay' }),
        redirect: 'manual',
      })
      equal(pressed.status, 303)
      equal(await stateOf(db, intentId), 'captured')
    } finally {
      await app.close()
    }
  }),
)

test(
  'a callback that cannot be delivered now is told again later',
  inDb(async (db) => {
    usePayments(config)
    const app = await market(db)
    const url = await app.listen({ host: '127.0.0.1', port: 0 })
    const intentId = await open(db, order())
    const { redirectUrl } = await (await fetch(`${url}/api/payments/${intentId}/start`, { method: 'POST' })).json()
    await app.close()
    // The buyer pays while our side is away: the sandbox on its own server cannot reach it.
    const elsewhere = await market(db)
    await elsewhere.listen({ host: '127.0.0.1', port: 0 })
    await fetch(`http://127.0.0.1:${(elsewhere.server.address() as { port: number }).port}${redirectUrl}`, {
      method: 'POST',
      body: new URLSearchParams({ action: 'pay' }),
      redirect: 'manual',
    })
    await elsewhere.close()
    equal(await stateOf(db, intentId), 'open')
    const back = await market(db)
    await back.listen({ host: '127.0.0.1', port: Number(new URL(url).port) })
    try {
      await rows(db, 'update payments.sandbox_charge set notify_at = now()')
      equal(await redeliver(db), 1)
      equal(await stateOf(db, intentId), 'captured')
      const told = () => row<{ told: boolean }>(db, 'select notify_at is null told from payments.sandbox_charge')
      while (!(await told())?.told) await sleep(10)
      equal(await redeliver(db), 0)
    } finally {
      await back.close()
    }
  }),
)

test(
  'twice, late and out of order: the state never goes back and every answer is 200',
  inOne(async (db) => {
    const app = await market(db)
    const wanted = order()
    const intentId = await open(db, wanted)
    const closed = { kind: 'charge.closed', subject: intentId, at: new Date().toISOString() }
    equal(await call(app, closed), 200)
    equal(await stateOf(db, intentId), 'closed')
    // Paid after giving up: the money is there, so it counts.
    deepEqual(await Promise.all([1, 2, 3].map(() => call(app, paid(intentId, wanted.amount)))), [200, 200, 200])
    equal(await call(app, closed), 200)
    equal(await call(app, paid(intentId, wanted.amount)), 200)
    equal(await stateOf(db, intentId), 'captured')
    deepEqual(await balances(db, wanted.paysFor), { provider_clearing: 12_800, buyer_payment: -12_800 })
  }),
)

test(
  'forged messages get 401 and are logged',
  inOne(async (db) => {
    const app = await market(db)
    const wanted = order()
    const intentId = await open(db, wanted)
    const message = paid(intentId, wanted.amount)
    equal(await call(app, message, new Date(), { 'x-sandbox-signature': 'A'.repeat(43) }), 401)
    equal(await call(app, message, new Date(), { 'x-sandbox-nonce': 'another' }), 401)
    equal(await call(app, message, new Date(Date.now() - 6 * 60_000)), 401)
    equal(await call(app, message, new Date(Date.now() + 6 * 60_000)), 401)
    equal(await call(app, { ...message, kind: 'something' }), 401)
    for (const payload of ['', '{', 'null', '\0\0', '[]']) {
      const answer = await app.inject({ method: 'POST', url: '/api/payments/callbacks/sandbox', payload })
      equal(answer.statusCode, 401)
    }
    equal(
      (await app.inject({ method: 'POST', url: '/api/payments/callbacks/__proto__', payload: '{}' })).statusCode,
      404,
    )
    equal(await stateOf(db, intentId), 'open')
    const logged = await row<{ count: number }>(db, 'select count(*) from payments.callback where not accepted')
    equal(logged?.count, 10)
    for (let n = 0; n < 200; n++)
      await app.inject({ method: 'POST', url: '/api/payments/callbacks/sandbox', payload: '{' })
    const many = await row<{ count: number }>(db, 'select count(*) from payments.callback where not accepted')
    // Sixty a minute, and a minute may end meanwhile.
    ok(many && many.count >= 60 && many.count <= 120, `a flood is not written down whole: ${many?.count}`)
  }),
)

test(
  'what was forged is forgotten after three months, what was signed never',
  inDb(async (db) => {
    const app = await market(db)
    const unknown = paid(newId(), 100)
    equal(await call(app, unknown, new Date(), { 'x-sandbox-nonce': 'another' }), 401)
    equal(await call(app, unknown), 422)
    const left = async (age: string) => {
      await change(db, 'update payments.callback set received_at = now() - $1::interval', [age])
      await runChore(db, 'payments.forget_forged')
      return (await rows<{ kind: string | null }>(db, 'select kind from payments.callback order by id')).map(
        (r) => r.kind,
      )
    }
    deepEqual(await left('89 days'), [null, 'charge.paid'])
    deepEqual(await left('91 days'), ['charge.paid'])
  }),
)

test(
  'a signed message with another amount or an unknown payment is refused and logged',
  inOne(async (db) => {
    const app = await market(db)
    const wanted = order()
    const intentId = await open(db, wanted)
    equal(await call(app, paid(intentId, wanted.amount - 1)), 422)
    equal(await call(app, paid('018f0000-0000-7000-8000-000000000000', wanted.amount)), 422)
    equal(await call(app, { kind: 'refund.settled', subject: intentId, amount: 1, at: new Date().toISOString() }), 422)
    equal(await stateOf(db, intentId), 'open')
    const refused = await rows<{ refusal: string }>(
      db,
      `select refusal from payments.callback where refusal in ('amount', 'unknown', 'mismatch') order by id`,
    )
    deepEqual(
      refused.map(({ refusal }) => refusal),
      ['amount', 'unknown', 'mismatch'],
    )
  }),
)

test(
  'two channels both paid: one pays the order, the other goes back by itself',
  inDb(async (db) => {
    const app = await market(db)
    const wanted = order()
    const first = await open(db, wanted)
    await press(app, first, 'later')
    const second = await app.inject({ method: 'POST', url: `/api/payments/${first}/start?channel=alipay` })
    const secondId = /pay\/([0-9a-f-]{36})/.exec(second.json().redirectUrl)?.[1] ?? ''
    equal(secondId === first, false)
    await press(app, first, 'pay', '?channel=wechat')
    // A second tab still had the other channel's page open.
    const pressed = await app.inject({
      method: 'POST',
      url: second.json().redirectUrl,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'action=pay',
    })
    equal(pressed.statusCode, 303)
    deepEqual([await stateOf(db, first), await stateOf(db, secondId)], ['captured', 'surplus'])
    await drain(db)
    deepEqual(await balances(db, wanted.paysFor), { provider_clearing: 12_800, buyer_payment: -12_800 })
    deepEqual(await failing(db), [])
  }),
)

test(
  'orders paid at the same instant by two channels are each paid once',
  inOne(async (db) => {
    const app = await market(db)
    for (let round = 0; round < 20; round++) {
      const wanted = order()
      const intents = [await open(db, wanted), await open(db, { ...wanted, channel: 'alipay' })]
      const answers = await Promise.all(
        intents.flatMap((id) => [call(app, paid(id, 12_800)), call(app, paid(id, 12_800))]),
      )
      deepEqual(answers, [200, 200, 200, 200])
      const states = await Promise.all(intents.map((id) => stateOf(db, id)))
      deepEqual(states.sort(), ['captured', 'surplus'])
    }
  }),
)

test(
  'giving up leaves the way open to pay after all',
  inOne(async (db) => {
    const app = await market(db)
    const wanted = order()
    const intentId = await open(db, wanted)
    await press(app, intentId, 'cancel')
    equal(await stateOf(db, intentId), 'closed')
    await press(app, intentId, 'pay')
    const states = await rows<{ state: string }>(
      db,
      'select state from payments.intent where pays_for = $1 order by id',
      [wanted.paysFor],
    )
    deepEqual(
      states.map(({ state }) => state),
      ['closed', 'captured'],
    )
    const again = await app.inject({ method: 'POST', url: `/api/payments/${intentId}/start` })
    equal(again.statusCode, 409)
  }),
)

test(
  'a pay link that was changed or is not ours is refused',
  inOne(async (db) => {
    const app = await market(db)
    const intentId = await open(db, order())
    const started = await app.inject({ method: 'POST', url: `/api/payments/${intentId}/start` })
    const { redirectUrl } = started.json<{ redirectUrl: string }>()
    equal((await app.inject(redirectUrl)).statusCode, 200)
    for (const changed of [
      redirectUrl.replace('amount=12800', 'amount=1'),
      redirectUrl.replace(/back=[^&]+/, 'back=https%3A%2F%2Fevil.example'),
      redirectUrl.replace(/notify=[^&]+/, 'notify=http%3A%2F%2F127.0.0.1%3A22'),
      redirectUrl.replace(intentId, '018f0000-0000-7000-8000-000000000000'),
    ]) {
      equal((await app.inject(changed)).statusCode, 400)
      const pressed = await app.inject({
        method: 'POST',
        url: changed,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: 'action=pay',
      })
      equal(pressed.statusCode, 400)
    }
  }),
)
