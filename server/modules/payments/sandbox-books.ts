import { change, type Db, row, type Tx, transact } from '../../kernel/db.ts'
import type { Fen } from '../../kernel/money.ts'
import type { RefundOrder, SignedMessage, SplitOrder, SplitReturnOrder } from './provider.ts'
import { signMessage } from './sandbox-signing.ts'
import { paymentSettings } from './settings.ts'

// The other side of the wire: what a provider keeps in its own database. Nothing here reads our side's tables.

export interface SandboxCharge {
  reference: string
  amount: Fen
  state: 'paid' | 'cancelled'
  at: string
  notifyUrl: string | null
}

/** The buyer pays or gives up; the first decision stands, a repeat finds it. */
export async function decideCharge(
  on: Db,
  charge: { reference: string; amount: Fen; state: 'paid' | 'cancelled'; notifyUrl: string },
): Promise<SandboxCharge> {
  // Delivery is tried at once; the job takes over only when that did not succeed within seconds.
  const decided = await row<SandboxCharge>(
    on,
    `insert into payments.sandbox_charge (reference, amount, state, notify_url, notify_at)
     values ($1, $2, $3, $4, now() + interval '8 seconds')
     on conflict (reference) do update set notify_at = payments.sandbox_charge.notify_at
     returning reference, amount, state, at, notify_url`,
    [charge.reference, charge.amount, charge.state, charge.notifyUrl],
  )
  if (!decided) throw new Error('an upsert always returns its row')
  return decided
}

/** The signed word of the provider about a charge. */
export function tellCharge({ reference, amount, state, at }: SandboxCharge): ReturnType<typeof tell> {
  return state === 'paid'
    ? tell({ kind: 'charge.paid', subject: reference, amount, at, transaction: `SB${reference.replaceAll('-', '')}` })
    : tell({ kind: 'charge.closed', subject: reference, at })
}

/** Gives money back, once per refund id; never more than was paid. */
export async function bookRefund(db: Db, { refundId, reference, amount }: RefundOrder): Promise<SignedMessage> {
  const at = await transact(db, async (tx) => {
    const { at, isNew } = await instruct(tx, refundId, 'refund', reference, amount, { refundId, reference, amount })
    if (isNew) {
      const paid = await change(
        tx,
        `update payments.sandbox_charge set refunded = refunded + $2
         where reference = $1 and state = 'paid' and refunded + $2 <= amount`,
        [reference, amount],
      )
      if (paid === 0) throw new Error(`the sandbox has no paid charge ${reference} with ${amount} fen left`)
    }
    return at
  })
  return tell({ kind: 'refund.settled', subject: refundId, amount, at })
}

/** Shares a charge out, once per split id. */
export async function bookSplit(db: Db, order: SplitOrder): Promise<SignedMessage> {
  const amount = order.net + order.fee
  const { at } = await transact(db, (tx) => instruct(tx, order.splitId, 'split', order.reference, amount, order))
  return tell({ kind: 'split.settled', subject: order.splitId, amount, at })
}

/** Takes shares back, once per return id. */
export async function bookSplitReturn(db: Db, order: SplitReturnOrder): Promise<SignedMessage> {
  const amount = order.net + order.fee
  const { at } = await transact(db, (tx) =>
    instruct(tx, order.returnId, 'split_return', order.reference, amount, order),
  )
  return tell({ kind: 'split_return.settled', subject: order.returnId, amount, at })
}

async function instruct(tx: Tx, id: string, kind: string, reference: string, amount: Fen, body: object) {
  const made = await row<{ at: string; isNew: boolean }>(
    tx,
    `insert into payments.sandbox_instruction (id, kind, reference, amount, body) values ($1, $2, $3, $4, $5)
     on conflict (id) do update set kind = excluded.kind
       where payments.sandbox_instruction.amount = excluded.amount and payments.sandbox_instruction.kind = excluded.kind
     returning at, xmax::text = '0' as is_new`,
    [id, kind, reference, amount, JSON.stringify(body)],
  )
  if (!made) throw new Error(`the sandbox knows instruction ${id} with another amount`)
  return made
}

function tell(content: object) {
  return signMessage(paymentSettings().sandboxKey, content, new Date())
}
