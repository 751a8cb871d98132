import { type Db, send, type Tx } from './db.ts'
import { countEvents } from './metrics.ts'

/** Something that happened and that rooms above may react to. */
export interface Event<Payload> {
  code: string
  /** Never set; carries the payload's type. */
  payload?: Payload
}

export type Reaction =
  | { name: string; kind: 'many'; react: (tx: Tx, payloads: never[]) => Promise<void> }
  | { name: string; kind: 'outside'; call: (db: Db, payload: never) => Promise<void> }

const reactionsTo = new Map<string, Reaction[]>()
const byName = new Map<string, Reaction>()

/** Declares an event. The code reads as a sentence: `orders.paid`. */
export function event<Payload>(code: string): Event<Payload> {
  return { code }
}

/** Says that something happened: one row per reaction, in the announcing transaction, so it is lost or kept with it. */
export async function announce<Payload>(tx: Tx, happened: Event<Payload>, ...payloads: Payload[]): Promise<void> {
  if (payloads.length > 0) countEvents(tx, happened.code, payloads.length)
  const names = (reactionsTo.get(happened.code) ?? []).map((reaction) => reaction.name)
  if (names.length === 0 || payloads.length === 0) return
  await send(
    tx,
    `insert into kernel.reaction (name, payload)
     select name, payload from unnest($1::text[]) name, jsonb_array_elements($2::jsonb) payload`,
    [names, JSON.stringify(payloads)],
  )
}

/** Reacts to one event at a time, in a transaction of the job system. A repeat must be harmless. */
export function when<Payload>(to: Event<Payload>, name: string, react: (tx: Tx, payload: Payload) => Promise<void>) {
  whenMany(to, name, async (tx, payloads: Payload[]) => {
    for (const payload of payloads) await react(tx, payload)
  })
}

/** Reacts to many events in one go (up to 500), for work that one statement does for all. A repeat must be harmless. */
export function whenMany<Payload>(
  to: Event<Payload>,
  name: string,
  react: (tx: Tx, payloads: Payload[]) => Promise<void>,
) {
  register(to.code, { name, kind: 'many', react })
}

/**
 * Reacts by calling the outside world: after the commit, in no transaction, one at a time, tried again with growing
 * pauses until it returns. The other side must take a repeat as the same request.
 */
export function callOutside<Payload>(
  on: Event<Payload>,
  name: string,
  call: (db: Db, payload: Payload) => Promise<void>,
) {
  // The queue tells the kinds apart by this mark, so that a slow bank never holds up our own bookkeeping.
  register(on.code, { name: `${name}!outside`, kind: 'outside', call })
}

/**
 * Works for as long as it takes, beside everything else: after the commit, in no transaction, one at a time. Whoever
 * waits for it is told how far it is by the work itself. A repeat must be harmless.
 */
export function workLong<Payload>(on: Event<Payload>, name: string, work: (db: Db, payload: Payload) => Promise<void>) {
  register(on.code, { name: `${name}!long`, kind: 'outside', call: work })
}

export function reactionNamed(name: string): Reaction | undefined {
  return byName.get(name)
}

function register(code: string, reaction: Reaction): void {
  if (byName.has(reaction.name)) throw new Error(`two reactions are named ${reaction.name}`)
  byName.set(reaction.name, reaction)
  reactionsTo.set(code, [...(reactionsTo.get(code) ?? []), reaction])
}
