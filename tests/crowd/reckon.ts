import type pg from 'pg'
import { guestIdOf } from '../../server/kernel/http-visitor.ts'
import type { Acknowledged } from './buyers.ts'

export interface Reckoning {
  /** Acknowledged orders that are not in the database as they were acknowledged. */
  lost: number
  /** Browsers with more than one order. */
  doubled: number
  /** Acknowledged orders without their line or their held goods. */
  withoutStock: number
  /** Acknowledged orders without the payment they open, and acknowledged payments without their journal rows. */
  withoutJournal: number
  /** Transactions of the journal that do not sum to zero. */
  unbalanced: number
  /** Pieces in living orders beyond what lay on the shelf before the first of them. */
  oversold: number
}

/** What lies free on the shelf, by package; taken before anybody buys. */
export async function shelfOf(client: pg.Client): Promise<Map<string, number>> {
  const { rows } = await client.query<{ sku_id: string; free: number }>(
    'select sku_id, on_hand - held free from inventory.stock',
  )
  return new Map(rows.map((row) => [row.sku_id, row.free]))
}

/** Looks for every acknowledged order, its goods and its money; what an unanswered browser did may be there once or not. */
export async function reckon(
  client: pg.Client,
  acknowledged: readonly Acknowledged[],
  unanswered: readonly { guest: string }[],
  shelf: ReadonlyMap<string, number>,
): Promise<Reckoning> {
  await client.query(`create temporary table acknowledged (
    order_id uuid primary key, store_id uuid, sku_id uuid, quantity int, total bigint, guest_id text, paid boolean)`)
  await client.query(
    `insert into acknowledged select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::int[], $5::bigint[], $6::text[], $7::boolean[])`,
    [
      acknowledged.map((one) => one.orderId),
      acknowledged.map((one) => one.storeId),
      acknowledged.map((one) => one.skuId),
      acknowledged.map((one) => one.quantity),
      acknowledged.map((one) => one.total),
      acknowledged.map((one) => guestIdOf(decodeURIComponent(one.guest))),
      acknowledged.map((one) => one.paid),
    ],
  )
  const guests = [...acknowledged, ...unanswered].map((one) => guestIdOf(decodeURIComponent(one.guest)))
  const count = async (text: string, ...values: unknown[]) =>
    Number((await client.query<{ count: number }>(text, values)).rows[0]?.count)
  return {
    lost: await count(`select count(*) from acknowledged a where not exists (
      select from orders."order" o where o.store_id = a.store_id and o.id = a.order_id and o.total = a.total
        and o.guest_id = a.guest_id and (not a.paid or (o.paid_at is not null and o.state = 'paid')))`),
    doubled: await count(
      `select count(*) from (select guest_id from orders."order" where guest_id = any($1) group by 1 having count(*) > 1) g`,
      guests,
    ),
    withoutStock: await count(`select count(*) from acknowledged a where
      1 <> (select count(*) from orders.order_line l
        where l.store_id = a.store_id and l.order_id = a.order_id and l.sku_id = a.sku_id and l.quantity = a.quantity)
      or a.quantity <> (select coalesce(sum(m.held_change), 0) from inventory.movement m
        where m.reference = a.order_id and m.sku_id = a.sku_id and m.kind = 'hold')
      or a.quantity <> (select coalesce(sum(h.quantity), 0) from inventory.hold h where h.held_for = a.order_id and h.sku_id = a.sku_id)`),
    withoutJournal: await count(`select count(*) from acknowledged a where
      not exists (select from payments.intent i where i.pays_for = a.order_id and i.amount = a.total)
      or a.paid and (
        a.total <> (select coalesce(sum(j.amount), 0) from payments.journal_entry j
          where j.pays_for = a.order_id and j.account = 'provider_clearing')
        or 0 <> (select sum(j.amount) from payments.journal_entry j where j.pays_for = a.order_id))`),
    unbalanced: await count(`select count(*) from (
      select from payments.journal_entry group by transaction_id having sum(amount) <> 0) t`),
    oversold: await oversold(client, guests, shelf),
  }
}

async function oversold(client: pg.Client, guests: readonly string[], shelf: ReadonlyMap<string, number>) {
  const { rows } = await client.query<{ sku_id: string; sold: number }>(
    `select l.sku_id, sum(l.quantity)::int sold from orders."order" o
     join orders.order_line l on l.store_id = o.store_id and l.order_id = o.id
     where o.guest_id = any($1) and o.state <> 'cancelled' group by l.sku_id`,
    [guests],
  )
  return rows.reduce((sum, { sku_id, sold }) => sum + Math.max(0, sold - (shelf.get(sku_id) ?? 0)), 0)
}

/** Is everything settled that was under way: reactions done, and every charge told? */
export async function isSettled(client: pg.Client): Promise<boolean> {
  const found = await client.query<{ waiting: number }>(`select
    (select count(*) from kernel.reaction where run_at <= now() + interval '1 minute')
    + (select count(*) from payments.sandbox_charge where notify_at is not null) waiting`)
  return Number(found.rows[0]?.waiting) === 0
}
