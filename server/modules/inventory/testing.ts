import { deepEqual } from 'node:assert/strict'
import type { Db } from '../../kernel/db.ts'
import { checks } from './checks.ts'
import { importStock } from './import-stock.ts'

/** Puts `quantity` of every sku on the shelf, from every lot. */
export async function stocked(tx: Db, goods: { skuIds: string[]; lotIds: string[] }, quantity: number): Promise<void> {
  await importStock(
    tx,
    goods.skuIds.flatMap((skuId) =>
      goods.lotIds.map((lotId, n) => ({
        skuId,
        lotId,
        harvestedOn: `2026-07-0${n + 2}`,
        received: quantity,
        shipped: 0,
        receivedAt: '2026-07-09T00:00:00Z',
        shippedAt: '2026-07-09T00:00:00Z',
      })),
    ),
  )
}

/** Every rule of the room holds. */
export async function allTrue(on: Db): Promise<void> {
  for (const check of checks) {
    const { found, expected } = await check.run(on)
    deepEqual(found, expected, check.name)
  }
}
