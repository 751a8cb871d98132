import { type Db, rows, type Tx, transact } from '../../kernel/db.ts'
import { every } from '../../kernel/schedule.ts'
import { addDays, type Day, dayOf } from '../../kernel/time.ts'
import { countyCodeOf } from '../divisions/index.ts'
import { columns } from './read-merchants.ts'
import { remindDays } from './rules.ts'
import type { Merchant } from './shapes.ts'
import { tellOfficers, tellOwner } from './tell-people.ts'

/** Once per merchant, two weeks before its verification ends: tells its county and its owner. */
export async function remindToVerify(tx: Tx, today: Day): Promise<number> {
  const due = await rows<Merchant>(
    tx,
    `update merchants.merchant set reminded_for = verify_again_on
     where id in (select id from merchants.merchant where state = 'verified' and verify_again_on <= $1
       and reminded_for is distinct from verify_again_on order by verify_again_on limit 500)
     returning ${columns}`,
    [addDays(today, remindDays)],
  )
  for (const merchant of due) {
    const day = { day: merchant.verifyAgainOn ?? '' }
    await tellOfficers(tx, countyCodeOf(merchant.villageCode), 'merchants.notice.verify_again', merchant, day)
    await tellOwner(tx, 'merchants.notice.verify_again', merchant, day)
  }
  return due.length
}

every(6 * 3600, 'merchants.remind_to_verify', async (db: Db) => {
  while ((await transact(db, (tx) => remindToVerify(tx, dayOf(new Date())))) === 500);
})
