import { deepEqual, ok } from 'node:assert/strict'
import { test } from 'vitest'
import { type Db, rows } from '../server/kernel/db.ts'
import { inDb } from '../server/kernel/testing.ts'
import { fillDemo } from './fill-demo.ts'

const silent = () => ({ at: () => {}, done: () => {} })
const told = [
  'select * from orders."order" order by id',
  'select * from orders.order_line order by order_id, line',
  'select * from payments.journal_entry order by transaction_id, position',
  'select * from payments.refund order by id',
  'select * from logistics.shipment order by id',
  'select * from inventory.movement order by id',
  'select product_id, detail from stores.offer order by product_id',
  'select * from monitoring.sales order by division_code, month',
]

test('one seed makes one world, down to the ids of its orders', async () => {
  const worldOf = async () => {
    const world: unknown[][] = []
    const look = async (db: Db) => {
      await fillDemo(db, 'a-secret-of-tests-only', { villages: 20, orders: 60, seed: 5, today: '2026-11-20' }, silent)
      for (const sql of told) world.push(await rows(db, sql))
    }
    await inDb(look)()
    return world
  }
  const first = await worldOf()
  for (const [at, part] of first.entries()) ok(part.length > 0, told[at])
  deepEqual(await worldOf(), first)
})
