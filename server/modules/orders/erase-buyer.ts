import { change, type Tx } from '../../kernel/db.ts'
import { when } from '../../kernel/events.ts'
import { every } from '../../kernel/schedule.ts'
import { accountErased } from '../accounts/index.ts'

// Amounts, states and times of a sale are kept three years at least (电子商务法 第三十一条). Name, phone, address, words
// and photos of the buyer go as soon as the order has ended; a parcel that is on its way still needs them.
const eraseEnded = `with gone as (
    update orders."order" set recipient = '', phone = '', address_detail = '', note = '', erased_at = now()
    where erase_asked_at is not null and erased_at is null and state in ('completed', 'cancelled', 'refunded')
      and ($1::uuid is null or buyer_account_id = $1)
    returning store_id, id),
  shown as (
    select unnest(a.photos) photo from orders.after_sale a join gone g on a.store_id = g.store_id and a.order_id = g.id),
  wordless as (
    update orders.after_sale a set description = '', photos = '{}' from gone g
    where a.store_id = g.store_id and a.order_id = g.id)
  -- Photos that nothing shows any more are removed within the hour.
  update kernel.file set used = false from shown where id = shown.photo`

/** A person asked to be forgotten. */
when(accountErased, 'orders.erase_buyer', async (tx: Tx, { accountId, guestId }) => {
  await change(
    tx,
    `update orders."order" set erase_asked_at = now() where buyer_account_id = $1 and erase_asked_at is null`,
    [accountId],
  )
  // A basket belongs to a browser and outlives its orders; other browsers of theirs keep the same address.
  await change(
    tx,
    `delete from orders.basket_address a using orders."order" o
     where o.buyer_account_id = $1 and o.phone = a.phone and o.recipient = a.recipient`,
    [accountId],
  )
  await change(tx, eraseEnded, [accountId])
  for (const table of ['basket_line', 'basket_address']) {
    await change(tx, `delete from orders.${table} where basket_id = any($1)`, [[`account:${accountId}`, guestId]])
  }
})

every(3600, 'orders.erase_ended', async (db) => {
  await change(db, eraseEnded, [null])
})
