import { send, type Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import type { Fen } from '../../kernel/money.ts'
import { type Charge, providerOfNew } from './provider.ts'
import type { Channel } from './shapes.ts'

export interface OpenPayment {
  /** The order that is paid. */
  paysFor: string
  storeId: string
  merchantId: string
  amount: Fen
  /** What the buyer reads on the provider's page; no names, phones or addresses. */
  subject: string
  /** Where the buyer comes back to: a path on the market. */
  returnPath: string
  channel: Channel
}

/** A payment that waits for its buyer. */
export type OpenedPayment = Omit<Charge, 'notifyUrl'>

/** Opens a payment for an order, in the order's own transaction. Nothing is asked of the provider yet. */
export async function openPayment(tx: Tx, payment: OpenPayment): Promise<OpenedPayment> {
  const { channel, amount, returnPath } = payment
  const opened = { reference: newId(), channel, amount, returnPath, subject: payment.subject.slice(0, 120) }
  const openedAt = new Date().toISOString()
  await send(
    tx,
    `insert into payments.intent
       (id, pays_for, store_id, merchant_id, provider, channel, amount, state, subject, return_path, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, 'open', $8, $9, $10)`,
    [
      opened.reference,
      payment.paysFor,
      payment.storeId,
      payment.merchantId,
      providerOfNew.name,
      channel,
      amount,
      opened.subject,
      returnPath,
      openedAt,
    ],
  )
  return { ...opened, openedAt }
}
