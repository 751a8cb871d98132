import { atOneMoment, type Check } from '../../kernel/checks.ts'
import { type Db, row } from '../../kernel/db.ts'

/** What must always be true of the money. */
export const checks: Check[] = [
  zero('payments.journal_sums_to_zero', 'select coalesce(sum(amount), 0)::bigint found from payments.journal_entry'),
  zero(
    'payments.journal_transactions_balance',
    `select count(*) found from (
       select 1 from payments.journal_entry group by transaction_id having sum(amount) <> 0 or count(*) < 2) wrong`,
  ),
  zero(
    'payments.captured_once',
    `select count(*) found from (
       select 1 from payments.intent where state = 'captured' group by pays_for having count(*) > 1) twice`,
  ),
  // What lies at the provider for an order is what came in less what went back.
  zero(
    'payments.captured_less_refunded_is_journal',
    `with fact as (
       select pays_for, amount from payments.intent where state in ('captured', 'surplus')
       union all select pays_for, -amount from payments.refund where state = 'settled'
       union all select pays_for, -amount from payments.journal_entry where account = 'provider_clearing')
     select count(*) found from (select 1 from fact group by pays_for having sum(amount) <> 0) wrong`,
  ),
  // What was shared out of an order, less what was taken back, stands in the journal for merchant and platform.
  zero(
    'payments.splits_are_journal',
    `with fact as (
       select pays_for, net, fee from payments.split where state = 'settled'
       union all select s.pays_for, -b.net, -b.fee from payments.split_return b
         join payments.split s on s.id = b.split_id where b.settled_at is not null
       union all select pays_for, case when account = 'merchant_payable' then amount else 0 end,
         case when account = 'platform_fee' then amount else 0 end
         from payments.journal_entry where account in ('merchant_payable', 'platform_fee'))
     select count(*) found from (select 1 from fact group by pays_for having sum(net) <> 0 or sum(fee) <> 0) wrong`,
  ),
  zero(
    'payments.splits_add_up',
    `select count(*) found from (
       select 1 from payments.split s
       left join (select split_id, sum(net) net, sum(fee) fee from payments.split_return group by split_id) b on b.split_id = s.id
       where s.gross - s.refunded - s.fee <> s.net or b.net > s.net or b.fee > s.fee) wrong`,
  ),
  zero(
    'payments.refunds_within_payment',
    `select count(*) found from (
       select 1 from payments.refund r join payments.intent i on i.id = r.intent_id
       group by i.id having sum(r.amount) > i.amount) wrong`,
  ),
  {
    name: 'payments.provider_agrees',
    run: (db) =>
      atOneMoment(db, async (on) => {
        const [ours, theirs] = await Promise.all([
          sumOf(
            on,
            `select coalesce(sum(j.amount), 0)::bigint found from payments.journal_entry j where j.account = 'provider_clearing'`,
          ),
          sumOf(
            on,
            // A charge that the provider has not told us of yet, and a refund whose answer is on its way, are not in our books.
            `select coalesce(sum(c.amount), 0)::bigint - coalesce((
             select sum(r.amount) from payments.refund r where r.state = 'settled'), 0)::bigint found
           from payments.sandbox_charge c join payments.intent i on i.id = c.reference
           where c.state = 'paid' and i.state in ('captured', 'surplus')`,
          ),
        ])
        return { found: ours, expected: theirs }
      }),
  },
]

function zero(name: string, sql: string): Check {
  return { name, run: async (db) => ({ found: await sumOf(db, sql), expected: 0 }) }
}

async function sumOf(db: Db, sql: string): Promise<number> {
  return (await row<{ found: number }>(db, sql))?.found ?? 0
}
