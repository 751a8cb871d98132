import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'vitest'
import { changeOf, exactYuan, number, sayChange, sayMoney, sayPercent, sayPeriod, sayTime } from './format.ts'
import { daysOf, stepPeriod, thisMonth } from './period.ts'

test('money is said in 元, 万元 or 亿元, and exactly on demand', () => {
  deepEqual(sayMoney(123_456, 'zh'), { amount: '1,234.56', unit: '元' })
  deepEqual(sayMoney(123_456_789, 'zh'), { amount: '123.46', unit: '万元' })
  deepEqual(sayMoney(12_345_678_900, 'zh'), { amount: '1.23', unit: '亿元' })
  deepEqual(sayMoney(123_456_789, 'en'), { amount: '¥1.23', unit: 'm' })
  deepEqual(sayMoney(0, 'zh'), { amount: '0', unit: '' })
  equal(exactYuan(-123_456_701), '−¥1,234,567.01')
})

test('a column is said in the unit of its largest, except what would then read as nothing', () => {
  deepEqual(sayMoney(606_047, 'zh', 7_290_000_00), { amount: '0.61', unit: '万元' })
  deepEqual(sayMoney(1_200, 'zh', 7_290_000_00), { amount: '12.00', unit: '元' })
})

test('a change has a sign, and without a before there is none', () => {
  equal(sayChange(changeOf(110, 100) ?? 0), '+10.0%')
  equal(sayChange(changeOf(50, 100) ?? 0), '−50.0%')
  equal(sayChange(changeOf(1099, 100) ?? 0), '+999.0%')
  equal(sayChange(changeOf(1_234_500, 100) ?? 0), '×12,345')
  equal(changeOf(50, 0), undefined)
})

test('a share never reads as whole while something is missing', () => {
  equal(sayPercent(9_999, 10_000), '99.9%')
  equal(sayPercent(10, 10), '100%')
  equal(sayPercent(0, 0), '—')
})

test('periods step over the turn of the year and span whole months', () => {
  equal(stepPeriod('2026-01', -1), '2025-12')
  equal(stepPeriod('2026', 1), '2027')
  deepEqual(daysOf('2026-12'), { from: '2026-12-01', to: '2027-01-01' })
  deepEqual(daysOf('2026'), { from: '2026-01-01', to: '2027-01-01' })
  equal(thisMonth(new Date('2026-10-31T16:30:00Z')), '2026-11')
  equal(sayPeriod('2026-11', 'zh'), '2026年11月')
  equal(sayPeriod('2026-11', 'en'), 'November 2026')
})

test('times are said in China’s clock', () => {
  equal(sayTime('2026-11-24T16:05:00Z', 'zh'), '11月25日 00:05')
})

test('what is measured keeps its decimals', () => {
  deepEqual([1.7, 0.0008, 200_000, 17].map(number), ['1.7', '0.0008', '200,000', '17'])
})
