import type { Check } from '../../kernel/checks.ts'
import { type Db, row } from '../../kernel/db.ts'

const none = (name: string, sql: string): Check => ({
  name,
  run: async (db: Db) => ({
    found: (await row<{ count: number }>(db, `select count(*) from ${sql}`))?.count,
    expected: 0,
  }),
})

/** What must always be true of stores and of what the market shows. */
export const checks: Check[] = [
  none(
    'stores.offers_belong_to_selling_stores',
    // A pause is followed by the market within moments; a minute is far beyond that.
    `stores.offer o join stores.store s on s.id = o.store_id
     where s.state not in ('active', 'paused') and not exists (select 1 from kernel.reaction where name like 'stores.refresh%')`,
  ),
  none(
    'stores.offers_have_their_packages',
    `stores.offer o where o.price <> coalesce((select min(price) from stores.offer_sku k where k.product_id = o.product_id), -1)`,
  ),
  none(
    'stores.offers_can_be_found',
    `stores.offer where length(words) = 0 or detail->>'productId' <> product_id::text`,
  ),
  none('stores.active_stores_were_opened', `stores.store where state = 'active' and opened_at is null`),
]
