import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'vitest'
import type { Db } from '../../kernel/db.ts'
import { inTx } from '../../kernel/testing.ts'
import { searchOffers, suggestWords, weighSuggestions } from './index.ts'
import { someShop } from './testing.ts'

const names = async (on: Db, q: string, filters = {}) =>
  (await searchOffers(on, { q, ...filters })).items.map((offer) => offer.name)

async function market(on: Db): Promise<void> {
  await someShop(on, { name: '阳山水蜜桃', nameEn: 'Yangshan honey peach no.12' })
  await someShop(on, {
    name: '固城湖大闸蟹',
    nameEn: 'Gucheng Lake hairy crab SKU-12-A',
    categoryCode: 'aquatic.crab',
    villageCode: '320118001218',
  })
  await someShop(on, {
    name: '洞庭碧螺春',
    nameEn: 'Dongting Biluochun tea p-12',
    categoryCode: 'tea.green',
    villageCode: '320118001218',
  })
}

test(
  'crab is found by its name, a part of it, pinyin, initials and English',
  inTx(async (tx) => {
    await market(tx)
    for (const q of [
      '大闸蟹',
      '蟹',
      '闸蟹',
      'dazhaxie',
      'dazha',
      'dzx',
      'DZX',
      'xie',
      'crab',
      'crabs',
      '大闸蟹 固城湖',
      'SKU-12-A',
      'sku-12',
      'gucheng crab',
    ]) {
      deepEqual(await names(tx, q), ['固城湖大闸蟹'], q)
    }
  }),
)

test(
  'peaches are found by place, in both scripts, and by code',
  inTx(async (tx) => {
    await market(tx)
    for (const q of [
      '阳山',
      '水蜜桃',
      '阳山镇',
      '桃源村',
      '惠山',
      '无锡',
      '桃',
      'Yangshan',
      'peach',
      'honey peaches',
      'yangshanshuimitao',
      'yssmt',
      'Huishan',
      'no.12',
      '黄桃',
    ]) {
      deepEqual(await names(tx, q), ['阳山水蜜桃'], q)
    }
    deepEqual(await names(tx, 'p-12'), ['洞庭碧螺春'])
  }),
)

test(
  'a misspelt word finds what was meant and says so',
  inTx(async (tx) => {
    await market(tx)
    const found = await searchOffers(tx, { q: 'yangshan peech' })
    equal(found.meant, 'yangshan peach')
    deepEqual(
      found.items.map((offer) => offer.name),
      ['阳山水蜜桃'],
    )
  }),
)

test(
  'one wrong character does not hide the others',
  inTx(async (tx) => {
    await market(tx)
    equal((await names(tx, '阳山水米桃'))[0], '阳山水蜜桃')
  }),
)

test(
  'a word is found by its sound, however its characters are miswritten, and the page says so',
  inTx(async (tx) => {
    await market(tx)
    for (const [typed, meant, name] of [
      ['大扎蟹', '大闸蟹', '固城湖大闸蟹'],
      ['固城大炸蟹', '固城大闸蟹', '固城湖大闸蟹'],
      ['阳山 水密桃', '阳山 水蜜桃', '阳山水蜜桃'],
      ['碧罗春', '碧螺春', '洞庭碧螺春'],
    ] as const) {
      const found = await searchOffers(tx, { q: typed })
      deepEqual([found.meant, ...found.items.map((offer) => offer.name)], [meant, name])
    }
  }),
)

test(
  'what is not there is not found, and nothing typed is an error',
  inTx(async (tx) => {
    await market(tx)
    deepEqual(await names(tx, '龙井'), [])
    for (const q of ["' or 1=1", '&|!:*()', "peach'':*", '\\', '<script>', '%', '🍑', 'a'.repeat(80)])
      ok(await names(tx, q))
  }),
)

test(
  'a search can be narrowed, put in the order of price and paged',
  inTx(async (tx) => {
    await market(tx)
    await someShop(tx, { name: '白凤水蜜桃', skus: 2 })
    deepEqual((await names(tx, '水蜜桃', { countyCode: '320206000000' })).sort(), ['白凤水蜜桃', '阳山水蜜桃'])
    deepEqual(await names(tx, '水蜜桃', { countyCode: '320118000000' }), [])
    deepEqual(await names(tx, '水蜜桃', { inSeason: 1 }), [])
    for (const sort of ['rank', 'price'] as const) {
      const first = await searchOffers(tx, { q: '水蜜桃', sort, limit: 1 })
      const second = await searchOffers(tx, { q: '水蜜桃', sort, limit: 1, cursor: first.next })
      deepEqual([...first.items, ...second.items].map((offer) => offer.name).sort(), ['白凤水蜜桃', '阳山水蜜桃'])
      equal(second.next, undefined)
    }
  }),
)

test(
  'a name weighs more than a place',
  inTx(async (tx) => {
    await someShop(tx, { name: '小龙虾' })
    await someShop(tx, { name: '桃源香米' })
    equal((await names(tx, '桃源'))[0], '桃源香米')
  }),
)

test(
  'typing suggests words by characters, pinyin and initials',
  inTx(async (tx) => {
    await market(tx)
    await weighSuggestions(tx)
    for (const begin of ['水蜜', 'shuim', 'smt']) ok((await suggestWords(tx, begin)).includes('水蜜桃'), begin)
    ok((await suggestWords(tx, 'pea')).includes('peach'))
    ok((await suggestWords(tx, '阳')).length <= 10)
    deepEqual(await suggestWords(tx, ' '), [])
  }),
)
