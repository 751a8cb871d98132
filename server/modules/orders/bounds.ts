/** The first and the last of some order ids: with them PostgreSQL leaves out the months that cannot hold these orders. */
export function boundsOf(ids: readonly string[]): [first: string | undefined, last: string | undefined] {
  const sorted = [...ids].sort()
  return [sorted[0], sorted.at(-1)]
}

/**
 * Where all of a batch is one store's, its key as one value beside the list of keys that $1 is: where stores are spread over
 * machines, only the machine of that store takes part then, and one that is lost holds up nobody else.
 */
export function ofOneStore(alias: string, storeIds: readonly string[]): string {
  return new Set(storeIds).size === 1 ? `and ${alias}.store_id = ($1::uuid[])[1]` : ''
}
