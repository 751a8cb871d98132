import { deepEqual, equal, ok } from 'node:assert/strict'
import { expect, test } from 'vitest'
import { inDb } from '../server/kernel/testing.ts'
import { addDays, dayOf } from '../server/kernel/time.ts'
import { secret } from '../server/modules/accounts/testing.ts'
import { certificates } from '../server/modules/catalog/rules.ts'
import { listOffers } from '../server/modules/stores/index.ts'
import { fillDemo } from './fill-demo.ts'
import { makeVillage, pairs } from './make-villages.ts'
import { chance } from './random.ts'

const today = dayOf(new Date())
const silent = () => ({ at() {}, done() {} })

function world(seed: number) {
  const luck = chance(seed)
  return pairs().map((pair, at) => makeVillage(pair, pair.village_code ?? '', '示例村', at + 1, today, luck))
}

test('the same seed gives the same marks, another seed others', () => {
  const marks = (seed: number) => world(seed).map(({ product }) => product.certifications)
  deepEqual(marks(1), marks(1))
  expect(marks(1)).not.toEqual(marks(2))
})

test('a mark has the form and the length of its kind, and says that it is a sample', () => {
  for (const { product } of world(1)) {
    for (const { type, certificateNumber, validFrom, validTo } of product.certifications) {
      const [said, number = ''] = certificateNumber.split('-')
      equal(said, '示例')
      expect(number).toMatch(certificates[type].form)
      const { years } = certificates[type]
      ok(years ? validTo && validTo <= addDays(validFrom, years * 365) : !validTo)
    }
  }
})

test('a geographical indication stays where its product comes from', () => {
  const pair = pairs().find(({ gi_type }) => gi_type) ?? {}
  const kinds = (village: string) =>
    makeVillage(pair, village, '示例村', 1, today, chance(1)).product.certifications.map(({ type }) => type)
  ok(kinds(pair.village_code ?? '').includes('geographicIndication'))
  ok(!kinds('320102001001').includes('geographicIndication'))
})

test(
  'in the demo world every filter of the market finds a product, and what ran out is not found',
  inDb(async (db) => {
    await fillDemo(db, secret, { villages: 270, orders: 270, seed: 1, today }, silent)
    const made = world(1).map(({ product }) => product)
    for (const type of ['geographicIndication', 'green', 'organic'] as const) {
      const having = made.filter((product) => product.certifications.some((mark) => mark.type === type))
      const valid = having.filter(({ certifications }) =>
        certifications.some((mark) => mark.type === type && !(mark.validTo && mark.validTo < today)),
      )
      ok(valid.length > 0)
      if (type !== 'geographicIndication') ok(valid.length < having.length, `${type}: nothing ran out`)
      const found: string[] = []
      for (let cursor: string | undefined; ; ) {
        const { items, next } = await listOffers(db, { certification: type, limit: 60, ...(cursor && { cursor }) })
        found.push(...items.map(({ productId }) => productId))
        if (!next) break
        cursor = next
      }
      deepEqual(found.toSorted(), valid.map(({ id }) => id).toSorted())
    }
  }),
)
