import { expect, test } from 'vitest'
import { formFor } from './choose-form.ts'
import { drawPortrait } from './portrait.ts'
import { drawVillageScene, terrains } from './scene.ts'

const codes = Array.from({ length: 50 }, (_, i) => `3203221012${String(i).padStart(2, '0')}`)

test.each(terrains)('a village among %s fits 4 KB, is the same every time and unlike any other', (terrain) => {
  const scenes = codes.map((code) => drawVillageScene({ code, terrain }))
  expect(Math.max(...scenes.map((scene) => scene.length))).toBeLessThanOrEqual(4096)
  expect(new Set(scenes).size).toBe(codes.length)
  expect(drawVillageScene({ code: codes[3] ?? '', terrain })).toBe(scenes[3])
  for (const scene of scenes) expect(scene).not.toMatch(/style=|<script|NaN|undefined/)
})

test('a seal carries one character and nothing else', () => {
  expect(drawPortrait({ code: 'a', character: '易兆明' })).toContain('>易</text>')
  expect(drawPortrait({ code: 'a', character: '<b>' })).toContain('></text>')
})

test.each([
  ['盱眙龙虾香米', 'rice', 'rice'],
  ['淮阴红薯粉丝', 'noodle', 'noodle'],
  ['巴城阳澄湖大闸蟹', 'crab', 'crab'],
  ['淮阴黄鸡蛋', 'egg', 'egg'],
  ['高邮界首茶干', 'tofu', 'tofu'],
  ['双店百合花', 'flower', 'rose'],
  ['宜兴百合', 'garlic', 'lilyBulb'],
  ['常熟黄金小玉米', 'wheat', 'corn'],
  ['灌南金针菇', 'mushroom', 'needleMushroom'],
  ['无名之物', 'leafy', 'greens'],
  ['无名之物', 'unheard', 'basket'],
])('%s is drawn as %3$s', (name, kind, form) => {
  expect(formFor(kind, name)).toBe(form)
})
