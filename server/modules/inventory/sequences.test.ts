import { deepEqual, equal } from 'node:assert/strict'
import fc from 'fast-check'
import { test } from 'vitest'
import { type Db, type Tx, transact } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import { inDb } from '../../kernel/testing.ts'
import { someGoods } from '../traceability/testing.ts'
import { releaseStock, returnStock, shipStock } from './end-holds.ts'
import { holdStock, keepHold } from './hold-stock.ts'
import { availabilityOf, stockOf } from './read-stock.ts'
import { outOfStock } from './refusals.ts'
import { allTrue, stocked } from './testing.ts'

const hour = 3_600_000
const orders = 5

type Act =
  | { act: 'hold'; order: number; sku: number; quantity: number; expired: boolean }
  | { act: 'keep' | 'release' | 'ship' | 'return' | 'spoil'; order: number }

const acts: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    act: fc.constant('hold' as const),
    order: fc.nat(orders - 1),
    sku: fc.nat(1),
    quantity: fc.integer({ min: 1, max: 9 }),
    expired: fc.boolean(),
  }),
  fc.record({
    act: fc.constantFrom('keep', 'release', 'ship', 'return', 'spoil'),
    order: fc.nat(orders - 1),
  }),
)

interface Held {
  sku: number
  quantity: number
  expired: boolean
}

/** The same acts on plain numbers: what the tables must agree with after every step. */
class Model {
  left = [12, 12]
  onHand = [12, 12]
  held = new Map<number, Held[]>()
  out = new Map<number, Held[]>()

  /** Expired holds on the wanted sku come back before anyone is refused, unless their order also holds something else. */
  hold({ order, sku, quantity, expired }: Extract<Act, { act: 'hold' }>): boolean {
    if ((this.left[sku] ?? 0) < quantity) {
      for (const [other, lines] of this.held) {
        if (lines.some((line) => line.sku === sku && line.expired) && lines.every((line) => line.sku === sku)) {
          this.end(
            other,
            lines.filter((line) => line.expired),
          )
        }
      }
    }
    if ((this.left[sku] ?? 0) < quantity) return false
    this.left[sku] = (this.left[sku] ?? 0) - quantity
    this.held.set(order, [...(this.held.get(order) ?? []), { sku, quantity, expired }])
    return true
  }

  end(order: number, lines: Held[]): void {
    for (const line of lines) this.left[line.sku] = (this.left[line.sku] ?? 0) + line.quantity
    const rest = (this.held.get(order) ?? []).filter((line) => !lines.includes(line))
    if (rest.length) this.held.set(order, rest)
    else this.held.delete(order)
  }

  run(step: Exclude<Act, { act: 'hold' }>): void {
    const lines = this.held.get(step.order) ?? []
    if (step.act === 'keep') for (const line of lines) line.expired = false
    if (step.act === 'release') this.end(step.order, lines)
    if (step.act === 'ship') {
      for (const line of lines) this.onHand[line.sku] = (this.onHand[line.sku] ?? 0) - line.quantity
      this.out.set(step.order, [...(this.out.get(step.order) ?? []), ...lines])
      this.held.delete(step.order)
    }
    if (step.act === 'return' || step.act === 'spoil') {
      for (const line of this.out.get(step.order) ?? []) {
        if (step.act === 'spoil') continue
        this.left[line.sku] = (this.left[line.sku] ?? 0) + line.quantity
        this.onHand[line.sku] = (this.onHand[line.sku] ?? 0) + line.quantity
      }
      this.out.delete(step.order)
    }
  }
}

const property = (db: Db) =>
  fc.asyncProperty(fc.array(acts, { minLength: 5, maxLength: 25 }), async (steps) => {
    const goods = await transact(db, async (tx) => {
      const goods = await someGoods(tx, { skus: 2, lots: 3 })
      await stocked(tx, goods, 4)
      return goods
    })
    const ids = Array.from({ length: orders }, () => newId())
    const model = new Model()
    for (const step of steps) {
      const heldFor = ids[step.order] as string
      if (step.act === 'hold') {
        // One order takes one kind of hold only, as in the shop: it is either running or out of time.
        const known = model.held.get(step.order)?.[0]
        const expired = known ? known.expired : step.expired
        if (known) continue
        const refused = await transact(db, (tx) =>
          holdStock(tx, {
            heldFor,
            expiresAt: new Date(Date.now() + (expired ? -hour : hour)).toISOString(),
            lines: [{ skuId: goods.skuIds[step.sku] as string, quantity: step.quantity }],
          }),
        ).catch((error) => error)
        equal(refused?.code, model.hold({ ...step, expired }) ? undefined : outOfStock.code)
      } else {
        await transact(db, (tx) => run(tx, step, heldFor))
        model.run(step)
      }
    }
    const left = await availabilityOf(db, goods.skuIds)
    deepEqual(
      goods.skuIds.map((id) => left.get(id)),
      model.left,
    )
    const stock = new Map((await stockOf(db, goods.skuIds)).map((sku) => [sku.skuId, sku.onHand]))
    deepEqual(
      goods.skuIds.map((id) => stock.get(id)),
      model.onHand,
    )
    await allTrue(db)
  })

async function run(tx: Tx, step: Exclude<Act, { act: 'hold' }>, heldFor: string) {
  if (step.act === 'keep') return keepHold(tx, [heldFor])
  if (step.act === 'release') return releaseStock(tx, [heldFor])
  if (step.act === 'ship') return shipStock(tx, [heldFor])
  return returnStock(tx, heldFor, step.act)
}

test(
  'whatever happens in whatever order, stock is what its movements say and never below zero',
  { timeout: 120_000 },
  inDb(async (db) => {
    await fc.assert(property(db), { numRuns: 60 })
  }),
)
