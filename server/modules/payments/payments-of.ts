import { type Db, row, rows } from '../../kernel/db.ts'
import { paymentNotFound } from './refusals.ts'
import type { Payment, Refund } from './shapes.ts'

const columns =
  'id as intent_id, pays_for, store_id, channel, amount, state, subject, return_path, created_at, captured_at'

/** One payment. Its id is unguessable and known to the buyer only. */
export async function requirePayment(on: Db, intentId: string): Promise<Payment> {
  const found = await row<Payment>(on, `select ${columns} from payments.intent where id = $1`, [intentId])
  if (!found) throw paymentNotFound()
  return found
}

/** All payments of an order, in the order they were opened, and what was given back. At most a handful. */
export async function paymentsOf(on: Db, paysFor: string): Promise<{ payments: Payment[]; refunds: Refund[] }> {
  const [payments, refunds] = await Promise.all([
    rows<Payment>(on, `select ${columns} from payments.intent where pays_for = $1 order by id limit 100`, [paysFor]),
    rows<Refund>(
      on,
      `select id as refund_id, intent_id, amount, reason, state, is_surplus, requested_at, settled_at
       from payments.refund where pays_for = $1 order by id limit 1000`,
      [paysFor],
    ),
  ])
  return { payments, refunds }
}

/** What lies at the provider for each of these orders, by the journal: in less out. Orders without entries are left out. */
export async function balancesOf(on: Db, orderIds: readonly string[]): Promise<Map<string, number>> {
  const found = await rows<{ paysFor: string; amount: number }>(
    on,
    `select pays_for, sum(amount)::bigint amount from payments.journal_entry
     where pays_for = any($1) and account = 'provider_clearing' group by pays_for`,
    [orderIds],
  )
  return new Map(found.map(({ paysFor, amount }) => [paysFor, amount]))
}
