import { type Db, row } from '../../kernel/db.ts'
import { callOutside } from '../../kernel/events.ts'
import type { Fen } from '../../kernel/money.ts'
import { refundRequested } from './events.ts'
import { requireProvider } from './provider.ts'
import { takeMessage } from './take-message.ts'

interface Waiting {
  provider: string
  reference: string
  state: 'requested' | 'settled'
  amount: Fen
  splitId: string | null
  splitState: 'instructed' | 'settled' | null
  returnId: string | null
  returnedAt: string | null
  net: Fen
  fee: Fen
}

/** Asks the provider for a refund: takes the shares back where there are any, then gives the buyer the money. */
callOutside(refundRequested, 'payments.ask_refund', async (db, { refundId }) => {
  const waiting = await findWaiting(db, refundId)
  if (!waiting || waiting.state === 'settled') return
  const provider = requireProvider(waiting.provider)
  const { reference, amount, splitId, returnId, net, fee } = waiting
  if (splitId && returnId && !waiting.returnedAt) {
    if (waiting.splitState !== 'settled') throw new Error(`split ${splitId} is on its way; its return waits for it`)
    const answer = await provider.returnSplit(db, { returnId, splitId, reference, net, fee })
    await takeMessage(db, provider.name, answer)
  }
  await takeMessage(db, provider.name, await provider.requestRefund(db, { refundId, reference, amount }))
})

function findWaiting(db: Db, refundId: string): Promise<Waiting | undefined> {
  return row<Waiting>(
    db,
    `select i.provider, i.id reference, r.state, r.amount, s.id split_id, s.state split_state,
       b.id return_id, b.settled_at returned_at, b.net, b.fee
     from payments.refund r join payments.intent i on i.id = r.intent_id
     left join payments.split_return b on b.refund_id = r.id left join payments.split s on s.id = b.split_id
     where r.id = $1`,
    [refundId],
  )
}
