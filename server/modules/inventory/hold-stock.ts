import { change, rows, type Tx } from '../../kernel/db.ts'
import { letExpiredGoFirst } from './end-holds.ts'
import { announceSeen } from './events.ts'
import { outOfStock } from './refusals.ts'

export interface HoldStock {
  heldFor: string
  expiresAt: string
  lines: readonly { skuId: string; quantity: number }[]
}

interface Held {
  sku: string
  wanted: number
  leftOver: number
  short: boolean
}

/**
 * Holds goods for an order: all lines, or a refusal that names what is short and how many are left. One round trip;
 * the rows are locked in the order of skus, so two orders never wait for each other in a circle. Runs within `transact`,
 * which does all of it again once expired holds are gone.
 */
export async function holdStock(tx: Tx, { heldFor, expiresAt, lines }: HoldStock): Promise<void> {
  const skuIds = lines.map((line) => line.skuId)
  const held = await rows<Held>(tx, 'select sku, wanted, left_over, short from inventory.hold_stock($1, $2, $3, $4)', [
    heldFor,
    expiresAt,
    skuIds,
    lines.map((line) => line.quantity),
  ])
  const [first] = held
  if (first?.short) {
    // Nobody is refused while goods remain: an unpaid hold whose time is up counts as goods.
    await letExpiredGoFirst(tx, skuIds, first.sku)
    const line = lines.findIndex(({ skuId }) => skuId === first.sku)
    throw outOfStock({ skuId: first.sku, wanted: first.wanted, left: first.leftOver }, `lines.${line}.quantity`)
  }
  await announceSeen(
    tx,
    held.map(({ sku, wanted, leftOver }) => ({ skuId: sku, before: leftOver + wanted, after: leftOver })),
  )
}

/** Keeps holds for good: the order is paid. Says for which of the orders goods are still held. */
export async function keepHold(tx: Tx, heldFor: readonly string[]): Promise<string[]> {
  // Locked in key order first, so that expiring and keeping meet on the first row and one of them takes all.
  await change(
    tx,
    `select 1 from inventory.hold where held_for = any($1) order by held_for, sku_id, lot_id for update`,
    [heldFor],
  )
  const kept = await rows<{ heldFor: string }>(
    tx,
    `with kept as (
       update inventory.hold set expires_at = null where held_for = any($1) returning held_for
     ) select distinct held_for from kept`,
    [heldFor],
  )
  return kept.map((each) => each.heldFor)
}
