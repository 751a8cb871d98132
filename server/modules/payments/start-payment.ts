import { type Db, row } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { App } from '../../kernel/http.ts'
import { newId } from '../../kernel/ids.ts'
import type { Fen } from '../../kernel/money.ts'
import type { Instant } from '../../kernel/time.ts'
import type { OpenedPayment } from './open-payment.ts'
import { providerOfNew, requireProvider } from './provider.ts'
import { alreadyPaid, paymentNotFound, tooManyAttempts } from './refusals.ts'
import { callbackUrl } from './sandbox-delivery.ts'
import type { Channel } from './shapes.ts'

const attemptsAtMost = 6

interface Intent {
  id: string
  provider: string
  channel: Channel
  amount: Fen
  state: 'open' | 'closed' | 'captured' | 'surplus'
  subject: string
  returnPath: string
  createdAt: Instant
}

/**
 * Where the buyer goes to pay. After giving up, or in another channel, it is another intent for the same order:
 * whichever is captured first pays it. The address is a path when the provider stands on our own server.
 */
export async function startPayment(
  on: Db,
  intentId: string,
  { notifyUrl, channel }: { notifyUrl: string; channel?: Channel },
): Promise<{ redirectUrl: string }> {
  const asked = await row<Intent>(
    on,
    'select id, provider, channel, amount, state, subject, return_path, created_at from payments.intent where id = $1',
    [intentId],
  )
  if (!asked) throw paymentNotFound()
  if (asked.state === 'captured' || asked.state === 'surplus') throw alreadyPaid()
  const wanted = channel ?? asked.channel
  const intent = asked.state === 'open' && asked.channel === wanted ? asked : await tryAgain(on, intentId, wanted)
  const { id: reference, amount, subject, returnPath, createdAt: openedAt } = intent
  const charge = { reference, channel: wanted, amount, subject, notifyUrl, returnPath, openedAt }
  return { redirectUrl: requireProvider(intent.provider).startUrl(charge) }
}

/**
 * Where the buyer of an order goes to pay it; undefined when its money has arrived. A payment that was opened this very
 * moment is `opened`, and need not be looked up.
 */
export async function payAt(
  app: App,
  { intentId, opened }: { intentId: string; opened?: OpenedPayment | undefined },
): Promise<string | undefined> {
  const notifyUrl = callbackUrl(app)
  if (opened) return providerOfNew.startUrl({ ...opened, notifyUrl })
  try {
    return (await startPayment(app.db, intentId, { notifyUrl })).redirectUrl
  } catch (error) {
    if (error instanceof Refusal && error.code === alreadyPaid.code) return undefined
    throw error
  }
}

/** The open intent of this channel, or a new one with the facts of the first. */
async function tryAgain(on: Db, intentId: string, channel: Channel): Promise<Intent> {
  const again = await row<Intent & { attempts: number; paid: boolean }>(
    on,
    `with asked as (select * from payments.intent where id = $1),
     known as (select i.* from payments.intent i join asked on i.pays_for = asked.pays_for),
     ready as (select * from known where state = 'open' and channel = $3 order by id limit 1),
     made as (
       insert into payments.intent
         (id, pays_for, store_id, merchant_id, provider, channel, amount, state, subject, return_path)
       select $2, pays_for, store_id, merchant_id, provider, $3, amount, 'open', subject, return_path from asked
       where not exists (select 1 from ready) and not exists (select 1 from known where state = 'captured')
         and (select count(*) from known) < ${attemptsAtMost}
       returning *)
     select coalesce(r.id, m.id) id, a.provider, $3 channel, a.amount, 'open' state, a.subject, a.return_path,
       coalesce(r.created_at, m.created_at) created_at, (select count(*) from known) attempts, exists (select 1 from known where state = 'captured') paid
     from asked a left join ready r on true left join made m on true`,
    [intentId, newId(), channel],
  )
  if (!again || again.paid) throw alreadyPaid()
  if (!again.id) throw tooManyAttempts()
  return again
}
