import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'vitest'
import { change, row, rows, type Tx, transact } from '../../kernel/db.ts'
import { notAllowed, signInFirst } from '../../kernel/errors.ts'
import { unknownPhoto } from '../../kernel/files.ts'
import { newId } from '../../kernel/ids.ts'
import { guest, inDb, inTx, officer, person, refuses } from '../../kernel/testing.ts'
import { notVerified, unknownMerchant } from '../merchants/index.ts'
import {
  changeProduct,
  checks,
  createProduct,
  importCategories,
  importProducts,
  isGtin,
  type Product,
  productsById,
  productsOf,
  productsOnline,
  publishProduct,
  requireProduct,
  skusById,
  withdrawProduct,
} from './index.ts'
import {
  categoryTooWide,
  forbiddenWords,
  foreignVillage,
  notPublishable,
  notPublished,
  reasonNeeded,
  returnPolicyWorse,
  skuLabelTwice,
  skuNeeded,
  staleVersion,
  unknownCategory,
  unknownProduct,
  unknownSku,
} from './refusals.ts'
import { county, foreign, operatorOf, ownerOf, peaches, someMerchant, township, unverify, village } from './testing.ts'

/** What a form would send back after reading the product. */
const asRead = ({ version, name, categoryCode, villageCode, skus }: Product) => ({
  version,
  name,
  categoryCode,
  villageCode,
  skus: skus
    .filter((sku) => !sku.withdrawn)
    .map(({ id, label, weightGrams, price }) => ({ id, label, weightGrams, price })),
})

async function published(tx: Tx) {
  const merchantId = await someMerchant(tx)
  const owner = ownerOf(merchantId)
  const { id } = await createProduct(tx, owner, peaches(merchantId))
  return { merchantId, owner, product: await publishProduct(tx, owner, id) }
}

test(
  'a merchant’s product is a draft with numbers of its own and what its category gives',
  inTx(async (tx) => {
    const merchantId = await someMerchant(tx)
    const product = await createProduct(tx, ownerOf(merchantId), peaches(merchantId))
    equal(product.state, 'draft')
    equal(product.returnPolicy, product.category.returnPolicy)
    deepEqual(product.seasonMonths, product.category.seasonMonths)
    deepEqual(
      product.skus.map(({ label, price }) => [label, price]),
      [
        ['6 个装', 6800],
        ['12 个装', 12_800],
      ],
    )
    ok(product.skus.every(({ gtin }) => isGtin(gtin)))
    equal(new Set(product.skus.map(({ gtin }) => gtin)).size, 2)
    equal(product.isSample, true)
  }),
)

test(
  'a station puts in what its own village grows, and the merchant publishes it',
  inTx(async (tx) => {
    const merchantId = await someMerchant(tx)
    const product = await createProduct(tx, operatorOf(village), peaches(merchantId))
    equal(product.state, 'awaitingStore')
    await refuses(publishProduct(tx, operatorOf(village), product.id), notAllowed)
    equal((await publishProduct(tx, ownerOf(merchantId), product.id)).state, 'published')
    await refuses(changeProduct(tx, operatorOf(village), product.id, asRead(product)), notPublishable)
  }),
)

test(
  'nobody puts in products for foreign merchants or foreign villages',
  inTx(async (tx) => {
    const merchantId = await someMerchant(tx)
    const far = await someMerchant(tx, foreign)
    await refuses(createProduct(tx, guest(), peaches(merchantId)), signInFirst)
    await refuses(createProduct(tx, person(), peaches(merchantId)), notAllowed)
    await refuses(createProduct(tx, officer(village), peaches(merchantId)), notAllowed)
    await refuses(createProduct(tx, ownerOf(newId()), peaches(merchantId)), notAllowed)
    await refuses(createProduct(tx, operatorOf(foreign), peaches(merchantId)), notAllowed)
    await refuses(createProduct(tx, operatorOf(village), peaches(far)), notAllowed)
    await refuses(createProduct(tx, operatorOf(foreign), { ...peaches(merchantId), villageCode: foreign }), notAllowed)
    await refuses(
      createProduct(tx, ownerOf(merchantId), { ...peaches(merchantId), villageCode: foreign }),
      foreignVillage,
    )
    await refuses(createProduct(tx, ownerOf(newId()), peaches(newId())), unknownMerchant)
  }),
)

test(
  'words that may not stand in a name are refused, however they are written',
  inTx(async (tx) => {
    const merchantId = await someMerchant(tx)
    const named = (name: string) => createProduct(tx, ownerOf(merchantId), { ...peaches(merchantId), name })
    await refuses(named('阳澄湖镇大闸蟹'), forbiddenWords.registered_mark)
    await refuses(named('阳 澄·湖　镇大闸蟹'), forbiddenWords.registered_mark)
    await refuses(named('众筹桃园，年年分红'), forbiddenWords.investment)
    await refuses(named('国家级好桃'), forbiddenWords.absolute)
    await refuses(named('降血糖山药'), forbiddenWords.medical)
    const skus = [{ label: '特供装', weightGrams: 500, price: 100 }]
    await refuses(createProduct(tx, ownerOf(merchantId), { ...peaches(merchantId), skus }), forbiddenWords.state_supply)
    equal((await named('阳澄湖大闸蟹')).name, '阳澄湖大闸蟹')
    await change(tx, `update catalog.forbidden_word set in_force_to = '2026-06-01' where word = '国家级'`)
    equal((await named('国家级好桃')).name, '国家级好桃')
  }),
)

test(
  'the return rule may be better for buyers than the category’s, not worse',
  inTx(async (tx) => {
    const merchantId = await someMerchant(tx)
    const owner = ownerOf(merchantId)
    equal(
      (await createProduct(tx, owner, { ...peaches(merchantId), returnPolicy: 'sevenDay' })).returnPolicy,
      'sevenDay',
    )
    const vinegar = { ...peaches(merchantId), name: '香醋', categoryCode: 'processed.vinegar' }
    await refuses(createProduct(tx, owner, { ...vinegar, returnPolicy: 'perishableExempt' }), returnPolicyWorse)
    await refuses(createProduct(tx, owner, { ...vinegar, returnPolicy: 'confirmedExempt' }), returnPolicyWorse)
  }),
)

test(
  'a product stands in a narrow category and its packages have names of their own',
  inTx(async (tx) => {
    const merchantId = await someMerchant(tx)
    const with_ = (changes: object) => createProduct(tx, ownerOf(merchantId), { ...peaches(merchantId), ...changes })
    await refuses(with_({ categoryCode: 'fruit' }), categoryTooWide)
    await refuses(with_({ categoryCode: 'fruit.moon' }), unknownCategory)
    const twice = { label: '6 个装', weightGrams: 500, price: 100 }
    await refuses(with_({ skus: [twice, twice] }), skuLabelTwice)
    await refuses(with_({ photos: [newId()] }), unknownPhoto)
  }),
)

test(
  'a product goes on sale with a package and a verified merchant only',
  inTx(async (tx) => {
    const merchantId = await someMerchant(tx)
    const owner = ownerOf(merchantId)
    const bare = await createProduct(tx, owner, { ...peaches(merchantId), skus: [] })
    await refuses(publishProduct(tx, owner, bare.id), skuNeeded)
    const { id } = await createProduct(tx, owner, peaches(merchantId))
    await refuses(publishProduct(tx, ownerOf(newId()), id), notAllowed)
    await refuses(publishProduct(tx, owner, newId()), unknownProduct)
    await unverify(tx, merchantId)
    await refuses(publishProduct(tx, owner, id), notVerified)
  }),
)

test(
  'what is on sale cannot be published again, and what is not cannot be withdrawn',
  inTx(async (tx) => {
    const { owner, product } = await published(tx)
    await refuses(publishProduct(tx, owner, product.id), notPublishable)
    equal((await withdrawProduct(tx, owner, product.id)).state, 'withdrawn')
    await refuses(withdrawProduct(tx, owner, product.id), notPublished)
    equal((await publishProduct(tx, owner, product.id)).state, 'published')
  }),
)

test(
  'the county’s officer withdraws with a reason, other officers do not',
  inTx(async (tx) => {
    const { product } = await published(tx)
    await refuses(withdrawProduct(tx, officer(county), product.id), reasonNeeded)
    for (const other of [village, township, '320200000000', '320322000000'])
      await refuses(withdrawProduct(tx, officer(other), product.id, '冒用标志'), notAllowed)
    equal((await withdrawProduct(tx, officer(county), product.id, '冒用标志')).withdrawReason, '冒用标志')
  }),
)

test(
  'a change replaces the packages: changed, added, withdrawn, with their numbers kept',
  inTx(async (tx) => {
    const { owner, product } = await published(tx)
    const [small, large] = product.skus
    const after = await changeProduct(tx, owner, product.id, {
      ...asRead(product),
      skus: [
        // The two swap names in one go.
        { id: large?.id, label: '6 个装', weightGrams: 1500, price: 7200 },
        { label: '24 个装', weightGrams: 6000, price: 24_000 },
      ],
    })
    equal(after.version, product.version + 1)
    deepEqual(
      after.skus.map(({ label, price, withdrawn }) => [label, price, withdrawn]),
      [
        ['6 个装', 7200, false],
        ['24 个装', 24_000, false],
        ['6 个装', 6800, true],
      ],
    )
    equal(after.skus[0]?.gtin, large?.gtin)
    equal((await skusById(tx, [small?.id ?? ''])).get(small?.id ?? '')?.state, 'withdrawn')
    await refuses(changeProduct(tx, owner, product.id, { ...asRead(after), skus: [] }), skuNeeded)
  }),
)

test(
  'a package of another product cannot be changed along',
  inTx(async (tx) => {
    const { owner, product, merchantId } = await published(tx)
    const other = await createProduct(tx, ownerOf(merchantId), peaches(merchantId))
    const stolen = { id: other.skus[0]?.id, label: '偷来的', weightGrams: 1, price: 1 }
    await refuses(changeProduct(tx, owner, product.id, { ...asRead(product), skus: [stolen] }), unknownSku)
    equal((await requireProduct(tx, other.id)).skus[0]?.price, 6800)
  }),
)

test(
  'of two who change the same version, one is told to read again',
  inDb(async (db) => {
    const { owner, product } = await transact(db, published)
    const to = (name: string) =>
      transact(db, (tx) => changeProduct(tx, owner, product.id, { ...asRead(product), name }))
    const outcomes = await Promise.allSettled([to('早桃'), to('晚桃'), to('白桃')])
    equal(outcomes.filter((each) => each.status === 'fulfilled').length, 1)
    await refuses(to('再改'), staleVersion)
    equal((await requireProduct(db, product.id)).skus.length, 2)
  }),
)

test(
  'publishing races with a change that takes all packages away: never on sale without one',
  inDb(async (db) => {
    const { owner, id, read } = await transact(db, async (tx) => {
      const merchantId = await someMerchant(tx)
      const owner = ownerOf(merchantId)
      const product = await createProduct(tx, owner, peaches(merchantId))
      return { owner, id: product.id, read: asRead(product) }
    })
    await Promise.allSettled([
      transact(db, (tx) => publishProduct(tx, owner, id)),
      transact(db, (tx) => changeProduct(tx, owner, id, { ...read, skus: [] })),
    ])
    const after = await requireProduct(db, id)
    ok(after.state !== 'published' || after.skus.some((sku) => !sku.withdrawn))
  }),
)

test(
  'every step leaves its line in the audit trail',
  inTx(async (tx) => {
    const { owner, product } = await published(tx)
    await changeProduct(tx, owner, product.id, asRead(product))
    await withdrawProduct(tx, owner, product.id)
    const deeds = await rows<{ did: string }>(
      tx,
      'select did from kernel.audit_log where subject = $1 order by at, id',
      [`product:${product.id}`],
    )
    deepEqual(
      new Set(deeds.map(({ did }) => did)),
      new Set([
        'catalog.create_product',
        'catalog.publish_product',
        'catalog.change_product',
        'catalog.withdraw_product',
      ]),
    )
  }),
)

test(
  'many products come in at once with packages and certificates, and the checks hold',
  inDb(async (db) => {
    const merchantId = await someMerchant(db)
    const many = Array.from({ length: 2300 }, (_, n) => ({
      id: newId(),
      merchantId,
      villageCode: village,
      categoryCode: 'fruit.peach',
      name: `水蜜桃 ${n}`,
      publishedOn: '2026-06-01',
      skus: [
        { label: '小', weightGrams: 1500, price: 6800 },
        { label: '大', weightGrams: 3000, price: 12_800 },
      ],
      certifications: [
        {
          type: 'green' as const,
          certificateNumber: `GF320206${String(n).padStart(6, '0')}`,
          holder: '合作社',
          validFrom: '2025-01-01',
          validTo: '2027-12-31',
        },
      ],
      isSample: true,
    }))
    equal(await importProducts(db, many), 2300)
    equal(await importProducts(db, many.slice(0, 10)), 0)
    equal(await productsOnline(db), 2300)
    equal((await row<{ n: number }>(db, 'select count(*) n from catalog.sku'))?.n, 4600)
    const first = many[0]?.id ?? ''
    const one = (await productsById(db, [first], '2026-11-24')).get(first)
    deepEqual([one?.skus.length, one?.certifications.length, one?.category.code], [2, 1, 'fruit.peach'])
    const page = await productsOf(db, { merchantId }, { limit: 100 })
    const next = await productsOf(db, { divisionCode: county }, { limit: 100, cursor: page.next })
    equal(new Set([...page.items, ...next.items].map(({ id }) => id)).size, 200)
    for (const check of checks) {
      const { found, expected } = await check.run(db)
      deepEqual(found, expected, check.name)
    }
    equal(await importCategories(db), (await row<{ n: number }>(db, 'select count(*) n from catalog.category'))?.n)
  }),
)
