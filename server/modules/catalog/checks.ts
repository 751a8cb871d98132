import type { Check } from '../../kernel/checks.ts'
import { type Db, row, rows } from '../../kernel/db.ts'
import { isGtin } from './gtin.ts'

const none = (name: string, from: string): Check => ({
  name,
  run: async (db: Db) => ({
    found: (await row<{ count: number }>(db, `select count(*) from ${from}`))?.count,
    expected: 0,
  }),
})

export const checks: Check[] = [
  { name: 'catalog.gtins', run: async (db) => ({ found: await badGtins(db), expected: 0 }) },
  none(
    'catalog.categories_of_products',
    `catalog.product p where exists (select 1 from catalog.category below where below.parent_code = p.category_code)`,
  ),
  none(
    'catalog.products_on_sale_have_skus',
    `catalog.product p where state = 'published'
     and not exists (select 1 from catalog.sku s where s.product_id = p.id and not s.withdrawn)`,
  ),
  none(
    'catalog.return_rules',
    `catalog.product p join catalog.category g on g.code = p.category_code
     where array_position(array['perishableExempt', 'confirmedExempt', 'sevenDay'], p.return_policy)
         < array_position(array['perishableExempt', 'confirmedExempt', 'sevenDay'], g.return_policy)`,
  ),
  none(
    'catalog.products_in_their_county',
    `catalog.product p join merchants.merchant m on m.id = p.merchant_id where left(p.village_code, 6) <> left(m.village_code, 6)`,
  ),
  none(
    'catalog.signatures_in_villages',
    `catalog.signature_product s join divisions.division d on d.code = s.village_code where d.level <> 5`,
  ),
]

/** Read in portions of 20,000, so that a large catalogue does not fill the memory. */
async function badGtins(db: Db): Promise<number> {
  let bad = 0
  for (let after = ''; ; ) {
    const some = await rows<{ gtin: string }>(
      db,
      'select gtin from catalog.sku where gtin > $1 order by gtin limit 20000',
      [after],
    )
    bad += some.filter(({ gtin }) => !isGtin(gtin)).length
    const last = some.at(-1)
    if (!last) return bad
    after = last.gtin
  }
}
