/** The first and the last of some order ids: with them PostgreSQL leaves out the months that cannot hold these orders. */
export function boundsOf(ids: readonly string[]): [first: string | undefined, last: string | undefined] {
  const sorted = [...ids].sort()
  return [sorted[0], sorted.at(-1)]
}
