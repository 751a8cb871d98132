import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'vitest'
import { systemActor } from '../../kernel/actor.ts'
import { type Db, transact } from '../../kernel/db.ts'
import { notAllowed } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { inDb, inTx, officer, person, refuses } from '../../kernel/testing.ts'
import { drain } from '../../kernel/work.ts'
import { giveDuty, importPeople, peopleWithDuty } from '../accounts/index.ts'
import { someGoods } from '../traceability/testing.ts'
import {
  closeDueStores,
  closeStore,
  openStore,
  pauseStore,
  requireStore,
  resumeStore,
  reviewStore,
  storeOf,
  storesIn,
} from './index.ts'
import { noticeTooShort, reasonMissing, storeExists, wrongStep } from './refusals.ts'

const county = officer('320206000000')
const ask = (merchantId: string) => ({ merchantId, name: '桃源小店', intro: '自家桃园' })

async function opened(on: Parameters<typeof openStore>[0]) {
  const { merchantId } = await someGoods(on)
  const owner = person({ role: 'merchant_owner', merchantId })
  return { owner, merchantId, store: await openStore(on, owner, ask(merchantId)) }
}

test(
  'a store is asked for and sells once the county confirms',
  inTx(async (tx) => {
    const { owner, merchantId, store } = await opened(tx)
    equal(store.state, 'submitted')
    await refuses(reviewStore(tx, officer('320206103000'), store.id, { decision: 'pass' }), notAllowed)
    await refuses(reviewStore(tx, officer('320200000000'), store.id, { decision: 'pass' }), notAllowed)
    await refuses(reviewStore(tx, owner, store.id, { decision: 'pass' }), notAllowed)
    equal((await reviewStore(tx, county, store.id, { decision: 'pass' })).state, 'active')
    await refuses(reviewStore(tx, county, store.id, { decision: 'pass' }), wrongStep)
    equal((await storeOf(tx, merchantId))?.id, store.id)
  }),
)

test(
  'a store is returned with a reason, by the county or a superior, and may be asked for again',
  inTx(async (tx) => {
    const { owner, merchantId, store } = await opened(tx)
    await refuses(reviewStore(tx, county, store.id, { decision: 'return' }), reasonMissing)
    const returned = await reviewStore(tx, officer('320200000000'), store.id, {
      decision: 'return',
      reason: '店名不合规',
    })
    deepEqual([returned.state, returned.returnReason], ['returned', '店名不合规'])
    const again = await openStore(tx, owner, ask(merchantId))
    equal((await storeOf(tx, merchantId))?.id, again.id)
  }),
)

test(
  'a merchant has one store',
  inTx(async (tx) => {
    const { owner, merchantId } = await opened(tx)
    await refuses(openStore(tx, owner, ask(merchantId)), storeExists)
  }),
)

test(
  'a stranger opens no store for a merchant',
  inTx(async (tx) => {
    const { merchantId } = await someGoods(tx)
    await refuses(openStore(tx, person({ role: 'merchant_owner', merchantId: newId() }), ask(merchantId)), notAllowed)
    await openStore(tx, person({ role: 'station_operator', divisionCode: '320206103211' }), ask(merchantId))
  }),
)

test(
  'a store rests and sells again at its keeper’s word',
  inTx(async (tx) => {
    const { owner, store } = await opened(tx)
    await refuses(pauseStore(tx, owner, store.id), wrongStep)
    await reviewStore(tx, county, store.id, { decision: 'pass' })
    equal((await pauseStore(tx, owner, store.id)).state, 'paused')
    await refuses(resumeStore(tx, person(), store.id), notAllowed)
    equal((await resumeStore(tx, owner, store.id)).state, 'active')
  }),
)

test(
  'a store that closes says so thirty days ahead and sells until then',
  inTx(async (tx) => {
    const { owner, store } = await opened(tx)
    await reviewStore(tx, county, store.id, { decision: 'pass' })
    await refuses(closeStore(tx, owner, store.id, '2026-12-01', '2026-11-24'), noticeTooShort)
    const closing = await closeStore(tx, owner, store.id, undefined, '2026-11-24')
    deepEqual([closing.state, closing.closingOn], ['active', '2026-12-24'])
    equal(await closeDueStores(tx, '2026-12-23'), 0)
    equal(await closeDueStores(tx, '2026-12-24'), 1)
    equal((await requireStore(tx, store.id)).state, 'closed')
  }),
)

test(
  'the merchant’s owner becomes the store’s owner',
  inTx(async (tx) => {
    const { merchantId, store } = await opened(tx)
    const accountId = await ownerAccount(tx, merchantId)
    await reviewStore(tx, county, store.id, { decision: 'pass' })
    deepEqual(await peopleWithDuty(tx, 'store_owner', { storeId: store.id }), [accountId])
  }),
)

test(
  'an officer finds the stores that wait inside a division',
  inTx(async (tx) => {
    const { store } = await opened(tx)
    const page = await storesIn(tx, '320206000000', { state: 'submitted' })
    deepEqual(
      page.items.map((each) => each.id),
      [store.id],
    )
    equal((await storesIn(tx, '320118000000', { state: 'submitted' })).items.length, 0)
  }),
)

test(
  'who becomes an owner after the county confirmed the store works for it, too',
  inDb(async (db) => {
    const { merchantId, store } = await transact(db, (tx) => opened(tx))
    const accountId = newId()
    await importPeople(db, [{ id: accountId, name: '王小明', phone: '13800000000', isSample: false }])
    await transact(db, (tx) => giveDuty(tx, systemActor, { accountId, role: 'merchant_owner', merchantId }))
    await drain(db)
    deepEqual(await peopleWithDuty(db, 'store_owner', { storeId: store.id }), [])
    const other = newId()
    await transact(db, (tx) => reviewStore(tx, county, store.id, { decision: 'pass' }))
    deepEqual(await peopleWithDuty(db, 'store_owner', { storeId: store.id }), [accountId])
    await importPeople(db, [{ id: other, name: '李小红', phone: '13800000001', isSample: false }])
    await transact(db, (tx) => giveDuty(tx, systemActor, { accountId: other, role: 'merchant_owner', merchantId }))
    await drain(db)
    deepEqual((await peopleWithDuty(db, 'store_owner', { storeId: store.id })).sort(), [accountId, other].sort())
  }),
)

async function ownerAccount(on: Db, merchantId: string): Promise<string> {
  const id = newId()
  await importPeople(on, [
    { id, name: '王小明', phone: '13800000000', duties: [{ role: 'merchant_owner', merchantId }], isSample: false },
  ])
  return id
}
