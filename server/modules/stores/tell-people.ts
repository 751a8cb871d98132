import type { Tx } from '../../kernel/db.ts'
import { notify } from '../notices/index.ts'
import type { Store } from './store-shapes.ts'

/** Tells people what became of a store. */
export async function tell(tx: Tx, accountIds: string[], key: string, { id, name }: Store, params = {}): Promise<void> {
  if (accountIds.length) await notify(tx, { accountIds, key, params: { name, ...params }, path: `/stores/${id}` })
}
