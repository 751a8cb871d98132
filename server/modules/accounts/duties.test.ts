import { deepEqual, equal, ok, rejects } from 'node:assert/strict'
import { test } from 'vitest'
import { type Actor, type Duty, type Role, systemActor } from '../../kernel/actor.ts'
import { change, type Db, row, rows, type Tx, transact } from '../../kernel/db.ts'
import { badInput, notAllowed, signInFirst } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { guest, inDb, inTx, person, refuses } from '../../kernel/testing.ts'
import { acceptInvitation, invitationOf } from './accept-invitation.ts'
import { auditTrail } from './audit-trail.ts'
import { checks } from './checks.ts'
import { giveConsent, hasConsent, withdrawConsent } from './consents.ts'
import { displayNames, dutiesIn, dutiesOf, peopleWithDuty } from './duties.ts'
import { endDuty } from './end-duty.ts'
import { eraseAccount } from './erase-account.ts'
import { giveDuty } from './give-duty.ts'
import { handOver } from './hand-over.ts'
import { importPeople } from './import-people.ts'
import { invite } from './invite.ts'
import { myData } from './my-data.ts'
import {
  dutiesFirst,
  invitationGone,
  invitedSomeoneElse,
  nothingToHandOver,
  toOneself,
  unknownAccount,
  unknownConsent,
  unknownDuty,
  usernameTaken,
  weakPassword,
  wrongScope,
} from './refusals.ts'
import { secret } from './testing.ts'

const county = '320382000000'
const otherCounty = '320322000000'
const city = '320300000000'

const admin = (divisionCode: string) => person({ role: 'admin', divisionCode })

test(
  'an administrator entrusts within the own subtree, and nobody else does',
  inTx(async (tx) => {
    const accountId = await someone(tx)
    const give = (actor: Actor, role: Role, divisionCode: string) =>
      giveDuty(tx, actor, { accountId, role, divisionCode })
    for (const role of ['officer', 'auditor', 'admin', 'station_operator'] as const)
      await give(admin(city), role, county)
    await refuses(give(admin(county), 'officer', otherCounty), notAllowed)
    await refuses(give(admin(county), 'officer', city), notAllowed)
    for (const role of ['officer', 'auditor', 'station_operator', 'store_owner'] as const) {
      await refuses(give(person({ role, divisionCode: county }), 'officer', county), notAllowed)
    }
    await refuses(give(guest(), 'officer', county), signInFirst)
    await give(person({ role: 'officer', divisionCode: county }), 'station_operator', county)
    equal((await dutiesOf(tx, accountId)).length, 4)
  }),
)

test(
  'a merchant staffs its own stores, and only the system makes merchant owners',
  inTx(async (tx) => {
    const accountId = await someone(tx)
    const [merchantId, storeId] = [newId(), newId()]
    const merchant = person({ role: 'merchant_owner', merchantId })
    await giveDuty(tx, merchant, { accountId, role: 'store_owner', storeId, storeMerchantId: merchantId })
    await giveDuty(tx, person({ role: 'store_owner', storeId }), { accountId, role: 'store_staff', storeId })
    await refuses(
      giveDuty(tx, merchant, { accountId, role: 'store_owner', storeId, storeMerchantId: newId() }),
      notAllowed,
    )
    await refuses(giveDuty(tx, merchant, { accountId, role: 'store_owner', storeId }), notAllowed)
    await refuses(giveDuty(tx, merchant, { accountId, role: 'merchant_owner', merchantId }), notAllowed)
    await giveDuty(tx, systemActor, { accountId, role: 'merchant_owner', merchantId })
    deepEqual(await peopleWithDuty(tx, 'store_staff', { storeId }), [accountId])
    deepEqual(await peopleWithDuty(tx, 'merchant_owner', { merchantId }), [accountId])
    equal((await dutiesIn(tx, { storeId }, { limit: 10 })).items.length, 2)
  }),
)

test(
  'a duty has exactly the scope of its role',
  inTx(async (tx) => {
    const accountId = await someone(tx)
    const give = (duty: Duty) => giveDuty(tx, systemActor, { accountId, ...duty })
    await refuses(give({ role: 'officer' }), wrongScope)
    const toAt = '2020-01-01T00:00:00Z'
    await refuses(giveDuty(tx, systemActor, { accountId, role: 'officer', divisionCode: county, toAt }), badInput)
    await refuses(give({ role: 'officer', storeId: newId() }), wrongScope)
    await refuses(give({ role: 'store_owner', divisionCode: county }), wrongScope)
    await refuses(give({ role: 'store_owner', storeId: newId(), merchantId: newId() }), wrongScope)
    await refuses(
      giveDuty(tx, systemActor, { accountId: newId(), role: 'officer', divisionCode: county }),
      unknownAccount,
    )
    const insert = `insert into accounts.duty (id, account_id, role, division_code, store_id) values ($1, $2, $3, $4, $5)`
    for (const values of [
      ['officer', null, newId()],
      ['store_owner', county, null],
      ['officer', county, newId()],
      ['king', county, null],
    ]) {
      await change(tx, 'savepoint before')
      await rejects(change(tx, insert, [newId(), accountId, ...values]), /violates check constraint/)
      await change(tx, 'rollback to savepoint before')
    }
  }),
)

test(
  'the same duty given twice is one, and ends at once',
  inTx(async (tx) => {
    const accountId = await someone(tx)
    const first = await giveDuty(tx, admin(county), { accountId, role: 'officer', divisionCode: county })
    deepEqual(await giveDuty(tx, admin(county), { accountId, role: 'officer', divisionCode: county }), first)
    await refuses(endDuty(tx, admin(otherCounty), first), notAllowed)
    await endDuty(tx, admin(city), first)
    deepEqual(await dutiesOf(tx, accountId), [])
    await refuses(endDuty(tx, admin(city), first), unknownDuty)
    const own = await giveDuty(tx, systemActor, { accountId, role: 'store_staff', storeId: newId() })
    await endDuty(tx, { accountId, duties: [], language: 'zh' }, own)
  }),
)

test(
  'of two who end a duty at once, one does',
  inDb(async (db) => {
    const [accountId] = await importPeople(db, [{ phone: '13912345678', isSample: true }], secret)
    const wanted = { accountId: accountId as string, role: 'officer', divisionCode: county } as const
    const dutyId = (await transact(db, (tx) => giveDuty(tx, systemActor, wanted))).dutyId
    await transact(db, async (early) => {
      await row(early, 'select now()')
      await transact(db, (tx) => endDuty(tx, admin(city), { dutyId }))
      await refuses(endDuty(early, admin(city), { dutyId }), unknownDuty)
    })
  }),
)

test(
  'a duty with an end ends by itself',
  inTx(async (tx) => {
    const accountId = await someone(tx)
    const toAt = new Date(Date.now() + 3600_000).toISOString()
    const { dutyId } = await giveDuty(tx, systemActor, { accountId, role: 'officer', divisionCode: county, toAt })
    equal((await dutiesOf(tx, accountId)).length, 1)
    await change(
      tx,
      `update accounts.duty set from_at = now() - interval '2 hours', to_at = now() - interval '1 hour' where id = $1`,
      [dutyId],
    )
    deepEqual(await dutiesOf(tx, accountId), [])
  }),
)

test(
  'an office moves as a whole, and nothing else moves',
  inTx(async (tx) => {
    const [from, to] = [await someone(tx), await someone(tx)]
    for (const role of ['officer', 'auditor'] as const)
      await giveDuty(tx, systemActor, { accountId: from, role, divisionCode: county })
    await giveDuty(tx, systemActor, { accountId: to, role: 'officer', divisionCode: county })
    await giveDuty(tx, systemActor, { accountId: from, role: 'officer', divisionCode: otherCounty })
    await giveDuty(tx, systemActor, { accountId: from, role: 'store_owner', storeId: newId() })
    await refuses(
      handOver(tx, admin(otherCounty), { fromAccountId: from, toAccountId: to, divisionCode: county }),
      notAllowed,
    )
    await refuses(
      handOver(tx, admin(county), { fromAccountId: from, toAccountId: from, divisionCode: county }),
      toOneself,
    )
    await refuses(
      handOver(tx, admin(county), { fromAccountId: from, toAccountId: newId(), divisionCode: county }),
      unknownAccount,
    )
    deepEqual(await handOver(tx, admin(county), { fromAccountId: from, toAccountId: to, divisionCode: county }), {
      moved: 2,
    })
    deepEqual(held(await dutiesOf(tx, to)), [`auditor ${county}`, `officer ${county}`])
    deepEqual(held(await dutiesOf(tx, from)), [`officer ${otherCounty}`, 'store_owner '])
    await refuses(
      handOver(tx, admin(county), { fromAccountId: from, toAccountId: to, divisionCode: county }),
      nothingToHandOver,
    )
  }),
)

test(
  'an office is handed over to someone who is still to come',
  inTx(async (tx) => {
    const from = await someone(tx)
    await giveDuty(tx, systemActor, { accountId: from, role: 'officer', divisionCode: county })
    const { moved, invitation } = await handOver(tx, admin(county), {
      fromAccountId: from,
      username: 'Li.Na',
      divisionCode: county,
    })
    deepEqual([moved, held(await dutiesOf(tx, from))], [0, [`officer ${county}`]])
    const token = invitation?.token ?? ''
    deepEqual((await invitationOf(tx, token)).username, 'li.na')
    const { accountId } = await acceptInvitation(tx, guest(), { token, password: 'a long enough password' })
    deepEqual([await dutiesOf(tx, from), held(await dutiesOf(tx, accountId))], [[], [`officer ${county}`]])
  }),
)

test(
  'an invitation works once, in time, and for the invited alone',
  inTx(async (tx) => {
    const [invited, stranger] = [await someone(tx, '13800000001'), await someone(tx, '13800000002')]
    const storeId = newId()
    const owner = person({ role: 'store_owner', storeId })
    const asks = { phone: '13800000001', role: 'store_staff' as const, storeId }
    await refuses(invite(tx, person(), asks), notAllowed)
    await refuses(invite(tx, owner, { ...asks, username: 'both' }), badInput)
    await refuses(invite(tx, admin(county), { phone: '13800000001', role: 'officer', divisionCode: county }), badInput)
    const { token } = await invite(tx, owner, asks)
    const kept = await row<{ tokenHash: string }>(
      tx,
      'select token_hash from accounts.invitation where not token_hash = $1',
      [token],
    )
    ok(kept && !kept.tokenHash.includes(token))
    equal(JSON.stringify(await invitationOf(tx, token)).includes('13800000001'), false)
    await undone(tx, () => refuses(acceptInvitation(tx, guest(), { token }), signInFirst))
    await undone(tx, () => refuses(acceptInvitation(tx, as(stranger), { token }), invitedSomeoneElse))
    await acceptInvitation(tx, as(invited), { token })
    deepEqual(held(await dutiesOf(tx, invited)), ['store_staff '])
    await refuses(acceptInvitation(tx, as(invited), { token }), invitationGone)
    await refuses(invitationOf(tx, token), invitationGone)
    const late = await invite(tx, owner, asks)
    await change(tx, `update accounts.invitation set expires_at = now() - interval '1 second' where id = $1`, [
      late.invitationId,
    ])
    await refuses(acceptInvitation(tx, as(invited), { token: late.token }), invitationGone)
    await refuses(acceptInvitation(tx, as(invited), { token: 'a-token-that-nobody-made' }), invitationGone)
  }),
)

test(
  'of two who accept at once, one does',
  inDb(async (db) => {
    const accountId = await transact(db, (tx) => someone(tx, '13800000001'))
    const storeId = newId()
    const { token } = await transact(db, (tx) =>
      invite(tx, systemActor, { phone: '13800000001', role: 'store_staff', storeId }),
    )
    const accept = () => transact(db, (tx) => acceptInvitation(tx, as(accountId), { token }))
    const outcomes = await Promise.allSettled([accept(), accept(), accept()])
    equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 1)
    for (const check of checks) {
      const { found, expected } = await check.run(db)
      deepEqual(found, expected, check.name)
    }
  }),
)

test(
  'an invitation by username makes the account, joins a phone account, or waits for its owner',
  inTx(async (tx) => {
    const asks = { role: 'officer' as const, divisionCode: county }
    const first = await invite(tx, admin(county), { ...asks, username: 'Zhao.Yi' })
    await undone(tx, () => refuses(acceptInvitation(tx, guest(), { token: first.token }), weakPassword))
    const made = await acceptInvitation(tx, guest(), {
      token: first.token,
      name: '赵一',
      password: 'a long enough password',
    })
    equal(made.madeUsername, 'zhao.yi')
    deepEqual([...(await displayNames(tx, [made.accountId])).values()], ['赵一'])

    const again = await invite(tx, admin(city), { role: 'auditor', divisionCode: county, username: 'zhao.yi' })
    await undone(tx, () =>
      refuses(acceptInvitation(tx, guest(), { token: again.token, password: 'not the owner at all' }), signInFirst),
    )
    const shopper = await someone(tx, '13800000003')
    await undone(tx, () =>
      refuses(
        acceptInvitation(tx, as(shopper), { token: again.token, password: 'not the owner at all' }),
        usernameTaken,
      ),
    )
    await acceptInvitation(tx, as(made.accountId), { token: again.token })
    equal((await dutiesOf(tx, made.accountId)).length, 2)

    const joins = await invite(tx, admin(county), { ...asks, username: 'qian.er' })
    deepEqual(await acceptInvitation(tx, as(shopper), { token: joins.token, password: 'a long enough password' }), {
      accountId: shopper,
      madeUsername: 'qian.er',
    })
    const third = await invite(tx, admin(county), { ...asks, username: 'sun.san' })
    await refuses(
      acceptInvitation(tx, as(shopper), { token: third.token, password: 'a long enough password' }),
      invitedSomeoneElse,
    )
  }),
)

test(
  'erasing an account forgets the person and keeps the number',
  inTx(async (tx) => {
    const phone = '13800000009'
    const accountId = await someone(tx, phone)
    const { dutyId } = await giveDuty(tx, systemActor, { accountId, role: 'store_staff', storeId: newId() })
    await giveConsent(tx, as(accountId), 'marketing')
    await refuses(eraseAccount(tx, as(accountId)), dutiesFirst)
    await endDuty(tx, systemActor, { dutyId })
    await change(
      tx,
      `insert into accounts.session (id, account_id, token, expires_at, created_at, updated_at)
     values ($1, $2, $3, now() + interval '1 day', now(), now())`,
      [newId(), accountId, newId()],
    )
    await change(tx, 'insert into accounts.sms_outbox (id, phone_number, text) values ($1, $2, $3)', [
      newId(),
      phone,
      'text',
    ])
    equal((await myData(tx, as(accountId))).account.phone, phone)
    await eraseAccount(tx, as(accountId))
    const everything = await rows(
      tx,
      `select row_to_json(a)::text from accounts.account a union all select row_to_json(s)::text from accounts.session s
     union all select row_to_json(m)::text from accounts.sms_outbox m union all select row_to_json(l)::text from kernel.audit_log l`,
    )
    equal(JSON.stringify(everything).includes(phone), false)
    equal(
      (await row<{ count: number }>(tx, 'select count(*) from accounts.session where account_id = $1', [accountId]))
        ?.count,
      0,
    )
    deepEqual([...(await displayNames(tx, [accountId])).values()], ['已注销用户'])
    equal(await hasConsent(tx, accountId, 'marketing'), false)
    await refuses(giveDuty(tx, systemActor, { accountId, role: 'officer', divisionCode: county }), unknownAccount)
  }),
)

test(
  'consents are given, taken back, and remembered',
  inTx(async (tx) => {
    const actor = as(await someone(tx))
    await refuses(withdrawConsent(tx, actor, 'marketing'), unknownConsent)
    await giveConsent(tx, actor, 'marketing')
    await giveConsent(tx, actor, 'marketing')
    await withdrawConsent(tx, actor, 'marketing')
    await giveConsent(tx, actor, 'marketing')
    const { consents } = await myData(tx, actor)
    deepEqual([consents.length, consents.filter(({ withdrawnAt }) => withdrawnAt === undefined).length], [2, 1])
  }),
)

test(
  'an auditor reads the trail of the own subtree only, page by page',
  inTx(async (tx) => {
    const accountId = await someone(tx)
    for (const divisionCode of [county, otherCounty, county, county]) {
      const { dutyId } = await giveDuty(tx, systemActor, { accountId, role: 'officer', divisionCode })
      await endDuty(tx, systemActor, { dutyId })
    }
    const auditor = person({ role: 'auditor', divisionCode: county }, { role: 'auditor', divisionCode: '320382101000' })
    const first = await auditTrail(tx, auditor, { limit: 4 })
    const second = await auditTrail(tx, auditor, { limit: 4, ...(first.next ? { cursor: first.next } : {}) })
    const lines = [...first.items, ...second.items]
    equal(second.next, undefined)
    equal(lines.filter(({ subject }) => subject === `account:${accountId}`).length, 6)
    deepEqual(new Set(lines.map(({ divisionCode }) => divisionCode)), new Set([county]))
    deepEqual(
      lines.map(({ id }) => id),
      lines
        .map(({ id }) => id)
        .sort()
        .reverse(),
    )
    await refuses(auditTrail(tx, auditor, { division: otherCounty, limit: 10 }), notAllowed)
    await refuses(auditTrail(tx, auditor, { division: city, limit: 10 }), notAllowed)
    await refuses(auditTrail(tx, person({ role: 'officer', divisionCode: county }), { limit: 10 }), notAllowed)
    const elsewhere = await auditTrail(tx, person({ role: 'admin', divisionCode: otherCounty }), {
      subject: `account:${accountId}`,
      limit: 10,
    })
    equal(elsewhere.items.length, 2)
  }),
)

const as = (accountId: string): Actor => ({ accountId, duties: [], language: 'zh' })
const held = (duties: Duty[]) => duties.map((duty) => `${duty.role} ${duty.divisionCode ?? ''}`).sort()

async function someone(db: Db | Tx, phone?: string): Promise<string> {
  const [id] = await importPeople(db, [{ name: '测试', isSample: true, ...(phone ? { phone } : {}) }], secret)
  return id ?? ''
}

async function undone(tx: Tx, work: () => Promise<void>): Promise<void> {
  await change(tx, 'savepoint before')
  await work()
  await change(tx, 'rollback to savepoint before')
}
