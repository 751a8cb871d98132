import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'vitest'
import { change, type Db, rows, type Tx, transact } from '../../kernel/db.ts'
import { notAllowed } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { inDb, inTx, officer, person, refuses } from '../../kernel/testing.ts'
import { importPeople } from '../accounts/index.ts'
import {
  importCategories,
  importSignatureProducts,
  publishedIn,
  reviewSignatureProduct,
  signatureOf,
  signaturesIn,
  submitSignatureProduct,
  withdrawSignatureProduct,
} from './index.ts'
import {
  alreadyDecided,
  categoryTooWide,
  forbiddenWords,
  reasonNeeded,
  signatureExists,
  unknownSignature,
} from './refusals.ts'
import { county, foreign, township, village } from './testing.ts'

const proposal = { villageCode: village, categoryCode: 'fruit.peach', name: '阳山水蜜桃', story: '老桃园' }
const pass = { decision: 'pass' as const }

async function submit(tx: Tx, actor = officer(village)) {
  await importCategories(tx)
  return submitSignatureProduct(tx, actor, proposal)
}

async function officerAt(on: Db, divisionCode: string) {
  const actor = officer(divisionCode)
  const duties = [{ role: 'officer' as const, divisionCode }]
  await importPeople(on, [{ id: actor.accountId, duties, isSample: true }], 'a-secret-for-tests-only')
  return actor
}

const messages = (tx: Tx, accountId: string) =>
  rows<{ key: string }>(tx, 'select key from notices.notification where account_id = $1 order by id', [accountId]).then(
    (found) => found.map(({ key }) => key),
  )

test(
  'village proposes, township passes on, county confirms, and each next one is told',
  inTx(async (tx) => {
    const [first, second, third] = [
      await officerAt(tx, village),
      await officerAt(tx, township),
      await officerAt(tx, county),
    ]
    const { id } = await submit(tx, first)
    deepEqual(await messages(tx, second.accountId), ['catalog.notice.signature_submitted'])
    equal(await signatureOf(tx, village), undefined)
    equal((await reviewSignatureProduct(tx, second, id, pass)).state, 'townshipReviewed')
    deepEqual(await messages(tx, third.accountId), ['catalog.notice.signature_submitted'])
    equal((await reviewSignatureProduct(tx, third, id, pass)).state, 'published')
    deepEqual(await messages(tx, first.accountId), ['catalog.notice.signature_published'])
    equal((await signatureOf(tx, village))?.name, '阳山水蜜桃')
    deepEqual([...(await publishedIn(tx, [village, foreign]))], [village])
  }),
)

test(
  'each step belongs to exactly its own office',
  inTx(async (tx) => {
    await importCategories(tx)
    for (const other of [township, county, foreign])
      await refuses(submitSignatureProduct(tx, officer(other), proposal), notAllowed)
    await refuses(
      submitSignatureProduct(tx, person({ role: 'station_operator', divisionCode: village }), proposal),
      notAllowed,
    )
    const { id } = await submit(tx)
    for (const other of [village, county, '320206104000', '320000000000'])
      await refuses(reviewSignatureProduct(tx, officer(other), id, pass), notAllowed)
    await reviewSignatureProduct(tx, officer(township), id, pass)
    for (const other of [village, township, '320200000000', '320322000000'])
      await refuses(reviewSignatureProduct(tx, officer(other), id, pass), notAllowed)
  }),
)

test(
  'a return needs a reason, tells the village, and the village may propose again',
  inTx(async (tx) => {
    const proposer = await officerAt(tx, village)
    const { id } = await submit(tx, proposer)
    await refuses(reviewSignatureProduct(tx, officer(township), id, { decision: 'return' }), reasonNeeded)
    const returned = await reviewSignatureProduct(tx, officer(township), id, {
      decision: 'return',
      reason: '请补充面积',
    })
    deepEqual([returned.state, returned.returnReason], ['returned', '请补充面积'])
    deepEqual(await messages(tx, proposer.accountId), ['catalog.notice.signature_returned'])
    await refuses(reviewSignatureProduct(tx, officer(township), id, pass), alreadyDecided)
    equal((await submit(tx)).state, 'submitted')
  }),
)

test(
  'a village has one signature product at a time',
  inTx(async (tx) => {
    const { id } = await submit(tx)
    await refuses(submit(tx), signatureExists)
    await reviewSignatureProduct(tx, officer(township), id, pass)
    await refuses(withdrawSignatureProduct(tx, officer(county), id, '更换'), alreadyDecided)
    await reviewSignatureProduct(tx, officer(county), id, pass)
    await refuses(submit(tx), signatureExists)
    await refuses(withdrawSignatureProduct(tx, officer(village), id, '更换'), notAllowed)
    await withdrawSignatureProduct(tx, officer(county), id, '更换')
    await submit(tx)
  }),
)

test(
  'bad proposals are refused',
  inTx(async (tx) => {
    await importCategories(tx)
    const with_ = (changes: object) => submitSignatureProduct(tx, officer(village), { ...proposal, ...changes })
    await refuses(with_({ categoryCode: 'fruit' }), categoryTooWide)
    await refuses(with_({ name: '阳澄湖镇大闸蟹' }), forbiddenWords.registered_mark)
    await refuses(reviewSignatureProduct(tx, officer(township), newId(), pass), unknownSignature)
  }),
)

test(
  'of officers who decide at once, one does, and it counts once',
  inDb(async (db) => {
    const { id } = await transact(db, (tx) => submit(tx))
    const decide = (decision: 'pass' | 'return') =>
      transact(db, (tx) => reviewSignatureProduct(tx, officer(township), id, { decision, reason: '不全' }))
    const outcomes = await Promise.allSettled([decide('pass'), decide('return'), decide('pass')])
    equal(outcomes.filter((each) => each.status === 'fulfilled').length, 1)
    const deeds = await rows(db, `select 1 from kernel.audit_log where did = 'catalog.review_signature_product'`)
    equal(deeds.length, 1)
  }),
)

test(
  'of proposals sent at once, one stands',
  inDb(async (db) => {
    await importCategories(db)
    const propose = () => transact(db, (tx) => submitSignatureProduct(tx, officer(village), proposal))
    const outcomes = await Promise.allSettled([propose(), propose(), propose()])
    equal(outcomes.filter((each) => each.status === 'fulfilled').length, 1)
  }),
)

test(
  'many confirmed ones come in at once and are listed page by page',
  inTx(async (tx) => {
    await importCategories(tx)
    const codes = await rows<{ code: string }>(
      tx,
      `select code from divisions.division where level = 5 and code between '320206' and '320207' order by code limit 30`,
    )
    const many = codes.map(({ code }) => ({
      id: newId(),
      villageCode: code,
      categoryCode: 'fruit.peach',
      name: '水蜜桃',
      story: '',
      publishedOn: '2026-03-01',
      isSample: true,
    }))
    equal(await importSignatureProducts(tx, many), 30)
    equal(await importSignatureProducts(tx, many), 0)
    await change(
      tx,
      `update catalog.signature_product set state = 'withdrawn', return_reason = '更换' where village_code = $1`,
      [codes[0]?.code],
    )
    const first = await signaturesIn(tx, county, { state: 'published', limit: 20 })
    const second = await signaturesIn(tx, county, { state: 'published', limit: 20, cursor: first.next })
    equal(first.items.length + second.items.length, 29)
  }),
)
