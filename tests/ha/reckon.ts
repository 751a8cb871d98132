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
}

/** Looks for every acknowledged order, its goods and its money; what an unanswered browser did may be there once or not. */
export async function reckon(
  client: pg.Client,
  acknowledged: readonly Acknowledged[],
  unanswered: readonly { guest: string }[],
): Promise<Reckoning> {
  await client.query(`create temporary table acknowledged (
    order_id uuid primary key, store_id uuid, sku_id uuid, total bigint, guest_id text, paid boolean)`)
  await client.query(
    `insert into acknowledged select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::bigint[], $5::text[], $6::boolean[])`,
    [
      acknowledged.map((one) => one.orderId),
      acknowledged.map((one) => one.storeId),
      acknowledged.map((one) => one.skuId),
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
        where l.store_id = a.store_id and l.order_id = a.order_id and l.sku_id = a.sku_id and l.quantity = 1)
      or 1 <> (select coalesce(sum(m.held_change), 0) from inventory.movement m
        where m.reference = a.order_id and m.sku_id = a.sku_id and m.kind = 'hold')
      or 1 <> (select count(*) from inventory.hold h where h.held_for = a.order_id and h.sku_id = a.sku_id)`),
    withoutJournal: await count(`select count(*) from acknowledged a where
      not exists (select from payments.intent i where i.pays_for = a.order_id and i.amount = a.total)
      or a.paid and (
        a.total <> (select coalesce(sum(j.amount), 0) from payments.journal_entry j
          where j.pays_for = a.order_id and j.account = 'provider_clearing')
        or 0 <> (select sum(j.amount) from payments.journal_entry j where j.pays_for = a.order_id))`),
  }
}

/** Is everything settled that was under way: reactions done, and every charge told? */
export async function isSettled(client: pg.Client): Promise<boolean> {
  const found = await client.query<{ waiting: number }>(`select
    (select count(*) from kernel.reaction where run_at <= now() + interval '1 minute')
    + (select count(*) from payments.sandbox_charge where notify_at is not null) waiting`)
  return Number(found.rows[0]?.waiting) === 0
}
