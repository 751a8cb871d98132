import { deepEqual, equal, ok } from 'node:assert/strict'
import fc from 'fast-check'
import { test } from 'vitest'
import { inLatin, placeInLatin, placeOf, shortName, spell, spellings } from '../divisions/index.ts'
import { distance, nearest } from './guess-words.ts'
import { offerWords } from './offer-words.ts'
import { allOf, readQuery } from './read-query.ts'
import { stem } from './segment.ts'

const query = (typed: string) => allOf(readQuery(typed))

test('a question is cut into words, and a long word into its pairs', () => {
  equal(query('蟹'), "'蟹'")
  equal(query('阳山 水蜜桃'), "'阳山' & '水蜜' & '蜜桃'")
  equal(query('无锡的桃'), "'无锡' & '桃'")
})

test('a Latin word may be the beginning of one; initials and codes are whole', () => {
  equal(query('Peaches'), "'peach':*")
  equal(query('dzx'), "'dzx':*")
  equal(query('yc'), "'yc'")
  equal(query('SKU-12-A'), "'sku-12-a'")
  equal(query('p-12'), "'p-12'")
})

test('nothing that is typed can break the search', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (typed) => {
      for (const term of readQuery(typed)) ok(/^('[^'\\]+'(:\*)?)( & '[^'\\]+'(:\*)?)*$/u.test(term.query), term.query)
    }),
  )
})

test('every word of an offer can stand in a tsvector', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (name) => {
      const words = offerWords({ names: [name], places: [], kinds: [], rest: [] })
      ok(words === '' || /^('[^'\\]+':1[A-D] ?)+$/u.test(words), words)
    }),
  )
})

test('one character finds a thing of that kind, not a place that happens to have it', () => {
  const words = offerWords({ names: ['阳湖大闸蟹'], places: ['桃源村'], kinds: ['水产'], rest: ['山里小店'] })
  for (const found of ['蟹', '大闸', '桃源', 'taoyuancun', '产', '山里']) ok(words.includes(`'${found}':`), found)
  for (const missing of ['桃', '村', '山']) ok(!words.includes(`'${missing}':`), missing)
})

test('places are read as their people read them, and as others guess', () => {
  equal(spell('大闸蟹').full, 'dazhaxie')
  equal(spell('盱眙').full, 'xuyi')
  deepEqual(
    spellings('六合').map((each) => each.full),
    ['luhe', 'liuhe'],
  )
  deepEqual(
    spellings('大圩').map((each) => each.full),
    ['dawei', 'daxu'],
  )
  equal(inLatin('阳山'), 'Yangshan')
  equal(inLatin('溱湖'), 'Qinhu')
})

test('a place is said without its committee', () => {
  equal(shortName('桃源村村委会'), '桃源村')
  equal(shortName('前洲社区居委会'), '前洲社区')
  equal(shortName('安居居委会'), '安居')
  equal(shortName('孙武花园社区居民委会'), '孙武花园社区', 'however the register miswrites it')
  const path = [
    { code: '320000000000', name: '江苏省', level: 'province' },
    { code: '320200000000', name: '无锡市', level: 'city' },
    { code: '320206000000', name: '惠山区', level: 'county' },
    { code: '320206103000', name: '阳山镇', level: 'township' },
    { code: '320206103211', name: '桃源村村委会', level: 'village' },
  ] as const
  equal(placeOf(path), '惠山区 桃源村')
  equal(placeInLatin(path), 'Taoyuan Village, Huishan')
})

test('plurals find their singular', () => {
  deepEqual(['peaches', 'berries', 'eggs', 'rice', 'lotus', 'radishes', 'tomatoes', 'asparagus', 'tea'].map(stem), [
    'peach',
    'berry',
    'egg',
    'rice',
    'lotus',
    'radish',
    'tomato',
    'asparagus',
    'tea',
  ])
})

test('a slip of the fingers finds the word that was meant', () => {
  equal(nearest('peech', ['rice', 'peach', 'pear']), 'peach')
  equal(nearest('dazhaixe', ['dazhaxie', 'dazha']), 'dazhaxie')
  equal(nearest('qqqq', ['peach']), undefined)
  equal(distance('carb', 'crab'), 1)
})

test('a distance is the same both ways and none only for the same word', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 })
  fc.assert(
    fc.property(word, word, (a, b) => {
      equal(distance(a, b), distance(b, a))
      equal(distance(a, b) === 0, a === b)
      ok(distance(a, b) <= Math.max(a.length, b.length))
    }),
  )
})
