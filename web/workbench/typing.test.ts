import { equal } from 'node:assert/strict'
import { test } from 'vitest'
import { tidied, typed } from './typing.ts'

const type = (keys: string[], typing: Parameters<typeof typed>[2]) =>
  keys.reduce((value, key) => typed(value, key, typing), '')

test('a price takes one point and two digits after it', () => {
  const price = { most: 6, decimals: 2 }
  equal(type(['1', '2', '.', '8', '.', '5', '9'], price), '12.85')
  equal(type(['.', '5'], price), '0.5')
  equal(type(['0', '0', '7'], price), '7')
  equal(type(['1', '2', 'back', '3'], price), '13')
  equal(type([...'1234567'], price), '123456')
})

test('a code keeps its zeros and has no point', () => {
  equal(type(['0', '0', '4', '.', '2'], { most: 6, code: true }), '0042')
})

test('what is pasted is held to the same rules', () => {
  equal(tidied('￥１２．５0元', { most: 6, decimals: 2 }), '12.50')
  equal(tidied('199 0000-0001', { most: 11, code: true }), '19900000001')
})
