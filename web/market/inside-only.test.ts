import { equal } from 'node:assert/strict'
import { test } from 'vitest'
import { insideOnly } from './inside-only.ts'

test('an address to come back to lies inside this site, however it is written', () => {
  for (const inside of ['/', '/orders?page=2', '/search?q=%E8%8C%B6#top']) equal(insideOnly(inside), inside)
  for (const outside of [
    'https://elsewhere.example',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/\t/elsewhere.example',
    '/\n/elsewhere.example',
    '/\r\nset-cookie: a=b',
    'javascript:alert(1)',
    '',
    undefined,
  ])
    equal(insideOnly(outside), undefined, String(outside))
})
