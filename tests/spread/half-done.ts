import { newId } from '../../server/kernel/ids.ts'
import { type Machine, on } from './machines.ts'

/**
 * How many rows stay of transactions that must leave none: each writes to every machine, and one of them refuses as it
 * commits. PostgreSQL alone has committed on those before it by then; an engine with a two-phase commit leaves none.
 */
export async function halfDone(coordinator: Machine, machines: readonly Machine[], home: ReadonlyMap<string, string>) {
  const stores = machines.map(({ name }) => [...home].find(([, at]) => at === name)?.[0])
  const write = `insert into orders.order_refund (store_id, order_id, refund_id, amount, reason)
    select store_id, $2, store_id, 1, 'cancelled' from unnest($1::uuid[]) store_id`
  let stayed = 0
  for (const refusing of machines) {
    const orderId = newId()
    await on(refusing.url, (client) => client.query(refuse))
    const refused = on(coordinator.url, (client) => client.query(write, [stores, orderId]))
    await refused.catch((error: Error) => {
      if (!error.message.includes('not this one')) throw error
    })
    await on(refusing.url, (client) => client.query('drop function public.refuse() cascade'))
    stayed += await on(coordinator.url, async (client) => {
      const gone = await client.query('delete from orders.order_refund where order_id = $1', [orderId])
      return gone.rowCount ?? 0
    })
  }
  return stayed
}

const refuse = `create function public.refuse() returns trigger language plpgsql as $$ begin raise 'not this one'; end $$;
  create constraint trigger refuse after insert on orders.order_refund deferrable initially deferred
    for each row execute function public.refuse()`
