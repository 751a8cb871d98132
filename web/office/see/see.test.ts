import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'vitest'
import { countyShapes, mapBox, prefectureShapes } from '../../ui/map/jiangsu.ts'
import { boundsOf, framed } from './bounds.ts'
import { outlinesFor } from './outlines.ts'
import { nameOnMap, namesThatFit, widthOf } from './place-names.ts'
import { type Figures, scaleFor } from './scale.ts'

const place = (part: Partial<Figures>): Figures => ({
  code: '320100000000',
  name: '南京市',
  nameEn: 'Nanjing',
  level: 2,
  sales: 0,
  gross: 0,
  refunded: 0,
  orders: 0,
  salesBefore: 0,
  salesYearAgo: 0,
  villages: 10,
  covered: 0,
  withProduct: 0,
  withStore: 0,
  withStation: 0,
  sampleOrders: 0,
  ...part,
})

test('bounds follow relative lines and later moves', () => {
  deepEqual(boundsOf('M10 10l5 0 0 5zM0 20l1 1z'), { x: 0, y: 10, width: 15, height: 11 })
})

test('every county and prefecture has its point inside its own box, and the frame holds the box', () => {
  for (const { d, x, y } of [...Object.values(countyShapes), ...Object.values(prefectureShapes)]) {
    const box = boundsOf(d)
    ok(x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height)
    const view = framed(box, mapBox.width / mapBox.height)
    ok(view.x <= box.x && view.x + view.width >= box.x + box.width)
    ok(view.y <= box.y && view.y + view.height >= box.y + box.height)
  }
})

test('a province shows prefectures, a prefecture its counties, a county points', () => {
  const cities = Object.keys(prefectureShapes).map((code) => ({ code: code.padEnd(12, '0') }))
  equal(outlinesFor('320000000000', cities).shapes.length, 13)
  deepEqual(
    outlinesFor('320500000000', [{ code: '320508000000' }, { code: '320576000000' }]).shapes.map(({ code }) => code),
    ['320508000000'],
    'a statistical zone has no outline and stands in the table only',
  )
  const county = outlinesFor('320118000000', [
    { code: '320118001000', lng: 118.87, lat: 31.33, coordKind: 'synthetic' },
    { code: '320118002000', lng: null, lat: null, coordKind: null },
  ])
  equal(county.shapes.length, 0)
  deepEqual(
    county.points.map(({ code, synthetic }) => [code, synthetic]),
    [['320118001000', true]],
  )
  ok(county.own)
})

test('coverage is read against five fixed steps; without a village there is nothing to shade', () => {
  const { stepOf } = scaleFor('coverage', [], 'zh')
  deepEqual(
    [0, 1, 2, 5, 8, 10].map((covered) => stepOf(place({ covered }))),
    [1, 1, 2, 3, 5, 5],
  )
  equal(stepOf(place({ villages: 0 })), undefined)
})

test('sales steps fit the places in view, from pale to dark, and no sale is hatched', () => {
  const places = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((n) => place({ sales: n * 1_000_000, orders: n }))
  const { stepOf, legend } = scaleFor('sales', places, 'zh')
  const steps = places.map((each) => stepOf(each) ?? 0)
  deepEqual([...steps].sort(), steps)
  equal(steps.at(-1), 5)
  equal(stepOf(place({ orders: 0 })), undefined)
  equal(legend.length, 5)
  equal(legend.at(0)?.words, '< 3万元')
  const two = [place({ sales: 356_060, orders: 32 }), place({ sales: 243_000, orders: 16 })]
  deepEqual(two.map(scaleFor('sales', two, 'zh').stepOf), [5, 1])
  deepEqual(scaleFor('sales', [place({})], 'zh').legend, [])
})

const named = (code: string, x: number, y: number, name: string, weight = 0) => ({
  code,
  spots: [{ x, y }],
  name,
  weight,
})

test('names that would lie on one another give way to the place that sells more, and none leaves the picture', () => {
  const fitting = namesThatFit(
    [
      named('a', 0, 0, '甲村', 1),
      named('b', 5, 2, '乙村', 9),
      named('c', 99, 2, '丙村'),
      named('d', 118, 40, '丁字村'),
    ],
    10,
    { left: -20, right: 120 },
  )
  deepEqual(Object.fromEntries(fitting), { b: { x: 5, y: 2 }, c: { x: 99, y: 2 }, d: { x: 105, y: 40 } })
})

test('a name stands elsewhere where a dot is in its way; only what is pointed at is named over a dot', () => {
  const [above, below, far] = [
    { x: 0, y: -12 },
    { x: 0, y: 12 },
    { x: 5, y: 60 },
  ] as const
  const dots = [{ x: 0, y: 0 }, { x: 10, y: -12 }, far]
  const standing = (weight: number, ...spots: { x: number; y: number }[]) =>
    namesThatFit([{ code: 'a', name: 'Nanjing', weight, spots }], 10, { left: -50, right: 50 }, dots).get('a')
  deepEqual(standing(1, above, below), below)
  equal(standing(1, above, far), undefined)
  deepEqual(standing(Infinity, above, far), above)
})

test('a Latin letter takes half the room of a Chinese sign, so more English names fit', () => {
  deepEqual(
    ['南京市', 'Ab', '（新）', ''].map((name) => Math.round(widthOf(name, 100))),
    [300, 110, 300, 0],
  )
  const fitting = (name: string) =>
    namesThatFit([named('a', 0, 0, name, 1), named('b', 60, 0, name)], 10, { left: -100, right: 200 }).size
  equal(fitting('Nanjing'), 2)
  equal(fitting('南京市玄武区路'), 1)
})

test('a map of towns says of each which one it is, not that it is a town', () => {
  deepEqual(
    ['Yangshan Town', 'Jiangning District', 'Rugao City Pig Farm', '阳山镇', 'Lüsi Virtual Community'].map(nameOnMap),
    ['Yangshan', 'Jiangning', 'Rugao City Pig Farm', '阳山镇', 'Lüsi Virtual Community'],
  )
})
