import { expect, test } from 'vitest'
import { sayDay, sayMoment } from './days.tsx'

test('days are said as people say them, in China', () => {
  expect(sayDay('2026-11-04', 'zh', '2026-12-31')).toBe('11月4日')
  expect(sayDay('2025-11-04', 'zh', '2026-01-01')).toBe('2025年11月4日')
  expect(sayDay('2026-11-04', 'en', '2026-12-31')).toBe('4 Nov')
  expect(sayDay('2025-09-30', 'en', '2026-01-01')).toBe('30 Sept 2025')
  // Late in the evening in London it is the next day in China.
  expect(sayMoment('2020-12-31T16:05:00Z', 'zh')).toBe('2021年1月1日 00:05')
})
