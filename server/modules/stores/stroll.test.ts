import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'vitest'
import { inTx } from '../../kernel/testing.ts'
import { addressesAfter, addressFiles, pavilions, sellingVillages, variedOffers } from './index.ts'
import { someShop } from './testing.ts'

test(
  'prefectures take turns, a village is shown once, and what is in season comes first',
  inTx(async (tx) => {
    const nanjing = ['320115008208', '320115008007', '320115008008']
    for (const villageCode of [...nanjing, nanjing[0], '320507401203']) {
      await someShop(tx, { ...(villageCode ? { villageCode } : {}) })
    }
    const shown = await variedOffers(tx, { month: 5, day: '2026-05-01' })
    deepEqual(new Set(shown.map((offer) => offer.villageCode)), new Set([...nanjing, '320507401203']))
    equal(shown.length, 4)
    // Each prefecture shows one before any shows its second.
    equal(new Set(shown.slice(0, 2).map((offer) => offer.countyCode.slice(0, 4))).size, 2)
    const seasons = shown.map((offer) => offer.inSeason)
    deepEqual(seasons, [...seasons].sort().reverse())
    const first = new Set<string>()
    for (let day = 1; day <= 28; day++) {
      const [offer] = await variedOffers(tx, { month: 5, day: `2026-05-${day}`, limit: 1 })
      if (offer) first.add(offer.countyCode.slice(0, 4))
    }
    equal(first.size, 2)
  }),
)

test(
  'counties and villages with something on offer, and nothing else',
  inTx(async (tx) => {
    await someShop(tx, { villageCode: '320115008208' })
    await someShop(tx, { villageCode: '320115008208' })
    await someShop(tx, { villageCode: '320507401203' })
    const counties = await pavilions(tx)
    deepEqual(
      counties.map(({ code, name, villages, offers }) => [code, name, villages, offers]),
      [
        ['320115000000', '江宁区', 1, 2],
        ['320507000000', '相城区', 1, 1],
      ],
    )
    ok(counties[0]?.best.productId)
    deepEqual(
      (await sellingVillages(tx, { countyCode: '320115000000' })).map(({ code }) => code),
      ['320115008208'],
    )
    equal((await sellingVillages(tx)).length, 2)
  }),
)

test(
  'addresses come in files of their own, each product in one of them',
  inTx(async (tx) => {
    const made: string[] = []
    for (let at = 0; at < 5; at++) made.push((await someShop(tx, { villageCode: '320115008208' })).productId)
    const files = await addressFiles(tx, 'product_id', 2)
    equal(files.length, 3)
    const listed = []
    for (const after of files) listed.push(...(await addressesAfter(tx, 'product_id', after, 2)))
    deepEqual(
      listed.map(({ key }) => key),
      [...made].sort(),
    )
    deepEqual(await addressFiles(tx, 'village_code', 2), [''])
    deepEqual((await addressesAfter(tx, 'village_code', '', 10)).length, 1)
  }),
)
