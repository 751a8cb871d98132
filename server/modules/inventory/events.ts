import type { Tx } from '../../kernel/db.ts'
import { announce, event } from '../../kernel/events.ts'

/** What a buyer sees of the stock changed: it ran out, came back, or its small number moved. */
export const stockChanged = event<{ skuId: string }>('inventory.stock_changed')
/** An unpaid hold ran out and its goods are on the shelf again. */
export const holdExpired = event<{ heldFor: string }>('inventory.hold_expired')

/** Above this a buyer only reads "in stock"; at or below, the number itself. */
export const shownUpTo = 20

/** Announces the skus of which a buyer now sees something else than before. */
export async function announceSeen(
  tx: Tx,
  changes: readonly { skuId: string; before: number; after: number }[],
): Promise<void> {
  const seen = changes.filter(({ before, after }) => before !== after && Math.min(before, after) <= shownUpTo)
  await announce(tx, stockChanged, ...seen.map(({ skuId }) => ({ skuId })))
}
