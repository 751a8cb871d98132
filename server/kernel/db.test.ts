import assert from 'node:assert/strict'
import { test } from 'vitest'
import {
  breaksUnique,
  ComeAfter,
  change,
  connect,
  type Db,
  isOutOfReach,
  row,
  rows,
  send,
  type Tx,
  together,
  transact,
} from './db.ts'
import { inDb } from './testing.ts'

const table = (db: Db) => change(db, 'create table public.kept (n int primary key, note_text text)')
const kept = (db: Db) => row<{ count: number }>(db, 'select count(*) from public.kept')
const insert = (tx: Tx, n: number) => send(tx, 'insert into public.kept (n) values ($1)', [n])

test(
  'what is sent without waiting is committed with the rest, in order',
  inDb(async (db) => {
    await table(db)
    const seen = await transact(db, async (tx) => {
      await insert(tx, 1)
      await insert(tx, 2)
      const [first, second] = await Promise.all([
        rows<{ n: number }>(tx, 'select n from public.kept order by n'),
        row<{ noteText: string }>(tx, `update public.kept set note_text = 'x' where n = 2 returning note_text`),
      ])
      await insert(tx, 3)
      return [first.length, second?.noteText]
    })
    assert.deepEqual(seen, [2, 'x'])
    assert.equal((await kept(db))?.count, 3)
  }),
)

test(
  'a failure that nobody waited for undoes everything and is told as it was',
  inDb(async (db) => {
    await table(db)
    const twice = transact(db, async (tx) => {
      await insert(tx, 1)
      await insert(tx, 1)
    })
    await assert.rejects(twice, (error) => breaksUnique(error))
    const thenMore = transact(db, async (tx) => {
      await insert(tx, 1)
      await insert(tx, 1)
      await row(tx, 'select 1')
    })
    await assert.rejects(thenMore, (error) => breaksUnique(error))
    assert.equal((await kept(db))?.count, 0)
  }),
)

test(
  'a savepoint takes back what failed, also unawaited, and the rest stands',
  inDb(async (db) => {
    await table(db)
    await transact(db, async (tx) => {
      await insert(tx, 1)
      await change(tx, 'savepoint here')
      await insert(tx, 1)
      await assert.rejects(change(tx, 'release savepoint here'), (error) => breaksUnique(error))
      await change(tx, 'rollback to savepoint here')
      await insert(tx, 2)
    })
    assert.equal((await kept(db))?.count, 2)
  }),
)

test(
  'an error that is passed over inside a transaction is no success',
  inDb(async (db) => {
    await table(db)
    const passedOver = transact(db, async (tx) => {
      await insert(tx, 1)
      await change(tx, 'select 1 / 0').catch(() => {})
    })
    await assert.rejects(passedOver, /nothing was committed/)
    assert.equal((await kept(db))?.count, 0)
  }),
)

test(
  'a transaction that is over takes no more statements, and its connection serves the next',
  inDb(async (db) => {
    await table(db)
    let late: Tx | undefined
    await transact(db, async (tx) => {
      late = tx
    })
    await assert.rejects(change(late as Tx, 'select 1'))
    const [one, two] = await together(db, (on) =>
      Promise.all([row<{ n: number }>(on, 'select 1 n'), row<{ n: number }>(on, 'select 2 n')]),
    )
    assert.deepEqual([one?.n, two?.n], [1, 2])
  }),
)

test(
  'closing ends every connection, also where only plain SQL was asked',
  inDb(async (_db, { url }) => {
    const { db, pool, close } = connect(url, 2)
    await row(db, 'select 1')
    assert.equal(pool.totalCount, 1)
    await close()
    assert.equal(pool.totalCount, 0)
  }),
)

test(
  'a statement is described once to each connection, and answers the same ever after',
  inDb(async (db, { pool }) => {
    let described = 0
    pool.on('connect', (client) => {
      const { connection } = client as unknown as { connection: NodeJS.EventEmitter }
      connection.on('rowDescription', () => described++)
    })
    await table(db)
    const statement = `insert into public.kept (n, note_text) values ($1, $2) returning n, note_text, null::int nothing, '2026-02-03'::date as day, now() < 'infinity' as yes`
    await transact(db, async (tx) => {
      for (const n of [1, 2, 3])
        assert.deepEqual(await rows(tx, statement, [n, '一村']), [
          { n, noteText: '一村', nothing: null, day: '2026-02-03', yes: true },
        ])
      assert.equal(await change(tx, 'update public.kept set n = n + 10'), 3)
      assert.equal(await change(tx, 'update public.kept set n = n + 10'), 3)
      assert.deepEqual(await rows(tx, 'select n from public.kept where n > $1', [99]), [])
      assert.deepEqual(await rows(tx, 'select n from public.kept where n > $1 order by n', [22]), [{ n: 23 }])
    })
    assert.equal(described, 3)
    const unsent = { toJSON: () => assert.fail('cannot be written') }
    await assert.rejects(rows(db, 'select $1::jsonb', [unsent]), /cannot be written/)
    assert.deepEqual(await rows(db, 'select $1::jsonb as sent', [{ n: 1 }]), [{ sent: { n: 1 } }])
  }),
)

test(
  'what has to come after something else is undone, and done again once that is done; whoever never comes through is told so',
  inDb(async (db) => {
    await table(db)
    const add = (n: number) => (db: Db) => transact(db, (tx) => insert(tx, n))
    const afterThe = (n: number) =>
      transact(db, async (tx) => {
        await insert(tx, 0)
        if (!(await row(tx, 'select from public.kept where n = $1', [n]))) throw new ComeAfter(add(n))
      })
    await afterThe(1)
    assert.equal((await kept(db))?.count, 2)
    let tries = 0
    const never = transact(db, async () => {
      tries++
      throw new ComeAfter(async () => {})
    })
    await assert.rejects(never, (error) => error instanceof ComeAfter && isOutOfReach(error))
    assert.equal(tries, 3)
  }),
)
