import { deepEqual, equal } from 'node:assert/strict'
import fc from 'fast-check'
import { test } from 'vitest'
import { transact } from '../../kernel/db.ts'
import { notAllowed, signInFirst } from '../../kernel/errors.ts'
import { announce } from '../../kernel/events.ts'
import { guest, inDb, inTx, officer, person, refuses } from '../../kernel/testing.ts'
import { addDays, startOf } from '../../kernel/time.ts'
import { drain } from '../../kernel/work.ts'
import { accountErased } from '../accounts/index.ts'
import { checks } from './checks.ts'
import { notify } from './notify.ts'
import { announcementsOf, publish, requireAnnouncement } from './publish.ts'
import './reactions.ts'
import { markAllRead, markRead, noticesOf, unreadOf } from './read-notices.ts'
import { periodMissing, unknownAnnouncement, unknownNotice } from './refusals.ts'
import { addWorkdays, isWorkday } from './workdays.ts'

const county = '320382000000'

test(
  'a message reaches those it is for, once each, and nobody else',
  inTx(async (tx) => {
    const [reader, other] = [person(), person()]
    await notify(tx, {
      accountIds: [reader.accountId, reader.accountId],
      key: 'kernel.sample',
      params: { n: 1 },
      path: '/x',
    })
    await notify(tx, { accountIds: [], key: 'kernel.sample' })
    for (let i = 0; i < 4; i++) await notify(tx, { accountIds: [reader.accountId], key: `notices.test_${i}` })
    const first = await noticesOf(tx, reader, { limit: 3 })
    const second = await noticesOf(tx, reader, { limit: 3, cursor: first.next })
    // Within one millisecond the order of messages is left to chance; that each comes once is not.
    const keys = [...first.items, ...second.items].map(({ key }) => key)
    deepEqual(keys.sort(), ['kernel.sample', 'notices.test_0', 'notices.test_1', 'notices.test_2', 'notices.test_3'])
    equal(second.next, undefined)
    deepEqual((await noticesOf(tx, other, { limit: 3 })).items, [])
    await refuses(noticesOf(tx, guest(), { limit: 3 }), signInFirst)

    const [notice] = first.items
    await refuses(markRead(tx, other, notice?.id ?? ''), unknownNotice)
    await markRead(tx, reader, notice?.id ?? '')
    equal(await unreadOf(tx, reader), 4)
    await markAllRead(tx, reader)
    equal(await unreadOf(tx, reader), 0)
  }),
)

test(
  'messages go with an erased account',
  inDb(async (db) => {
    const [reader, other] = [person(), person()]
    await transact(db, async (tx) => {
      await notify(tx, { accountIds: [reader.accountId, other.accountId], key: 'kernel.sample' })
      await announce(tx, accountErased, { accountId: reader.accountId })
    })
    await drain(db)
    deepEqual([await unreadOf(db, reader), await unreadOf(db, other)], [0, 1])
  }),
)

test(
  'an officer publishes for exactly the own division',
  inTx(async (tx) => {
    const input = {
      divisionCode: county,
      kind: 'publicNotice' as const,
      title: '示范村公示',
      body: '名单如下',
      workdays: 5,
    }
    await refuses(publish(tx, officer('320300000000'), input), notAllowed)
    await refuses(publish(tx, guest(), input), signInFirst)
    await refuses(publish(tx, officer(county), { ...input, workdays: undefined }), periodMissing)
    await refuses(publish(tx, officer(county), { ...input, kind: 'announcement' }), periodMissing)
    const notice = await publish(tx, officer(county), input, startOf('2026-11-20'))
    equal(notice.openUntil, '2026-11-27')
    deepEqual(await requireAnnouncement(tx, notice.id), notice)
    deepEqual((await announcementsOf(tx, county, { limit: 10 })).items, [notice])
    deepEqual((await announcementsOf(tx, '320300000000', { limit: 10 })).items, [])
    await refuses(requireAnnouncement(tx, person().accountId), unknownAnnouncement)
    for (const check of checks) deepEqual((await check.run(tx)).found, 0)
  }),
)

test('workdays skip weekends and holidays and count make-up days', () => {
  // The National Day of 2026 and its two make-up days, Sunday 20 September and Saturday 10 October.
  const calendar = new Map([
    ...[1, 2, 3, 4, 5, 6, 7].map((day) => [`2026-10-0${day}`, false] as const),
    ['2026-09-20', true] as const,
    ['2026-10-10', true] as const,
  ])
  equal(addWorkdays('2026-09-30', 3, calendar), '2026-10-10')
  equal(addWorkdays('2026-09-18', 1, calendar), '2026-09-20')
  equal(addWorkdays('2026-11-20', 0, calendar), '2026-11-20')
})

test('between a day and the n-th workday after it lie n workdays', () => {
  const day = fc.integer({ min: 0, max: 1500 }).map((n) => addDays('2024-01-01', n))
  const calendar = fc.array(fc.tuple(day, fc.boolean())).map((days) => new Map(days))
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 40 }), calendar, (from, n, days) => {
      const end = addWorkdays(from, n, days)
      let counted = 0
      for (let at = addDays(from, 1); at <= end; at = addDays(at, 1)) if (isWorkday(at, days)) counted++
      equal(counted, n)
      equal(isWorkday(end, days), true)
    }),
  )
})
