import { deepEqual, equal, ok } from 'node:assert/strict'
import fc from 'fast-check'
import { test } from 'vitest'
import { change, rows, type Tx } from '../../kernel/db.ts'
import { notAllowed } from '../../kernel/errors.ts'
import { when } from '../../kernel/events.ts'
import { newId } from '../../kernel/ids.ts'
import { inTx, officer, refuses } from '../../kernel/testing.ts'
import { dayOf, startOf } from '../../kernel/time.ts'
import { importPeople } from '../accounts/index.ts'
import { changeSeals } from './change-seals.ts'
import {
  addCertification,
  certificationsNewIn,
  createProduct,
  isGtin,
  makeGtin,
  productChanged,
  productsById,
  verifyCertification,
} from './index.ts'
import { badCertificateNumber, certificateExists, certificatePeriod, unknownCertification } from './refusals.ts'
import { county, ownerOf, peaches, someMerchant, village } from './testing.ts'

const green = {
  type: 'green' as const,
  certificateNumber: 'GF320206240001',
  holder: '桃源水蜜桃合作社',
  validFrom: '2026-01-01',
  validTo: '2026-11-30',
}

// A test's own ear, so that announcements leave a row to be counted.
when(productChanged, 'catalog.test_ear', async () => {})

async function someProduct(tx: Tx) {
  const merchantId = await someMerchant(tx)
  const owner = ownerOf(merchantId)
  return { merchantId, owner, productId: (await createProduct(tx, owner, peaches(merchantId))).id }
}

async function seals(tx: Tx, productId: string, day: string) {
  return (await productsById(tx, [productId], day)).get(productId)?.certifications.map(({ type }) => type)
}

test('every package number ends in its check digit, and a wrong digit shows', () => {
  const digit = fc.integer({ min: 0, max: 9 })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999_999_999 }), fc.nat(13), digit, (n, at, other) => {
      const gtin = makeGtin(n)
      const wrong = `${gtin.slice(0, at)}${other}${gtin.slice(at + 1)}`
      return isGtin(gtin) && gtin.startsWith('02') && (wrong === gtin || !isGtin(wrong))
    }),
  )
  // From the GS1 General Specifications: 629104150021-3 as GTIN-13.
  ok(isGtin('06291041500213'))
  ok(!isGtin('06291041500214'))
})

test(
  'a seal shows from its first day through its last and is gone the day after',
  inTx(async (tx) => {
    const { owner, productId } = await someProduct(tx)
    await addCertification(tx, owner, productId, green)
    deepEqual(await seals(tx, productId, '2025-12-31'), [])
    deepEqual(await seals(tx, productId, '2026-01-01'), ['green'])
    deepEqual(await seals(tx, productId, '2026-11-30'), ['green'])
    deepEqual(await seals(tx, productId, '2026-12-01'), [])
    // The day is China's: one minute before and at midnight there.
    equal(dayOf(new Date(startOf('2026-12-01').getTime() - 60_000)), '2026-11-30')
    equal(dayOf(startOf('2026-12-01')), '2026-12-01')
  }),
)

test(
  'at the turn of the day the products whose seals come or go are announced, once',
  inTx(async (tx) => {
    const { owner, productId } = await someProduct(tx)
    await addCertification(tx, owner, productId, green)
    const announced = async () =>
      (
        await rows(tx, `select 1 from kernel.reaction where name = 'catalog.test_ear' and payload->>'productId' = $1`, [
          productId,
        ])
      ).length
    const before = await announced()
    await change(tx, `update catalog.seal_day set day = '2026-11-29'`)
    equal(await changeSeals(tx, '2026-11-29'), 0)
    equal(await changeSeals(tx, '2026-11-30'), 0)
    equal(await changeSeals(tx, '2026-12-01'), 1)
    equal(await changeSeals(tx, '2026-12-01'), 0)
    equal(await announced(), before + 1)
    // Down over midnight and for days after: it is made up for.
    await change(tx, `update catalog.seal_day set day = '2025-12-30'`)
    equal(await changeSeals(tx, '2026-01-03'), 1)
  }),
)

test(
  'the owner is reminded once at each distance from the end',
  inTx(async (tx) => {
    const { merchantId, owner, productId } = await someProduct(tx)
    await change(tx, 'update catalog.product set is_sample = false where id = $1', [productId])
    const duties = [{ role: 'merchant_owner' as const, merchantId }]
    await importPeople(tx, [{ id: owner.accountId, duties, isSample: true }], 'a-secret-for-tests-only')
    await addCertification(tx, owner, productId, green)
    const told = async () =>
      (await rows(tx, `select 1 from notices.notification where key = 'catalog.notice.certificate_ends'`)).length
    await change(tx, `update catalog.seal_day set day = '2026-08-01'`)
    const counts: number[] = []
    for (const day of [
      '2026-08-31',
      '2026-09-01',
      '2026-10-31',
      '2026-11-01',
      '2026-11-23',
      '2026-11-24',
      '2026-12-01',
    ]) {
      await changeSeals(tx, day)
      counts.push(await told())
    }
    deepEqual(counts, [0, 1, 2, 2, 3, 3, 3])
  }),
)

test(
  'a certificate added late reminds once, not three times',
  inTx(async (tx) => {
    const { merchantId, owner, productId } = await someProduct(tx)
    await change(tx, 'update catalog.product set is_sample = false where id = $1', [productId])
    const duties = [{ role: 'merchant_owner' as const, merchantId }]
    await importPeople(tx, [{ id: owner.accountId, duties, isSample: true }], 'a-secret-for-tests-only')
    await addCertification(tx, owner, productId, green)
    await change(tx, `update catalog.seal_day set day = '2026-11-27'`)
    await changeSeals(tx, '2026-11-28')
    equal(
      (await rows(tx, `select 1 from notices.notification where key = 'catalog.notice.certificate_ends'`)).length,
      1,
    )
  }),
)

test(
  'only the merchant adds a certificate, once, in the form of its type',
  inTx(async (tx) => {
    const { owner, productId } = await someProduct(tx)
    await refuses(addCertification(tx, ownerOf(newId()), productId, green), notAllowed)
    const add = (changes: object) => addCertification(tx, owner, productId, { ...green, ...changes })
    await refuses(add({ certificateNumber: 'GF12' }), badCertificateNumber)
    await refuses(add({ type: 'organic' }), badCertificateNumber)
    await refuses(add({ validTo: undefined }), certificatePeriod)
    await refuses(add({ validTo: '2025-12-31' }), certificatePeriod)
    await refuses(add({ validTo: '2029-06-01' }), certificatePeriod)
    await refuses(add({ type: 'organic', certificateNumber: '001OP2600001', validTo: '2027-06-01' }), certificatePeriod)
    equal((await add({ certificateNumber: 'gf320206240001' })).certificateNumber, 'GF320206240001')
    await refuses(add({}), certificateExists)
    await add({ type: 'organic', certificateNumber: '12626000000000017', validTo: '2026-12-31' })
    equal(
      (await add({ type: 'geographicIndication', certificateNumber: 'AGI01234', validTo: undefined })).validTo,
      null,
    )
  }),
)

test(
  'the county looks a certificate up; a rejected one loses its seal at once',
  inTx(async (tx) => {
    const { owner, productId } = await someProduct(tx)
    const { id, verificationStatus } = await addCertification(tx, owner, productId, green)
    equal(verificationStatus, 'selfDeclared')
    await refuses(verifyCertification(tx, officer(village), id, 'rejected'), notAllowed)
    await refuses(verifyCertification(tx, officer(county), newId(), 'rejected'), unknownCertification)
    equal(
      (await verifyCertification(tx, officer(county), id, 'verifiedByRegistry')).verificationStatus,
      'verifiedByRegistry',
    )
    deepEqual(await seals(tx, productId, '2026-06-01'), ['green'])
    await verifyCertification(tx, officer(county), id, 'rejected')
    deepEqual(await seals(tx, productId, '2026-06-01'), [])
  }),
)

test(
  'new certificates of a year are counted once each, without renewals',
  inTx(async (tx) => {
    const { owner, productId, merchantId } = await someProduct(tx)
    const other = await createProduct(tx, owner, { ...peaches(merchantId), name: '早桃' })
    const before = await certificationsNewIn(tx, '2026')
    await addCertification(tx, owner, productId, green)
    await addCertification(tx, owner, other.id, green)
    await addCertification(tx, owner, productId, { ...green, certificateNumber: 'GF320206240002', isRenewal: true })
    equal((await certificationsNewIn(tx, '2026')) - before, 1)
  }),
)
