import { change, type Db, type Tx, transact } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import type { Fen } from '../../kernel/money.ts'
import type { Instant } from '../../kernel/time.ts'
import { splitFee } from './fee.ts'
import { paymentSettings } from './settings.ts'
import type { Channel } from './shapes.ts'

export interface ImportedPayment {
  /** Ids of the importer's choosing; new ones without them. */
  intentId?: string
  splitId?: string
  paysFor: string
  storeId: string
  merchantId: string
  channel: Channel
  amount: Fen
  freight: Fen
  subject: string
  returnPath: string
  paidAt: Instant
  /** Refunds that reached the buyer before the split. */
  refunds?: { refundId?: string; amount: Fen; reason: string; settledAt: Instant }[]
  /** When the order's money was shared out; none for orders that are still open or were given back whole. */
  splitAt?: Instant
}

const batchSize = 5000

/** Loads paid orders of the past with everything that follows from them: charges, refunds, splits and journal. */
export async function importPayments(db: Db, payments: readonly ImportedPayment[]): Promise<void> {
  for (let from = 0; from < payments.length; from += batchSize) {
    const batch = payments.slice(from, from + batchSize)
    await (db.isTransaction ? importBatch(db as Tx, batch) : transact(db, (tx) => importBatch(tx, batch)))
  }
}

async function importBatch(tx: Tx, batch: readonly ImportedPayment[]): Promise<void> {
  const known = batch.map((payment) => ({
    ...payment,
    intentId: payment.intentId ?? newId(Date.parse(payment.paidAt)),
  }))
  await insertIntents(tx, known)
  const refunds = known.flatMap(({ intentId, paysFor, storeId, refunds = [] }) =>
    refunds.map((refund) => ({
      ...refund,
      refundId: refund.refundId ?? newId(Date.parse(refund.settledAt)),
      intentId,
      paysFor,
      storeId,
    })),
  )
  if (refunds.length) await insertRefunds(tx, refunds)
  const { feeBasisPoints } = paymentSettings()
  const splits = known.flatMap(({ splitAt, refunds = [], ...payment }) => {
    const refunded = refunds.reduce((sum, refund) => sum + refund.amount, 0)
    if (!splitAt || refunded === payment.amount) return []
    const shares = splitFee(payment.amount - refunded, feeBasisPoints)
    const splitId = payment.splitId ?? newId(Date.parse(splitAt))
    return [{ ...payment, ...shares, splitId, splitAt, refunded, feeBasisPoints }]
  })
  if (splits.length) await insertSplits(tx, splits)
}

type Known = ImportedPayment & { intentId: string }

async function insertIntents(tx: Tx, payments: readonly Known[]): Promise<void> {
  await change(
    tx,
    `with given as (
       select * from jsonb_to_recordset($1::jsonb) g("intentId" uuid, "paysFor" uuid, "storeId" uuid, "merchantId" uuid,
         channel text, amount bigint, subject text, "returnPath" text, "paidAt" timestamptz)),
     charged as (
       insert into payments.sandbox_charge (reference, amount, state, at)
       select "intentId", amount, 'paid', "paidAt" from given),
     booked as (
       insert into payments.journal_entry (transaction_id, position, account, store_id, pays_for, amount, memo, at)
       select "intentId", position, account, "storeId", "paysFor", amount * sign, 'captured', "paidAt"
       from given, (values (0, 'provider_clearing', 1), (1, 'buyer_payment', -1)) side(position, account, sign))
     insert into payments.intent (id, pays_for, store_id, merchant_id, provider, channel, amount, state,
       provider_transaction, subject, return_path, created_at, captured_at)
     select "intentId", "paysFor", "storeId", "merchantId", 'sandbox', channel, amount, 'captured',
       'SB' || replace("intentId"::text, '-', ''), subject, "returnPath", "paidAt", "paidAt" from given`,
    [JSON.stringify(payments)],
  )
}

async function insertRefunds(tx: Tx, refunds: readonly object[]): Promise<void> {
  await change(
    tx,
    `with given as (
       select * from jsonb_to_recordset($1::jsonb) g("refundId" uuid, "intentId" uuid, "paysFor" uuid, "storeId" uuid,
         amount bigint, reason text, "settledAt" timestamptz)),
     instructed as (
       insert into payments.sandbox_instruction (id, kind, reference, amount, body, at)
       select "refundId", 'refund', "intentId", amount, '{}', "settledAt" from given),
     charged as (
       update payments.sandbox_charge c set refunded = g.sum
       from (select "intentId" id, sum(amount) sum from given group by "intentId") g where c.reference = g.id),
     booked as (
       insert into payments.journal_entry (transaction_id, position, account, store_id, pays_for, amount, memo, at)
       select "refundId", position, account, "storeId", "paysFor", amount * sign, 'refund', "settledAt"
       from given, (values (0, 'buyer_payment', 1), (1, 'provider_clearing', -1)) side(position, account, sign))
     insert into payments.refund (id, intent_id, pays_for, store_id, amount, reason, state, requested_at, settled_at)
     select "refundId", "intentId", "paysFor", "storeId", amount, reason, 'settled', "settledAt", "settledAt" from given`,
    [JSON.stringify(refunds)],
  )
}

async function insertSplits(tx: Tx, splits: readonly object[]): Promise<void> {
  await change(
    tx,
    `with given as (
       select * from jsonb_to_recordset($1::jsonb) g("splitId" uuid, "intentId" uuid, "paysFor" uuid, "storeId" uuid,
         "merchantId" uuid, amount bigint, freight bigint, refunded bigint, "feeBasisPoints" int, fee bigint, net bigint,
         "splitAt" timestamptz)),
     instructed as (
       insert into payments.sandbox_instruction (id, kind, reference, amount, body, at)
       select "splitId", 'split', "intentId", net + fee, '{}', "splitAt" from given),
     booked as (
       insert into payments.journal_entry (transaction_id, position, account, store_id, pays_for, amount, memo, at)
       select "splitId", side.position, side.account, "storeId", "paysFor", side.amount, 'split', "splitAt"
       from given, lateral (values (0, 'buyer_payment', net + fee), (1, 'merchant_payable', -net),
         (2, 'platform_fee', -fee)) side(position, account, amount) where side.amount <> 0)
     insert into payments.split (id, intent_id, pays_for, store_id, merchant_id, gross, freight, refunded,
       fee_basis_points, fee, net, state, instructed_at, settled_at)
     select "splitId", "intentId", "paysFor", "storeId", "merchantId", amount, freight, refunded,
       "feeBasisPoints", fee, net, 'settled', "splitAt", "splitAt" from given`,
    [JSON.stringify(splits)],
  )
}
