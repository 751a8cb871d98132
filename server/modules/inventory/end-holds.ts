import { ComeAfter, type Db, rows, type Tx, transact } from '../../kernel/db.ts'
import { announce } from '../../kernel/events.ts'
import { every } from '../../kernel/schedule.ts'
import { announceSeen, holdExpired } from './events.ts'

export interface Ended {
  heldFor: string
  skuId: string
  lotId: string
  quantity: number
}

/** Gives held goods back to the shelf: the order was cancelled. A repeat does nothing. */
export async function releaseStock(tx: Tx, heldFor: readonly string[]): Promise<Ended[]> {
  return end(tx, heldFor, 'release', false)
}

/** Sends held goods out and says from which lots they came. A repeat does nothing. */
export async function shipStock(tx: Tx, heldFor: readonly string[]): Promise<Ended[]> {
  return end(tx, heldFor, 'ship', false)
}

/** Takes back goods that were shipped: on the shelf again (`return`), or lost (`spoil`). Without lines, all of them. */
export async function returnStock(
  tx: Tx,
  heldFor: string,
  kind: 'return' | 'spoil',
  lines: readonly { skuId: string; quantity: number }[] = [],
): Promise<Ended[]> {
  const back = await rows<{ sku: string; lot: string; quantity: number; leftOver: number }>(
    tx,
    'select sku, lot, quantity, left_over from inventory.take_back($1, $2, $3, $4)',
    [heldFor, kind, lines.map((line) => line.skuId), lines.map((line) => line.quantity)],
  )
  if (kind === 'return') await announceLeft(tx, back)
  return back.map(({ sku, lot, quantity }) => ({ heldFor, skuId: sku, lotId: lot, quantity }))
}

/** Releases unpaid holds whose time is up, at most 1,000 orders a turn, and says so to the rooms above. */
export async function expireHolds(db: Db): Promise<number> {
  const due = await rows<{ heldFor: string }>(
    db,
    'select distinct held_for from (select held_for from inventory.hold where expires_at < now() limit 1000) due',
  )
  return releaseExpired(db, due)
}

/**
 * Lets expired holds go before somebody who is short of a sku is refused, those on his other skus with them. In a
 * transaction of its own: the orders may hold more, whose rows are out of the lock order for whoever has locked some already.
 */
export async function letExpiredGoFirst(tx: Tx, skuIds: readonly string[], shortOf: string): Promise<void> {
  const due = await rows<{ heldFor: string; helps: boolean }>(
    tx,
    `select held_for, bool_or(sku_id = $2) helps from (
       select held_for, sku_id from inventory.hold where sku_id = any($1) and expires_at < now()
       order by sku_id = $2 desc limit 1000) due
     group by held_for`,
    [skuIds, shortOf],
  )
  if (due.some(({ helps }) => helps)) throw new ComeAfter((db) => releaseExpired(db, due))
}

async function releaseExpired(db: Db, due: readonly { heldFor: string }[]): Promise<number> {
  if (due.length === 0) return 0
  return transact(db, async (tx) => {
    const heldFor = due.map((each) => each.heldFor)
    const ended = await end(tx, heldFor, 'release', true)
    const orders = [...new Set(ended.map((each) => each.heldFor))]
    await announce(tx, holdExpired, ...orders.map((heldFor) => ({ heldFor })))
    return orders.length
  })
}

async function end(
  tx: Tx,
  heldFor: readonly string[],
  how: 'release' | 'ship',
  onlyExpired: boolean,
): Promise<Ended[]> {
  const ended = await rows<{ heldFor: string; sku: string; lot: string; quantity: number; leftOver: number }>(
    tx,
    'select held_for, sku, lot, quantity, left_over from inventory.end_holds($1, $2, $3)',
    [heldFor, how, onlyExpired],
  )
  // Shipping takes goods that nobody could buy any more: what buyers see stays as it was.
  if (how === 'release') await announceLeft(tx, ended)
  return ended.map(({ heldFor, sku, lot, quantity }) => ({ heldFor, skuId: sku, lotId: lot, quantity }))
}

async function announceLeft(
  tx: Tx,
  back: readonly { sku: string; quantity: number; leftOver: number }[],
): Promise<void> {
  const bySku = new Map<string, { skuId: string; before: number; after: number }>()
  for (const { sku, quantity, leftOver } of back) {
    const known = bySku.get(sku) ?? { skuId: sku, before: leftOver, after: leftOver }
    bySku.set(sku, { ...known, before: known.before - quantity })
  }
  await announceSeen(tx, [...bySku.values()])
}

every(15, 'inventory.expire_holds', async (db) => {
  while ((await expireHolds(db)) > 0);
})
