import { deepEqual, equal, ok } from 'node:assert/strict'
import fc from 'fast-check'
import { test } from 'vitest'
import { type Db, row, rows, type Tx, transact } from '../../kernel/db.ts'
import { notAllowed, signInFirst } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { guest, inDb, inTx, officer, person, refuses } from '../../kernel/testing.ts'
import { addDays } from '../../kernel/time.ts'
import { acceptInvitation, dutiesOf, importPeople } from '../accounts/index.ts'
import {
  asSeenBy,
  checks,
  correctMerchant,
  entrustMerchant,
  importMerchants,
  inviteMissingOwner,
  inviteOwner,
  isUscc,
  makeUscc,
  maySee,
  merchantsById,
  merchantsOf,
  registerMerchant,
  requireMerchant,
  returnMerchant,
  suspendMerchant,
  verifyMerchant,
} from './index.ts'
import {
  alreadyRegistered,
  badUscc,
  declarationNeeded,
  noPhoneToInvite,
  notVerified,
  notWaiting,
  tooManyWaiting,
  unknownMerchant,
  usccNeeded,
} from './refusals.ts'
import { remindToVerify } from './remind-to-verify.ts'
import { verifyAgainOn } from './rules.ts'

const county = '320322000000'
const village = '320322101001'
const neighbour = '320322101002'
const elsewhere = '320206103211'

const farmer = (name = '张三') => ({
  kind: 'naturalPerson' as const,
  name,
  selfProduced: '自家三亩桃园，村西头',
  villageCode: village,
  contactName: name,
  contactPhone: '13812341234',
})
const cooperative = (n = 1) => ({
  kind: 'cooperative' as const,
  name: `第${n}合作社`,
  uscc: makeUscc(`93320322${String(n).padStart(9, '0')}`),
  villageCode: village,
  contactName: '李四',
  contactPhone: '13912345678',
})

async function account(on: Db, phone?: string) {
  const actor = person()
  await importPeople(
    on,
    [{ id: actor.accountId, name: '李四', isSample: true, ...(phone ? { phone } : {}) }],
    'a-secret-for-tests-only',
  )
  return actor
}
const ownerOf = (merchantId: string) => person({ role: 'merchant_owner', merchantId })
const told = (tx: Tx, key: string) =>
  rows<{ accountId: string }>(tx, 'select account_id from notices.notification where key = $1', [key])

test('credit codes of real companies are right, and no single mistake passes', () => {
  for (const code of ['91110000802100433B', '914403001922038216', '9144030071526726XG']) ok(isUscc(code), code)
  const digit = fc.integer({ min: 0, max: 9 }).map(String)
  const first17 = fc.array(digit, { minLength: 17, maxLength: 17 }).map((digits) => digits.join(''))
  fc.assert(
    fc.property(first17, fc.nat(17), digit, (first, at, other) => {
      const code = makeUscc(first)
      const wrong = code.slice(0, at) + other + code.slice(at + 1)
      return isUscc(code) && (wrong === code || !isUscc(wrong))
    }),
  )
  for (const bad of ['', '9111', 'I1110000802100433B', ' 91110000802100433B', '91110000802100433b'])
    ok(!isUscc(bad), bad)
})

test(
  'who registers themselves becomes the owner',
  inTx(async (tx) => {
    const actor = await account(tx)
    const merchant = await registerMerchant(tx, actor, farmer())
    equal(merchant.state, 'submitted')
    equal(merchant.selfProducedExempt, true)
    deepEqual(
      (await dutiesOf(tx, actor.accountId)).map(({ role, merchantId }) => ({ role, merchantId })),
      [{ role: 'merchant_owner', merchantId: merchant.id }],
    )
  }),
)

test(
  'a visitor registers nothing',
  inTx(async (tx) => {
    await refuses(registerMerchant(tx, guest(), farmer()), signInFirst)
  }),
)

test(
  'only a person who declares their own produce goes without a credit code',
  inTx(async (tx) => {
    const actor = await account(tx)
    const { selfProduced, ...silent } = farmer()
    await refuses(registerMerchant(tx, actor, silent), declarationNeeded)
    await refuses(registerMerchant(tx, actor, { ...cooperative(), uscc: undefined }), usccNeeded)
    await refuses(registerMerchant(tx, actor, { ...cooperative(), uscc: '933203220000000010' }), badUscc)
    ok(selfProduced)
  }),
)

test(
  'an officer or station operator of the place registers on behalf of someone, others do not',
  inTx(async (tx) => {
    const owner = await account(tx)
    const operator = person({ role: 'station_operator', divisionCode: village })
    const made = await registerMerchant(tx, operator, { ...farmer(), onBehalf: true, ownerAccountId: owner.accountId })
    equal((await dutiesOf(tx, owner.accountId))[0]?.merchantId, made.id)
    await registerMerchant(tx, officer(village), { ...cooperative(), onBehalf: true })
    const foreign = person({ role: 'station_operator', divisionCode: neighbour })
    await refuses(registerMerchant(tx, foreign, { ...farmer('王五'), onBehalf: true }), notAllowed)
    await refuses(registerMerchant(tx, person(), { ...farmer('王五'), onBehalf: true }), notAllowed)
  }),
)

test(
  'a double tap registers one merchant',
  inDb(async (db) => {
    const actor = await account(db)
    const tap = () => transact(db, (tx) => registerMerchant(tx, actor, farmer()))
    const taps = await Promise.allSettled([tap(), tap(), tap()])
    equal(taps.filter((each) => each.status === 'fulfilled').length, 1)
    await refuses(tap(), alreadyRegistered)
    equal((await row<{ n: number }>(db, 'select count(*) n from merchants.merchant'))?.n, 1)
  }),
)

test(
  'a person has at most five merchants waiting',
  inTx(async (tx) => {
    const actor = await account(tx)
    for (let n = 1; n <= 5; n++) await registerMerchant(tx, actor, cooperative(n))
    await refuses(registerMerchant(tx, actor, cooperative(6)), tooManyWaiting)
  }),
)

test(
  'only the county’s own officer verifies, and the payee is set',
  inTx(async (tx) => {
    const { id } = await registerMerchant(tx, await account(tx), farmer())
    for (const other of [village, '320322101000', '320300000000', '320000000000', '320206000000'])
      await refuses(verifyMerchant(tx, officer(other), id), notAllowed)
    const verified = await verifyMerchant(tx, officer(county), id)
    equal(verified.state, 'verified')
    equal(verified.payeeReference, `sandbox-${id}`)
    await refuses(verifyMerchant(tx, officer(county), newId()), unknownMerchant)
  }),
)

test(
  'of officers who decide at once, one does',
  inDb(async (db) => {
    const { id } = await transact(db, async (tx) => registerMerchant(tx, await account(tx), farmer()))
    const outcomes = await Promise.allSettled([
      transact(db, (tx) => verifyMerchant(tx, officer(county), id)),
      transact(db, (tx) => verifyMerchant(tx, officer(county), id)),
      transact(db, (tx) => returnMerchant(tx, officer(county), id, '证照不清')),
    ])
    equal(outcomes.filter((each) => each.status === 'fulfilled').length, 1)
  }),
)

test(
  'what was returned with a reason is corrected and waits again',
  inTx(async (tx) => {
    const chief = await account(tx)
    await importPeople(
      tx,
      [{ duties: [{ role: 'officer', divisionCode: county }], isSample: true }],
      'a-secret-for-tests-only',
    )
    const { id } = await registerMerchant(tx, chief, farmer())
    const returned = await returnMerchant(tx, officer(county), id, '请写清地块')
    deepEqual([returned.state, returned.returnReason], ['returned', '请写清地块'])
    deepEqual(await told(tx, 'merchants.notice.returned'), [{ accountId: chief.accountId }])
    await refuses(returnMerchant(tx, officer(county), id, '再退'), notWaiting)
    await refuses(correctMerchant(tx, person(), id, farmer()), notAllowed)
    const corrected = await correctMerchant(tx, ownerOf(id), id, { ...farmer(), selfProduced: '村西头三亩桃园' })
    deepEqual([corrected.state, corrected.returnReason], ['submitted', null])
    equal((await told(tx, 'merchants.notice.submitted')).length, 2)
    await verifyMerchant(tx, officer(county), id)
    await refuses(correctMerchant(tx, ownerOf(id), id, farmer()), notWaiting)
  }),
)

test(
  'a station may not move a merchant into a village that is not its own',
  inTx(async (tx) => {
    const operator = person({ role: 'station_operator', divisionCode: village })
    const { id } = await registerMerchant(tx, operator, { ...farmer(), onBehalf: true })
    await refuses(correctMerchant(tx, operator, id, { ...farmer(), villageCode: neighbour }), notAllowed)
  }),
)

test(
  'a suspended merchant sells again once it is verified again',
  inTx(async (tx) => {
    const { id } = await registerMerchant(tx, await account(tx), cooperative())
    await refuses(suspendMerchant(tx, officer(county), id, '投诉'), notWaiting)
    await verifyMerchant(tx, officer(county), id)
    equal((await suspendMerchant(tx, officer(county), id, '投诉')).state, 'suspended')
    equal((await verifyMerchant(tx, officer(county), id)).state, 'verified')
  }),
)

test('a verification holds six months, also from the end of a long month', () => {
  equal(verifyAgainOn('2026-01-15'), '2026-07-15')
  equal(verifyAgainOn('2026-08-31'), '2027-02-28')
  equal(verifyAgainOn('2026-12-31'), '2027-06-30')
})

test(
  'county and owner are reminded once before a verification ends',
  inTx(async (tx) => {
    const owner = await account(tx)
    const { id } = await registerMerchant(tx, owner, cooperative())
    const { verifyAgainOn: until } = await verifyMerchant(tx, officer(county), id)
    equal(await remindToVerify(tx, addDays(until ?? '', -15)), 0)
    equal(await remindToVerify(tx, addDays(until ?? '', -14)), 1)
    equal(await remindToVerify(tx, addDays(until ?? '', -13)), 0)
    deepEqual(await told(tx, 'merchants.notice.verify_again'), [{ accountId: owner.accountId }])
  }),
)

test(
  'the phone and name are masked for all but the owner',
  inTx(async (tx) => {
    const merchant = await registerMerchant(tx, await account(tx), farmer('王小明'))
    equal(asSeenBy(ownerOf(merchant.id), merchant).contactPhone, '13812341234')
    for (const actor of [officer(county), officer(village), person(), ownerOf(newId())]) {
      const seen = asSeenBy(actor, merchant)
      deepEqual([seen.contactPhone, seen.contactName, seen.payeeReference], ['138****1234', '王**', null])
    }
  }),
)

test(
  'a merchant’s file is seen by its owner and by who works there, not by neighbours',
  inTx(async (tx) => {
    const merchant = await registerMerchant(tx, await account(tx), farmer())
    ok(maySee(ownerOf(merchant.id), merchant))
    ok(maySee(officer(county), merchant))
    ok(maySee(person({ role: 'station_operator', divisionCode: village }), merchant))
    for (const actor of [person(), guest(), officer(neighbour), officer(elsewhere), ownerOf(newId())])
      ok(!maySee(actor, merchant))
  }),
)

test(
  'an owner or the county makes another person owner, a stranger does not',
  inTx(async (tx) => {
    const { id } = await registerMerchant(tx, officer(village), { ...farmer(), onBehalf: true })
    const [first, second] = [await account(tx), await account(tx)]
    await refuses(entrustMerchant(tx, first, id, first.accountId), notAllowed)
    await refuses(entrustMerchant(tx, officer(village), id, first.accountId), notAllowed)
    await entrustMerchant(tx, officer(county), id, first.accountId)
    await entrustMerchant(tx, ownerOf(id), id, second.accountId)
    equal((await dutiesOf(tx, second.accountId)).length, 1)
  }),
)

test(
  'whom a village registered is invited when the county verifies, and becomes the owner of the merchant',
  inTx(async (tx) => {
    const onBehalf = { ...farmer(), onBehalf: true }
    const merchant = await registerMerchant(tx, officer(village), onBehalf)
    await refuses(inviteOwner(tx, officer(county), merchant.id), notVerified)
    const verified = await verifyMerchant(tx, officer(county), merchant.id)
    for (const other of [village, '320300000000', '320206000000'])
      await refuses(inviteOwner(tx, officer(other), merchant.id), notAllowed)
    const invited = await inviteMissingOwner(tx, officer(county), verified)
    equal(invited?.phone, onBehalf.contactPhone)
    const token = invited?.invitation.token ?? ''
    const grower = await account(tx, onBehalf.contactPhone)
    equal((await acceptInvitation(tx, grower, { token })).accountId, grower.accountId)
    deepEqual(
      (await dutiesOf(tx, grower.accountId)).map(({ role, merchantId }) => [role, merchantId]),
      [['merchant_owner', merchant.id]],
    )
    equal(await inviteMissingOwner(tx, officer(county), verified), undefined)
    const desk = await registerMerchant(tx, officer(village), {
      ...cooperative(),
      contactPhone: '0516-82210000',
      onBehalf: true,
    })
    equal(await inviteMissingOwner(tx, officer(county), await verifyMerchant(tx, officer(county), desk.id)), undefined)
    await refuses(inviteOwner(tx, officer(county), desk.id), noPhoneToInvite)
  }),
)

test(
  'many merchants come in at once, a second time changes nothing, and the checks hold',
  inDb(async (db) => {
    const many = Array.from({ length: 2500 }, (_, n) => ({
      ...cooperative(n + 1),
      id: newId(),
      registeredOn: '2026-01-05',
      isSample: true,
    }))
    equal(await importMerchants(db, many), 2500)
    equal(await importMerchants(db, many), 0)
    const first = await merchantsOf(db, county, { limit: 2, state: 'verified' })
    const second = await merchantsOf(db, county, { limit: 2, state: 'verified', cursor: first.next })
    deepEqual(
      [...first.items, ...second.items].map(({ id }) => id),
      many
        .map(({ id }) => id)
        .sort()
        .slice(0, 4),
    )
    deepEqual((await merchantsOf(db, elsewhere)).items, [])
    equal((await merchantsById(db, [many[0]?.id ?? '', newId()])).size, 1)
    equal((await requireMerchant(db, many[0]?.id ?? '')).isSample, true)
    for (const check of checks) {
      const { found, expected } = await check.run(db)
      deepEqual(found, expected, check.name)
    }
  }),
)
