import { type Db, row, rows, type Tx, transact } from '../../kernel/db.ts'
import { announce } from '../../kernel/events.ts'
import { every } from '../../kernel/schedule.ts'
import { addDays, type Day, dayOf } from '../../kernel/time.ts'
import { peopleWithDuty } from '../accounts/index.ts'
import { notify } from '../notices/index.ts'
import { productChanged } from './events.ts'
import { remindDays } from './rules.ts'

/**
 * At the first moment of a day in China: announces the products whose seals begin or end with it, for whoever keeps
 * ready-made pages. Days missed while the system was down are made up for. Reads need none of this.
 */
export async function changeSeals(tx: Tx, today: Day): Promise<number> {
  const before = await row<{ day: Day }>(tx, 'select day from catalog.seal_day where day < $1 for update', [today])
  if (!before) return 0
  await rows(tx, 'update catalog.seal_day set day = $1', [today])
  const products = await rows<{ productId: string }>(
    tx,
    `select product_id from catalog.certification where valid_to >= $1 and valid_to < $2
     union select product_id from catalog.certification where valid_from > $1 and valid_from <= $2`,
    [before.day, today],
  )
  await announce(tx, productChanged, ...products)
  await remindOfEnds(tx, today)
  return products.length
}

/** Tells owners 90, 30 and 7 days before a certificate ends, once each. */
async function remindOfEnds(tx: Tx, today: Day): Promise<void> {
  for (const days of remindDays) {
    const ending = await rows<{
      productId: string
      certificateNumber: string
      validTo: Day
      name: string
      merchantId: string
    }>(
      tx,
      `update catalog.certification c set reminded_days = $3 from catalog.product p
       where p.id = c.product_id and c.valid_to >= $1 and c.valid_to <= $2 and (c.reminded_days is null or c.reminded_days > $3)
         and c.verification_status <> 'rejected' and not p.is_sample
       returning c.product_id, c.certificate_number, c.valid_to, p.name, p.merchant_id`,
      [today, addDays(today, days), days],
    )
    for (const { productId, certificateNumber, validTo, name, merchantId } of ending) {
      const accountIds = await peopleWithDuty(tx, 'merchant_owner', { merchantId })
      const params = { name, number: certificateNumber, day: validTo }
      await notify(tx, { accountIds, key: 'catalog.notice.certificate_ends', params, path: `/products/${productId}` })
    }
  }
}

every(20, 'catalog.change_seals', async (db: Db) => {
  await transact(db, (tx) => changeSeals(tx, dayOf(new Date())))
})
