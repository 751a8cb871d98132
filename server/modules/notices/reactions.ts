import { change } from '../../kernel/db.ts'
import { when } from '../../kernel/events.ts'
import { every } from '../../kernel/schedule.ts'
import { accountErased } from '../accounts/index.ts'

// Messages tell of orders and reviews, so they go with the person they were for.
when(accountErased, 'notices.forget_account', async (tx, { accountId }) => {
  await change(tx, 'delete from notices.notification where account_id = $1', [accountId])
})

every(86_400, 'notices.forget_old', async (db) => {
  await change(db, `delete from notices.notification where at < now() - interval '400 days'`)
})
