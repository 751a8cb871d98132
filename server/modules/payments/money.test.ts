import { deepEqual, equal, rejects } from 'node:assert/strict'
import fc from 'fast-check'
import { test } from 'vitest'
import { change, type Db, row, transact } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import { inTx, refuses } from '../../kernel/testing.ts'
import { monthOf } from '../../kernel/time.ts'
import { drain } from '../../kernel/work.ts'
import { splitFee, takeBack } from './fee.ts'
import { importPayments, instructSplit, requestRefund, statementOf } from './index.ts'
import { balances, failing, market, oneDatabase, open, order, press } from './payments-testing.ts'
import { nothingPaid, refundTooLarge } from './refusals.ts'

const inOne = oneDatabase()
const month = monthOf(new Date())

async function paidOrder(db: Db, amount = 12_800) {
  const app = await market(db)
  const wanted = order({ amount })
  await press(app, await open(db, wanted), 'pay')
  return { ...wanted, app }
}

const refund = (db: Db, paysFor: string, amount: number) =>
  transact(db, (tx) => requestRefund(tx, { paysFor, amount, reason: 'damagedGoods' }))

const split = (db: Db, { paysFor, storeId, merchantId, amount }: Awaited<ReturnType<typeof paidOrder>>, refunded = 0) =>
  transact(db, (tx) => instructSplit(tx, { paysFor, storeId, merchantId, gross: amount, freight: 800, refunded }))

test(
  'a refund before the split: the merchant gets the rest, less the fee',
  inOne(async (db) => {
    const paid = await paidOrder(db)
    await refund(db, paid.paysFor, 2_800)
    await drain(db)
    await split(db, paid, 2_800)
    await split(db, paid, 2_800)
    await drain(db)
    deepEqual(await balances(db, paid.paysFor), {
      provider_clearing: 10_000,
      merchant_payable: -9_940,
      platform_fee: -60,
    })
    const { lines, sums } = await statementOf(db, paid.storeId, month)
    equal(lines.length, 1)
    deepEqual(sums, { lines: 1, gross: 12_800, goods: 12_000, freight: 800, refunded: 2_800, fee: 60, net: 9_940 })
    deepEqual(await failing(db), [])
  }),
)

test(
  'a refund after the split takes the shares back first, fee included',
  inOne(async (db) => {
    const paid = await paidOrder(db)
    await split(db, paid)
    await drain(db)
    deepEqual(await balances(db, paid.paysFor), {
      provider_clearing: 12_800,
      merchant_payable: -12_723,
      platform_fee: -77,
    })
    await refund(db, paid.paysFor, 2_800)
    await refund(db, paid.paysFor, 10_000)
    await drain(db)
    deepEqual(await balances(db, paid.paysFor), {})
    const { lines, sums } = await statementOf(db, paid.storeId, month)
    deepEqual(
      lines.map(({ kind, refunded }) => [kind, refunded]),
      [
        ['split', 0],
        ['takenBack', 2_800],
        ['takenBack', 10_000],
      ],
    )
    deepEqual([sums.refunded, sums.fee, sums.net], [12_800, 0, 0])
    deepEqual(await failing(db), [])
  }),
)

test(
  'a refund asked for while the split is on its way waits for it',
  inOne(async (db) => {
    const paid = await paidOrder(db)
    await split(db, paid)
    await refund(db, paid.paysFor, 100)
    // The refund is asked first and must not overtake the split.
    await change(
      db,
      `update kernel.reaction set run_at = now() - interval '1 hour' where name like 'payments.ask_refund%'`,
    )
    await drain(db)
    await change(db, 'update kernel.reaction set run_at = now()')
    await drain(db)
    equal((await balances(db, paid.paysFor)).provider_clearing, 12_700)
    deepEqual(await failing(db), [])
  }),
)

test(
  'an order given back whole before any split stands on the statement with nothing earned',
  inOne(async (db) => {
    const paid = await paidOrder(db)
    await refund(db, paid.paysFor, 12_800)
    await drain(db)
    await split(db, paid, 12_800)
    await drain(db)
    deepEqual(await balances(db, paid.paysFor), {})
    const { lines, sums } = await statementOf(db, paid.storeId, month)
    deepEqual(
      lines.map(({ kind, net }) => [kind, net]),
      [['refunded', 0]],
    )
    equal(sums.refunded, 12_800)
  }),
)

test(
  'no more is given back than was paid, whoever asks at once; and nothing without a payment',
  inOne(async (db) => {
    const paid = await paidOrder(db)
    await refuses(refund(db, newId(), 1), nothingPaid)
    await refuses(refund(db, paid.paysFor, 12_801), refundTooLarge)
    const outcomes = await Promise.allSettled(Array.from({ length: 6 }, () => refund(db, paid.paysFor, 6_000)))
    equal(outcomes.filter((outcome) => outcome.status === 'fulfilled').length, 2)
    await drain(db)
    equal((await balances(db, paid.paysFor)).provider_clearing, 800)
    deepEqual(await failing(db), [])
  }),
)

test(
  'a journal transaction that does not balance is refused by the database, and none is changed',
  inTx(async (tx) => {
    const entry = `insert into payments.journal_entry (transaction_id, position, account, store_id, pays_for, amount, memo)
    values ($1, 0, 'buyer_payment', $1, $1, 5, ''), ($1, 1, 'provider_clearing', $1, $1, $2, '')`
    const id = newId()
    await change(tx, 'savepoint here')
    await rejects(change(tx, entry, [id, -4]), /does not sum to zero/)
    await change(tx, 'rollback to savepoint here')
    await change(tx, entry, [id, -5])
    await rejects(change(tx, 'update payments.journal_entry set memo = $1', ['x']), /never changed/)
  }),
)

test('net and fee are the whole, and refunds after the split leave the shares of what stays', () => {
  const fen = fc.integer({ min: 0, max: 1_000_000_000 })
  const points = fc.integer({ min: 0, max: 10_000 })
  fc.assert(
    fc.property(fen, points, fc.array(fen, { maxLength: 6 }), (amount, bp, parts) => {
      let kept = splitFee(amount, bp)
      equal(kept.net + kept.fee, amount)
      for (const part of parts) {
        const back = Math.min(part, kept.net + kept.fee)
        const taken = takeBack(kept, back, bp)
        equal(taken.net + taken.fee, back)
        equal(taken.net >= 0 && taken.fee >= 0, true)
        kept = { net: kept.net - taken.net, fee: kept.fee - taken.fee }
      }
      deepEqual(kept, splitFee(kept.net + kept.fee, bp))
    }),
  )
})

test(
  'whatever is done in whatever order, the journal balances and agrees with the facts',
  inOne(async (db) => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('pay' as const), channel: fc.constantFrom('wechat', 'alipay') }),
      fc.record({ do: fc.constant('refund' as const), amount: fc.integer({ min: 1, max: 9_000 }) }),
      fc.record({ do: fc.constant('split' as const) }),
      fc.record({ do: fc.constant('drain' as const) }),
    )
    const app = await market(db)
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 8 }), async (steps) => {
        const wanted = order({ amount: 10_000 })
        const intents: Record<string, string> = {
          wechat: await open(db, wanted),
          alipay: await open(db, { ...wanted, channel: 'alipay' }),
        }
        const { app: _, ...paid } = { ...wanted, app }
        for (const one of steps) {
          const did =
            one.do === 'pay'
              ? press(app, intents[one.channel] ?? '', 'pay')
              : one.do === 'refund'
                ? refund(db, paid.paysFor, one.amount)
                : one.do === 'split'
                  ? split(db, { ...paid, app })
                  : drain(db)
          await Promise.resolve(did).catch(() => {})
        }
        await change(db, 'update kernel.reaction set run_at = now()')
        await drain(db)
        deepEqual(await failing(db), [])
      }),
      { numRuns: 12 },
    )
  }),
  60_000,
)

test(
  'payments of the past are loaded in bulk and agree with everything',
  inOne(async (db) => {
    const storeId = newId()
    const at = (day: number) => new Date(Date.UTC(2026, 5, day, 4)).toISOString()
    const payments = Array.from({ length: 6000 }, (_, n) => ({
      ...order({ storeId, amount: 1000 + n }),
      freight: 100,
      paidAt: at(1 + (n % 20)),
      refunds:
        n % 10 === 0
          ? [{ amount: 300, reason: 'damagedGoods', settledAt: at(22) }]
          : n % 33 === 1
            ? [{ amount: 1000 + n, reason: 'other', settledAt: at(22) }]
            : [],
      splitAt: n % 7 === 0 ? undefined : at(25),
    }))
    await importPayments(db, payments)
    deepEqual(await failing(db), [])
    const counted = await row<{ count: number }>(db, 'select count(*) from payments.intent where store_id = $1', [
      storeId,
    ])
    equal(counted?.count, 6000)
    const { sums } = await statementOf(db, storeId, '2026-06')
    equal(sums.net + sums.fee + sums.refunded, sums.gross)
    // A refund of an imported, split order works like any other.
    await transact(db, (tx) => requestRefund(tx, { paysFor: payments[2]?.paysFor ?? '', amount: 500, reason: 'other' }))
    await drain(db)
    deepEqual(await failing(db), [])
  }),
)
