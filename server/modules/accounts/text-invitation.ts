import type { App } from '../../kernel/http.ts'
import type { Invited } from './invite.ts'
import { sendText } from './send-text.ts'

/** Texts the link to an invited phone. The inviter holds the link too, so a text that fails holds nothing up. */
export async function textInvitation(app: App, phone: string | undefined, { path }: Invited): Promise<void> {
  if (!phone) return
  const text = `【一村一品一店】您收到一份职责邀请，7 天内有效：${app.settings.marketUrl}${path}`
  await sendText(app.db, app.settings, phone, text).catch((error) =>
    app.log.warn({ err: error }, 'an invitation was not texted'),
  )
}
