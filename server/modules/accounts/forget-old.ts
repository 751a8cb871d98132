import { change } from '../../kernel/db.ts'
import { every } from '../../kernel/schedule.ts'

// What has served its purpose is personal data without one.
every(3600, 'accounts.forget_old', async (db) => {
  await change(db, 'delete from accounts.session where expires_at < now()')
  await change(db, 'delete from accounts.verification where expires_at < now()')
  await change(db, 'delete from accounts.phone_code where expires_at < now()')
  await change(db, `delete from accounts.sms_outbox where at < now() - interval '1 day'`)
  await change(
    db,
    `delete from accounts.invitation where accepted_at is null and expires_at < now() - interval '30 days'`,
  )
  await change(db, `delete from kernel.attempt where window_start < now() - interval '2 days'`)
})
