import type { Db } from '../../kernel/db.ts'

/** What a label says besides the parcel itself. */
export interface LabelFacts {
  orderNumber: string
  recipient: string
  phone: string
  regionName: string
  addressDetail: string
  /** `阳山水蜜桃 5斤装 ×2、…` */
  contents: string
  isSample: boolean
  /** The lots in the box, the one with the most pieces first. */
  lotNumbers: string[]
  /** A path on the market: that lot's trace page, or the product's for goods without a lot. */
  tracePath: string
}

type Source = (on: Db, key: { storeId: string; orderId: string }) => Promise<LabelFacts | undefined>

let source: Source | undefined

/**
 * Names where labels learn who receives a parcel. The room of orders, which stands above this one, knows; keeping it
 * there means that no second copy of a buyer's address has to be guarded and erased.
 */
export function labelFactsFrom(given: Source): void {
  source = given
}

/** What a label says, if the order is known. */
export async function findLabelFacts(
  on: Db,
  key: { storeId: string; orderId: string },
): Promise<LabelFacts | undefined> {
  return source?.(on, key)
}
