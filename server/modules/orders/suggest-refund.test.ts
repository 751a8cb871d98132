import { deepEqual, equal, ok } from 'node:assert/strict'
import fc from 'fast-check'
import { test } from 'vitest'
import { type DamagedGoodsRule, suggestForDamage, suggestForLoss, suggestForReturn } from './suggest-refund.ts'

// The rule as migration 0001 writes it down.
const rule: DamagedGoodsRule = {
  withinHours: 48,
  photosAtLeast: 3,
  tiers: [
    { from: 1, pays: 'share', freight: false },
    { from: 20, pays: 'share', freight: true },
    { from: 80, pays: 'all', freight: true },
  ],
}
const claim = { claimed: 10_000, goods: 10_000, freight: 1_000, refundable: 11_000 }

test('a little damage is paid by its share of the price, much with its share of the freight, most of it in full', () => {
  deepEqual(suggestForDamage(rule, 15, claim), { amount: 1_500, tier: 1 })
  deepEqual(suggestForDamage(rule, 19, claim), { amount: 1_900, tier: 1 })
  deepEqual(suggestForDamage(rule, 20, claim), { amount: 2_200, tier: 20 })
  deepEqual(suggestForDamage(rule, 79, claim), { amount: 8_690, tier: 20 })
  deepEqual(suggestForDamage(rule, 80, claim), { amount: 11_000, tier: 80 })
})

test('only the claimed goods and their part of the freight are paid', () => {
  deepEqual(suggestForDamage(rule, 100, { ...claim, claimed: 5_000 }), { amount: 5_500, tier: 80 })
})

test('a return pays the goods, a loss pays everything', () => {
  equal(suggestForReturn(claim).amount, 10_000)
  equal(suggestForLoss(claim).amount, 11_000)
})

test('no rule ever gives back more than is left, and more damage never gives less', () => {
  const amounts = fc.record({
    goods: fc.integer({ min: 1, max: 10_000_000 }),
    part: fc.integer({ min: 1, max: 100 }),
    freight: fc.nat(100_000),
    left: fc.nat(100),
  })
  fc.assert(
    fc.property(amounts, ({ goods, part, freight, left }) => {
      const claimed = Math.ceil((goods * part) / 100)
      const refundable = Math.floor(((goods + freight) * left) / 100)
      let before = 0
      for (let share = 1; share <= 100; share++) {
        const { amount } = suggestForDamage(rule, share, { claimed, goods, freight, refundable })
        ok(Number.isInteger(amount) && amount <= refundable && amount >= before)
        before = amount
      }
    }),
  )
})
