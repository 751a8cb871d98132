import { badInput } from './errors.ts'

/** One page of a keyset listing: `next` is the cursor of the page after, absent on the last one. */
export interface Page<Item> {
  items: Item[]
  next?: string
}

/** Cuts `limit + 1` fetched rows to a page; the key of the last shown row is the cursor. */
export function pageOf<Item>(
  found: Item[],
  limit: number,
  keyOf: (item: Item) => readonly (string | number)[],
): Page<Item> {
  const items = found.slice(0, limit)
  const last = items.at(-1)
  return found.length > limit && last !== undefined ? { items, next: encodeCursor(keyOf(last)) } : { items }
}

/** A cursor is opaque to clients: the last row's key, as base64url JSON. */
export function encodeCursor(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url')
}

/** The key in a cursor, checked against the expected types; a cursor that was tampered with is bad input. */
export function decodeCursor(cursor: string, ...types: ('string' | 'number')[]): (string | number)[] {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(key) && key.length === types.length && key.every((part, i) => typeof part === types[i]))
      return key
  } catch {}
  throw badInput({ detail: 'cursor' }, 'cursor')
}
