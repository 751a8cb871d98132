import type { Actor } from '../../kernel/actor.ts'
import { change, type Db, row, rows } from '../../kernel/db.ts'
import { notFound, signInFirst } from '../../kernel/errors.ts'
import { every } from '../../kernel/schedule.ts'
import { regionName } from '../divisions/index.ts'
import { requireOffers } from '../stores/index.ts'
import { basketFull } from './refusals.ts'
import type { Address, BasketLineInput } from './shapes.ts'

const linesAtMost = 60

/** A basket belongs to a browser: it outlives signing in and out. A program without cookies has one per account. */
export function basketIdOf(actor: Actor): string {
  if (actor.guestId) return actor.guestId
  if (actor.accountId) return `account:${actor.accountId}`
  throw signInFirst()
}

// Each of these is one write: a transaction around it would only cost two more round trips.

/** Puts goods into the basket; more of the same adds up. */
export async function addToBasket(on: Db, actor: Actor, { skuId, quantity }: BasketLineInput): Promise<void> {
  const offer = (await requireOffers(on, [skuId])).get(skuId)
  if (!offer) throw notFound({ what: 'sku' })
  const added = await change(
    on,
    `insert into orders.basket_line as line (basket_id, store_id, sku_id, quantity)
     select $1, $2, $3, $4 where (select count(*) from orders.basket_line where basket_id = $1 and sku_id <> $3) < $5
     on conflict (basket_id, sku_id) do update set quantity = least(9999, line.quantity + excluded.quantity)`,
    [basketIdOf(actor), offer.storeId, skuId, quantity, linesAtMost],
  )
  if (added === 0) throw basketFull({ most: linesAtMost })
}

/** Sets how many of something are wanted; none takes it out. */
export async function setBasketLine(on: Db, actor: Actor, { skuId, quantity }: BasketLineInput): Promise<void> {
  const changed =
    quantity === 0
      ? await change(on, 'delete from orders.basket_line where basket_id = $1 and sku_id = $2', [
          basketIdOf(actor),
          skuId,
        ])
      : await change(on, 'update orders.basket_line set quantity = $3 where basket_id = $1 and sku_id = $2', [
          basketIdOf(actor),
          skuId,
          quantity,
        ])
  if (changed === 0 && quantity > 0) throw notFound({ what: 'basket line' })
}

/** Where the goods shall go. Kept with the basket, so that the next checkout begins with it. */
export async function setBasketAddress(on: Db, actor: Actor, address: Address): Promise<BasketAddress> {
  const name = await regionName(on, address.regionCode)
  await change(
    on,
    `insert into orders.basket_address (basket_id, recipient, phone, region_code, region_name, detail)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (basket_id) do update set recipient = excluded.recipient, phone = excluded.phone,
       region_code = excluded.region_code, region_name = excluded.region_name, detail = excluded.detail, updated_at = now()`,
    [basketIdOf(actor), address.recipient, address.phone, address.regionCode, name, address.detail],
  )
  return { ...address, regionName: name }
}

export interface BasketRow {
  storeId: string
  skuId: string
  quantity: number
}
export interface BasketAddress extends Address {
  regionName: string
}

/** What lies in the basket, first in first; nothing of it is checked against the market yet. */
export function basketLines(on: Db, basketId: string): Promise<BasketRow[]> {
  return rows(
    on,
    'select store_id, sku_id, quantity from orders.basket_line where basket_id = $1 order by added_at, sku_id',
    [basketId],
  )
}

export function basketAddress(on: Db, basketId: string): Promise<BasketAddress | undefined> {
  return row(
    on,
    'select recipient, phone, region_code, region_name, detail from orders.basket_address where basket_id = $1',
    [basketId],
  )
}

// A guest's cookie lasts ninety days; what nobody can come back to is removed, addresses first of all.
every(6 * 3600, 'orders.forget_baskets', async (db) => {
  await change(db, `delete from orders.basket_line where added_at < now() - interval '90 days'`)
  await change(db, `delete from orders.basket_address where updated_at < now() - interval '90 days'`)
  await change(db, `delete from orders.order_viewer where at < now() - interval '90 days'`)
})
