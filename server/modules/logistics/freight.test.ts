import { deepEqual, equal } from 'node:assert/strict'
import fc from 'fast-check'
import { test } from 'vitest'
import { freightFor, prefixesOfRegion, ruleFor, usualTemplate } from './freight.ts'

const rule = fc.record({
  firstGrams: fc.integer({ min: 1, max: 5000 }),
  firstFen: fc.integer({ min: 0, max: 5000 }),
  furtherGrams: fc.integer({ min: 1, max: 5000 }),
  furtherFen: fc.integer({ min: 0, max: 5000 }),
})
const grams = fc.integer({ min: 1, max: 200_000 })

test('a heavier parcel never costs less, and never more than its further steps', () => {
  fc.assert(
    fc.property(rule, grams, grams, (by, weight, more) => {
      const [light, heavy] = [weight, weight + more].map((grams) => freightFor(by, { grams, goodsAmount: 0 }, null))
      equal((heavy ?? 0) >= (light ?? 0), true)
      equal((heavy ?? 0) - (light ?? 0) <= Math.ceil(more / by.furtherGrams) * by.furtherFen, true)
    }),
  )
})

test('the first weight, then every further step begun, and nothing from the free amount on', () => {
  const by = { firstGrams: 1000, firstFen: 600, furtherGrams: 500, furtherFen: 100 }
  const cost = (grams: number, goodsAmount = 0) => freightFor(by, { grams, goodsAmount }, 9900)
  deepEqual([cost(1), cost(1000), cost(1001), cost(1500), cost(1501)], [600, 600, 700, 700, 800])
  deepEqual([cost(5000, 9899), cost(5000, 9900)], [1400, 0])
})

test('the longest prefix of a region counts', () => {
  deepEqual(prefixesOfRegion('310000'), ['', '31', '3100', '310000'])
  const rules = ['', '32', '3205'].map((regionPrefix) => ({
    ...usualTemplate.rules[0],
    regionPrefix,
  })) as typeof usualTemplate.rules
  equal(ruleFor(rules, '320581102001')?.regionPrefix, '3205')
  equal(ruleFor(rules, '320115008208')?.regionPrefix, '32')
  equal(ruleFor(rules, '650000')?.regionPrefix, '')
  equal(ruleFor(rules.slice(1), '650000'), undefined)
})
