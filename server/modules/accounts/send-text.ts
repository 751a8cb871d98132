import type { Config } from '../../kernel/config.ts'
import { change, type Db } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import { smsNotSetUp } from './refusals.ts'
import { keyedHash } from './secrets.ts'

const patience = 5000

/**
 * Sends one text message, outside any transaction. The sandbox keeps it to be shown on screen; production posts it to
 * the operator's gateway (SMS_GATEWAY_URL), signed with our key. It is not queued: a code that comes late is useless,
 * and a queue would keep it in plain text; who waits in vain asks again.
 */
export async function sendText(db: Db, config: Config, phone: string, text: string): Promise<void> {
  if (config.sandbox) {
    await change(db, 'insert into accounts.sms_outbox (id, phone_number, text) values ($1, $2, $3)', [
      newId(),
      phone,
      text,
    ])
    return
  }
  const gateway = process.env.SMS_GATEWAY_URL
  if (!gateway) throw smsNotSetUp()
  const body = JSON.stringify({ phone, text, id: newId() })
  const answer = await fetch(gateway, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-signature': keyedHash('sms-gateway', config.secret, body) },
    body,
    signal: AbortSignal.timeout(patience),
  }).catch(() => undefined)
  if (!answer?.ok) throw smsNotSetUp()
}
