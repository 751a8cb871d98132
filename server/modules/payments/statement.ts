import { type Db, row, rows } from '../../kernel/db.ts'
import { addMonths, type Month, startOf } from '../../kernel/time.ts'
import type { Statement, StatementLine, StatementSums } from './shapes.ts'

const linesAtMost = 10_000

// A line of each kind; every one satisfies goods + freight − refunded − fee = net.
const lines = `
  select 'split' kind, s.pays_for order_id, i.subject, i.captured_at paid_at, s.settled_at, s.gross, s.gross - s.freight goods,
    s.freight, s.refunded, s.fee, s.net
  from payments.split s join payments.intent i on i.id = s.intent_id
  where s.store_id = $1 and s.settled_at >= $2 and s.settled_at < $3
  union all
  select 'takenBack', s.pays_for, i.subject, i.captured_at, b.settled_at, 0, 0, 0, b.net + b.fee, -b.fee, -b.net
  from payments.split_return b join payments.split s on s.id = b.split_id join payments.intent i on i.id = s.intent_id
  where b.store_id = $1 and b.settled_at >= $2 and b.settled_at < $3
  union all
  select 'refunded', i.pays_for, i.subject, i.captured_at, max(r.settled_at), i.amount, i.amount, 0, i.amount, 0, 0
  from payments.refund r join payments.intent i on i.id = r.intent_id
  where not r.is_surplus and r.state = 'settled'
    and r.intent_id in (select intent_id from payments.refund where store_id = $1 and settled_at >= $2 and settled_at < $3)
    and not exists (select 1 from payments.split s where s.intent_id = i.id)
  group by i.id having sum(r.amount) = i.amount and max(r.settled_at) >= $2 and max(r.settled_at) < $3`

/** What a store earned in a month, to the fen: line by line, and in sum. */
export async function statementOf(on: Db, storeId: string, month: Month): Promise<Statement> {
  const values = [storeId, startOf(`${month}-01`), startOf(`${addMonths(month, 1)}-01`)]
  const [found, sums] = await Promise.all([
    rows<StatementLine>(
      on,
      `select * from (${lines}) line order by settled_at, order_id, kind limit ${linesAtMost}`,
      values,
    ),
    row<StatementSums>(
      on,
      `select count(*) lines, ${['gross', 'goods', 'freight', 'refunded', 'fee', 'net']
        .map((name) => `coalesce(sum(${name}), 0) ${name}`)
        .join(', ')} from (${lines}) line`,
      values,
    ),
  ])
  if (!sums) throw new Error('an aggregate always has a row')
  return { storeId, month, lines: found, sums }
}
