import type { Actor } from '../../kernel/actor.ts'
import { send, type Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import type { OrderKey } from './shapes.ts'

/** Adds one word to an order's timeline. The detail is read by everyone who may see the order: nothing personal in it. */
export async function writeEvent(
  tx: Tx,
  actor: Actor,
  { storeId, orderId }: OrderKey,
  kind: string,
  detail: Record<string, unknown> = {},
): Promise<void> {
  await send(
    tx,
    'insert into orders.order_event (store_id, order_id, id, kind, by_account, detail) values ($1, $2, $3, $4, $5, $6)',
    [storeId, orderId, newId(), kind, actor.accountId ?? null, JSON.stringify(detail)],
  )
}

/** The same word for many orders, in one statement. */
export async function writeEvents(
  tx: Tx,
  kind: string,
  about: readonly (OrderKey & { detail?: Record<string, unknown>; at?: string })[],
): Promise<void> {
  if (about.length === 0) return
  await send(
    tx,
    `insert into orders.order_event (store_id, order_id, id, kind, at, detail)
     select store_id, order_id, id, $1, coalesce(at, now()), detail
     from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::timestamptz[], $6::jsonb[]) e(store_id, order_id, id, at, detail)`,
    [
      kind,
      about.map((fact) => fact.storeId),
      about.map((fact) => fact.orderId),
      about.map(() => newId()),
      about.map((fact) => fact.at ?? null),
      about.map((fact) => JSON.stringify(fact.detail ?? {})),
    ],
  )
}
