import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'vitest'
import { fenOf, gramsOf, labelOf, wrongNumber } from './draft-numbers.ts'

const peaches = { price: '12.8', weight: '5', pieces: '30' }

test('yuan become whole fen and jin whole grams', () => {
  equal(fenOf({ ...peaches, price: '0.29' }), 29)
  equal(fenOf({ ...peaches, price: '1.15' }), 115)
  equal(gramsOf({ ...peaches, weight: '0.25' }), 125)
})

test('a package is called as it is weighed', () => {
  deepEqual([2500, 250, 125, 750].map(labelOf), ['5 斤装', '0.5 斤装', '125 克装', '1.5 斤装'])
})

test('the first number that cannot be is named', () => {
  equal(wrongNumber(peaches), undefined)
  equal(wrongNumber({ price: '', weight: '', pieces: '' }), 'weight')
  equal(wrongNumber({ ...peaches, price: '0' }), 'price')
  equal(wrongNumber({ ...peaches, pieces: '' }), 'pieces')
  equal(wrongNumber({ ...peaches, weight: '2000', pieces: '999999' }), 'pieces')
})
