import { deepEqual } from 'node:assert/strict'
import { test } from 'vitest'
import { change, rows, type Tx } from './kernel/db.ts'
import { inTx } from './kernel/testing.ts'
import { modules, roomOrder } from './modules.ts'

interface ForeignKey {
  fromSchema: string
  fromTable: string
  toSchema: string
}

test(
  'foreign keys point only to rooms that a room names',
  inTx(async (tx) => {
    deepEqual(await foreignKeysBeyondTheList(tx), [])
  }),
)

test(
  'a foreign key from a room to one it does not name is caught',
  inTx(async (tx) => {
    await change(tx, 'create table divisions.upward (id uuid primary key references stores.store (id))')
    deepEqual(await foreignKeysBeyondTheList(tx), [
      { fromSchema: 'divisions', fromTable: 'upward', toSchema: 'stores' },
    ])
  }),
)

test(
  'every room has a schema of its own name, and there are no others',
  inTx(async (tx) => {
    deepEqual(await schemas(tx), ['kernel', ...roomOrder].sort())
    await change(tx, 'create schema attic')
    deepEqual(await schemas(tx), ['attic', 'kernel', ...roomOrder].sort())
  }),
)

test(
  'every table has a primary key',
  inTx(async (tx) => {
    deepEqual(await tablesWithoutKey(tx), [])
    await change(tx, 'create table orders.heap (id uuid)')
    deepEqual(await tablesWithoutKey(tx), [{ name: 'orders.heap' }])
  }),
)

async function foreignKeysBeyondTheList(tx: Tx): Promise<ForeignKey[]> {
  const keys = await rows<ForeignKey>(
    tx,
    `select distinct fn.nspname from_schema, fc.relname from_table, tn.nspname to_schema from pg_constraint k
       join pg_class fc on fc.oid = k.conrelid join pg_namespace fn on fn.oid = fc.relnamespace
       join pg_class tc on tc.oid = k.confrelid join pg_namespace tn on tn.oid = tc.relnamespace
     where k.contype = 'f' and fn.nspname <> tn.nspname`,
  )
  return keys.filter(({ fromSchema, toSchema }) => {
    const named = (modules as Record<string, readonly string[]>)[fromSchema]
    return toSchema !== 'kernel' && !named?.includes(toSchema)
  })
}

async function schemas(tx: Tx): Promise<string[]> {
  const found = await rows<{ name: string }>(
    tx,
    `select nspname as name from pg_namespace where nspname not like 'pg\\_%' and nspname not in ('information_schema', 'public')`,
  )
  return found.map(({ name }) => name).sort()
}

function tablesWithoutKey(tx: Tx): Promise<{ name: string }[]> {
  return rows<{ name: string }>(
    tx,
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and n.nspname = any($1)
       and not exists (select 1 from pg_constraint k where k.conrelid = c.oid and k.contype = 'p')`,
    [['kernel', ...roomOrder]],
  )
}
