import type { Actor } from '../../kernel/actor.ts'
import { countAttempt, hiddenIn, networkOf } from '../../kernel/attempts.ts'
import { change, type Db, row, type Tx } from '../../kernel/db.ts'
import { notFound } from '../../kernel/errors.ts'
import { idsOfNumber } from './order-number.ts'
import type { FindOrder, OrderKey } from './shapes.ts'

/**
 * Counts an attempt to find an order, by where it comes from and by the number asked for. Before the search and outside
 * its transaction: an attempt counts even when nothing is found.
 */
export async function countFinding(
  { db, settings }: { db: Db; settings: { secret: string } },
  { ip, orderNumber }: { ip: string; orderNumber: string },
): Promise<void> {
  const hashOf = (text: string) => hiddenIn(settings.secret, `orders.find/${text}`)
  await countAttempt(db, { what: 'orders.find', who: hashOf(networkOf(ip)), atMost: 20, seconds: 600 })
  await countAttempt(db, { what: 'orders.find', who: hashOf(orderNumber), atMost: 10, seconds: 3600 })
}

/**
 * Finds a guest's order by its number and the phone it was placed with, and lets this browser see it from now on. An
 * account's orders are seen by signing in. Callers count attempts first: the pair is a password of sorts.
 */
export async function findOrder(tx: Tx, actor: Actor, { orderNumber, phone }: FindOrder): Promise<OrderKey> {
  const ids = idsOfNumber(orderNumber)
  if (!ids) throw notFound({ what: 'order' })
  const found = await row<OrderKey>(
    tx,
    `select store_id, id order_id from orders."order"
     where order_number = $1 and phone = $2 and buyer_account_id is null and id >= $3 and id < $4 limit 1`,
    [orderNumber, phone, ids.from, ids.to],
  )
  if (!found) throw notFound({ what: 'order' })
  if (actor.guestId) {
    await change(
      tx,
      'insert into orders.order_viewer (guest_id, store_id, order_id) values ($1, $2, $3) on conflict do nothing',
      [actor.guestId, found.storeId, found.orderId],
    )
  }
  return found
}
