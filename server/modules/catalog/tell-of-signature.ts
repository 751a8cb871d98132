import type { Tx } from '../../kernel/db.ts'
import { notify } from '../notices/index.ts'
import type { SignatureProduct } from './shapes.ts'

/** Tells people what became of a signature product. */
export async function tellOfSignature(
  tx: Tx,
  accountIds: string[],
  key: string,
  { id, name }: SignatureProduct,
  params: { reason?: string } = {},
): Promise<void> {
  await notify(tx, { accountIds, key, params: { name, ...params }, path: `/signature-products/${id}` })
}

/** Who proposed it, if a person did. */
export const proposerOf = ({ submittedBy }: SignatureProduct) => (submittedBy ? [submittedBy] : [])
