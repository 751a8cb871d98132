import { change, type Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import type { traceKinds } from './shapes.ts'

export interface TraceEvent {
  lotId: string
  kind: (typeof traceKinds)[number]
  happenedAt: string
  divisionCode?: string
  place: string
  note?: string
  quantity?: number
  /** What caused it, such as `order:…`: the same cause writes the same event once. */
  reference: string
}

/** Writes down what happened to a lot. Never changed afterwards; a mistake is mended by a `corrected` event. */
export async function recordTraceEvent(tx: Tx, event: TraceEvent): Promise<void> {
  await recordTraceEvents(tx, [event])
}

/** Writes down many events in one statement; those already written are passed over. */
export async function recordTraceEvents(tx: Tx, events: readonly TraceEvent[]): Promise<number> {
  if (events.length === 0) return 0
  const rows = events.map(({ lotId, kind, happenedAt, divisionCode, place, note, quantity, reference }) => ({
    // Ids carry the time of writing: order among equal times is the order of writing.
    id: newId(),
    lot_id: lotId,
    kind,
    happened_at: happenedAt,
    division_code: divisionCode ?? null,
    place,
    note: note ?? '',
    quantity: quantity ?? null,
    reference,
  }))
  return change(
    tx,
    `insert into traceability.trace_event (id, lot_id, kind, happened_at, division_code, place, note, quantity, reference)
     select id, lot_id, kind, happened_at, division_code, place, note, quantity, reference
     from jsonb_to_recordset($1::jsonb) e(id uuid, lot_id uuid, kind text, happened_at timestamptz, division_code text,
       place text, note text, quantity int, reference text)
     on conflict do nothing`,
    [JSON.stringify(rows)],
  )
}
