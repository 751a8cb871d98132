import { equal } from 'node:assert/strict'
import { test } from 'vitest'
import { rows } from '../../kernel/db.ts'
import { inTx } from '../../kernel/testing.ts'
import { holdsOn } from './rules.ts'

test(
  'a rule begins and ends with the day in China, whatever day it is in Greenwich',
  inTx(async (tx) => {
    await rows(tx, `set local time zone 'UTC'`)
    const holds = async (utc: string) => {
      const found = await rows<{ name: string }>(
        tx,
        `select name from (values ('old', date '2026-01-01', date '2026-11-24'), ('new', date '2026-11-25', null))
           rule(name, valid_from, valid_to)
         where ${holdsOn(`timestamptz '${utc}'`)}`,
      )
      return found.map(({ name }) => name).join()
    }
    // Half past eleven at night in Greenwich is half past seven in the morning in China.
    equal(await holds('2026-11-24T23:30Z'), 'new')
    equal(await holds('2026-11-24T16:00Z'), 'new')
    equal(await holds('2026-11-24T15:59Z'), 'old')
    equal(await holds('2025-12-31T15:59Z'), '')
  }),
)
