import { type Db, rows } from '../../kernel/db.ts'

type What = 'product_id' | 'village_code'

/** Where each file of a sitemap begins: the last key of the file before it, and an empty one for the first. */
export async function addressFiles(on: Db, what: What, perFile: number): Promise<string[]> {
  const found = await rows<{ key: string }>(
    on,
    `select key from (select key, row_number() over (order by key) nth, count(*) over () all_of_them
       from (select distinct ${what}::text key from stores.offer) k) n
     where nth % $1 = 0 and nth < all_of_them order by key`,
    [perFile],
  )
  return ['', ...found.map(({ key }) => key)]
}

/** The products (or villages with something on offer) after a key, and when each was last changed. */
export async function addressesAfter(
  on: Db,
  what: What,
  after: string,
  limit: number,
): Promise<{ key: string; changedAt: string }[]> {
  const none = what === 'product_id' ? '00000000-0000-0000-0000-000000000000' : ''
  return rows(
    on,
    what === 'product_id'
      ? `select product_id::text key, refreshed_at changed_at from stores.offer where product_id > $1::uuid
         order by product_id limit $2`
      : `select village_code key, max(refreshed_at) changed_at from stores.offer where village_code > $1
         group by village_code order by village_code limit $2`,
    [after || none, limit],
  )
}
