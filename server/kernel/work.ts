import { change, type Db, row, rows, type Tx, transact } from './db.ts'
import { reactionNamed } from './events.ts'
import { runDueChores } from './schedule.ts'

interface Waiting {
  id: number
  name: string
  payload: never
  attempts: number
}

const batchSize = 500
const attemptsAtMost = 12

/**
 * The background process: takes waiting reactions with SKIP LOCKED and runs them, batch by batch. A reaction and the
 * removal of its row are one transaction, so a killed process loses nothing and does nothing twice.
 */
export function startWork(db: Db, log: (message: string, error?: unknown) => void, { idleMs = 50 } = {}) {
  let stopping = false
  const loop = async (turn: () => Promise<number>) => {
    while (!stopping) {
      try {
        await pause(await turn())
      } catch (error) {
        log('work: a turn failed and will be tried again', error)
        await pause(1000)
      }
    }
  }
  const loops = [
    loop(async () => restAfter(await reactOnce(db), idleMs)),
    loop(async () => ((await callOnce(db, 'outside')) > 0 ? 0 : idleMs)),
    loop(async () => ((await callOnce(db, 'long')) > 0 ? 0 : idleMs)),
    loop(async () => {
      await runDueChores(db, (name, error) => log(`work: chore ${name} failed`, error))
      return 1000
    }),
  ]
  return {
    async stop() {
      stopping = true
      await Promise.all(loops)
    },
  }
}

/** Ten sales cost little more than one, so in a rush the next batch gathers for longer; unless it is full already. */
function restAfter(taken: number, idleMs: number): number {
  if (taken === batchSize) return 0
  return taken > 10 ? 4 * idleMs : idleMs
}

/** Runs reactions until none is due, for tests and for the command line. */
export async function drain(db: Db): Promise<void> {
  while ((await reactOnce(db)) + (await callOnce(db, 'outside')) + (await callOnce(db, 'long')) > 0);
}

/** Takes one batch of in-database reactions and says how many it settled. */
export async function reactOnce(db: Db): Promise<number> {
  return transact(db, async (tx) => {
    const taken = await rows<Waiting>(
      tx,
      `select id, name, payload, attempts from kernel.reaction
       where run_at <= now() and name not like '%!%' order by run_at, id limit $1 for update skip locked`,
      [batchSize],
    )
    const settled: number[] = []
    for (const [name, batch] of byNameSorted(taken)) settled.push(...(await reactToAll(tx, name, batch)))
    if (settled.length) await change(tx, 'delete from kernel.reaction where id = any($1)', [settled])
    return taken.length
  })
}

/** Tries the whole batch; where that fails, one by one, so that one bad row holds up nobody. */
async function reactToAll(tx: Tx, name: string, batch: Waiting[]): Promise<number[]> {
  const reaction = reactionNamed(name)
  if (reaction?.kind !== 'many') {
    await putOff(tx, batch, new Error(`no reaction is named ${name}`))
    return []
  }
  // Two work processes never run the same reaction at once, so its statements cannot deadlock with themselves.
  await rows(tx, 'select pg_advisory_xact_lock(hashtext($1))', [name])
  const failed = await attempt(tx, () =>
    reaction.react(
      tx,
      batch.map((waiting) => waiting.payload),
    ),
  )
  if (!failed) return batch.map((waiting) => waiting.id)
  if (batch.length === 1) {
    await putOff(tx, batch, failed)
    return []
  }
  const settled: number[] = []
  for (const waiting of batch) {
    const error = await attempt(tx, () => reaction.react(tx, [waiting.payload]))
    if (error) await putOff(tx, [waiting], error)
    else settled.push(waiting.id)
  }
  return settled
}

async function attempt(tx: Tx, work: () => Promise<void>): Promise<Error | undefined> {
  await change(tx, 'savepoint reaction')
  try {
    await work()
    await change(tx, 'release savepoint reaction')
    return undefined
  } catch (error) {
    await change(tx, 'rollback to savepoint reaction')
    return error instanceof Error ? error : new Error(String(error))
  }
}

// Whoever takes one and is killed has it for this long: then another takes it.
const leaseSeconds = { outside: 60, long: 180 }

/** Takes one call to the outside world, or one long work: leased, called in no transaction, then removed. */
async function callOnce(db: Db, mark: keyof typeof leaseSeconds): Promise<number> {
  const waiting = await row<Waiting>(
    db,
    `update kernel.reaction set run_at = now() + make_interval(secs => $2) where id = (
       select id from kernel.reaction where run_at <= now() and name like $1 order by run_at, id limit 1
       for update skip locked)
     returning id, name, payload, attempts`,
    [`%!${mark}`, leaseSeconds[mark]],
  )
  if (!waiting) return 0
  const reaction = reactionNamed(waiting.name)
  try {
    if (reaction?.kind !== 'outside') throw new Error(`no call is named ${waiting.name}`)
    await reaction.call(db, waiting.payload)
    await change(db, 'delete from kernel.reaction where id = $1', [waiting.id])
  } catch (error) {
    await putOff(db, [waiting], error instanceof Error ? error : new Error(String(error)))
  }
  return 1
}

/** Tries again later (1 s, 2 s, 4 s … at most an hour); after the last attempt the row is set aside for a person. */
async function putOff(on: Db, batch: Waiting[], error: Error): Promise<void> {
  const ids = batch.map((waiting) => waiting.id)
  await change(
    on,
    `update kernel.reaction set attempts = attempts + 1, last_error = $2,
       run_at = now() + least(interval '1 hour', interval '1 second' * power(2, attempts)) where id = any($1)`,
    [ids, error.message.slice(0, 2000)],
  )
  await change(
    on,
    `with gone as (delete from kernel.reaction where id = any($1) and attempts >= $2 returning *)
     insert into kernel.failed_reaction (id, name, payload, last_error) select id, name, payload, last_error from gone`,
    [ids, attemptsAtMost],
  )
}

function byNameSorted(taken: Waiting[]): [string, Waiting[]][] {
  const groups = new Map<string, Waiting[]>()
  for (const waiting of taken) {
    const group = groups.get(waiting.name)
    if (group) group.push(waiting)
    else groups.set(waiting.name, [waiting])
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1))
}

/** How long the oldest due reaction has waited, in seconds, and how many wait. */
export async function workWaiting(db: Db): Promise<{ waiting: number; oldestSeconds: number; failed: number }> {
  const found = await row<{ waiting: number; oldestSeconds: number; failed: number }>(
    db,
    `select count(*) waiting, coalesce(extract(epoch from now() - min(run_at)), 0)::float8 oldest_seconds,
       (select count(*) from kernel.failed_reaction) failed from kernel.reaction where run_at <= now()`,
  )
  return found ?? { waiting: 0, oldestSeconds: 0, failed: 0 }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
