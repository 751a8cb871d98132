import { countAttempt, countFrom } from '../../kernel/attempts.ts'
import type { Config } from '../../kernel/config.ts'
import type { Db } from '../../kernel/db.ts'
import { codeMinutes, makeCode } from './phone-code.ts'
import { keyedHash } from './secrets.ts'
import { sendText } from './send-text.ts'

const minute = 60
const day = 86_400

/** Sends a one-time code to a phone. Known and unknown numbers get the same answer in the same time. */
export async function askCode(db: Db, config: Config, { phone, ip }: { phone: string; ip: string }): Promise<void> {
  await countFrom(db, config, 'code.ip', ip)
  const who = keyedHash('attempt', config.secret, phone)
  await countAttempt(db, { what: 'code.phone.minute', who, atMost: 1, seconds: minute })
  await countAttempt(db, { what: 'code.phone.day', who, atMost: 10, seconds: day })
  const code = await makeCode(db, config.secret, phone)
  await sendText(
    db,
    config,
    phone,
    `【一村一品一店】您的登录验证码是 ${code}，${codeMinutes} 分钟内有效。请勿告诉他人。`,
  )
}
