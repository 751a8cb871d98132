import { deepEqual, equal } from 'node:assert/strict'
import fc from 'fast-check'
import { test } from 'vitest'
import { share, sum, yuan } from './money.ts'

const fen = fc.integer({ min: -1_000_000_000_00, max: 1_000_000_000_00 })
const weights = fc
  .array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 40 })
  .filter((w) => sum(w) > 0)

test('sharing money loses nothing and invents nothing', () => {
  fc.assert(fc.property(fen, weights, (total, by) => equal(sum(share(total, by)), total)))
})

test('no share strays from its exact part by a whole fen', () => {
  fc.assert(
    fc.property(fen, weights, (total, by) => {
      const whole = sum(by)
      share(total, by).forEach((part, i) => {
        const exact = (total * (by[i] ?? 0)) / whole
        equal(Math.abs(part - exact) < 1 + 1e-4, true)
      })
    }),
  )
})

test('the largest remainder takes the odd fen', () => {
  deepEqual(share(100, [1, 1, 1]), [34, 33, 33])
  deepEqual(share(-100, [1, 1, 1]), [-34, -33, -33])
  deepEqual(share(7, [5, 3, 2]), [4, 2, 1])
})

test('yuan for a reader', () => {
  equal(yuan(123456), '¥1,234.56')
  equal(yuan(-5), '−¥0.05')
})
