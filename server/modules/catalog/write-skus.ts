import { breaksUnique, change, type Db, rows, type Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import { makeGtin } from './gtin.ts'
import { skuLabelTwice } from './refusals.ts'
import type { NewSku } from './shapes.ts'

/** Adds skus to a product, each with a number of its own, in one statement. */
export async function addSkus(
  tx: Tx,
  productId: string,
  skus: readonly (NewSku & { position: number })[],
): Promise<void> {
  if (skus.length === 0) return
  const gtins = await nextGtins(tx, skus.length)
  const made = skus.map((sku, index) => ({ ...sku, id: newId(), gtin: gtins[index] }))
  await change(
    tx,
    `insert into catalog.sku (id, product_id, label, weight_grams, price, gtin, position)
     select id, $1, label, "weightGrams", price, gtin, position
     from jsonb_to_recordset($2::jsonb) as s(id uuid, label text, "weightGrams" int, price bigint, gtin text, position smallint)`,
    [productId, JSON.stringify(made)],
  ).catch((error) => {
    throw breaksUnique(error, 'one_sku_label')
      ? skuLabelTwice({ label: skus.map((sku) => sku.label).join('、') })
      : error
  })
}

/** Numbers for so many packages. A number once given is never given again, even if the product comes to nothing. */
export async function nextGtins(on: Db, count: number): Promise<string[]> {
  const numbers = await rows<{ n: number }>(on, `select nextval('catalog.gtin_number') n from generate_series(1, $1)`, [
    count,
  ])
  return numbers.map(({ n }) => makeGtin(n))
}
