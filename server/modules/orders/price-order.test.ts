import { deepEqual, equal, ok } from 'node:assert/strict'
import fc from 'fast-check'
import { test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { idsOfNumber, orderNumberAt } from './order-number.ts'
import { exemptLines, type PricedOffer, priceLine, totalOf } from './price-order.ts'

const offer = (price: number, returnPolicy = 'sevenDay'): PricedOffer => ({
  skuId: newId(),
  productId: newId(),
  categoryCode: 'fruit.peach',
  name: '阳山水蜜桃',
  nameEn: 'Yangshan peach',
  label: '5 斤装',
  price,
  weightGrams: 2500,
  returnPolicy,
})

test('a total is its lines and freight less the discount, whatever is bought', () => {
  const line = fc.tuple(fc.integer({ min: 1, max: 100_000_000 }), fc.integer({ min: 1, max: 999 }))
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 60 }),
      fc.nat(100_000),
      fc.nat(1_000_000),
      (bought, freight, discount) => {
        const lines = bought.map(([price, quantity]) => priceLine(offer(price), quantity))
        const amounts = totalOf(lines, freight, discount)
        const goods = bought.reduce((sum, [price, quantity]) => sum + price * quantity, 0)
        equal(amounts.goodsAmount, goods)
        equal(amounts.total, goods + freight - amounts.discountAmount)
        ok(amounts.discountAmount <= goods && amounts.total >= freight)
        equal(
          lines.reduce((grams, each) => grams + each.weightGrams, 0),
          bought.reduce((grams, [, n]) => grams + n * 2500, 0),
        )
      },
    ),
  )
})

test('fresh goods and goods with an exception have to be confirmed', () => {
  const lines = ['sevenDay', 'perishableExempt', 'confirmedExempt'].map((policy) => priceLine(offer(100, policy), 1))
  deepEqual(
    exemptLines(lines).map((line) => line.returnPolicy),
    ['perishableExempt', 'confirmedExempt'],
  )
})

test('an order number says when the order was placed, so that its id is found in one month', () => {
  const moment = fc.date({ min: new Date('2020-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(moment, fc.double({ min: 0, max: 0.999999, noNaN: true }), (at, chance) => {
      const number = orderNumberAt(at, chance)
      equal(number.length, 20)
      const ids = idsOfNumber(number)
      const id = newId(at.getTime())
      ok(ids && ids.from <= id && id < ids.to)
    }),
  )
})

test('what is no order number finds nothing', () => {
  for (const wrong of [
    '',
    '1',
    '99999999999999999999',
    '26130100000000000000',
    '26023000000000000000',
    'x'.repeat(20),
  ]) {
    equal(idsOfNumber(wrong), undefined)
  }
})
