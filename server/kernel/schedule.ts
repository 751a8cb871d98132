import { change, type Db, rows } from './db.ts'

interface Chore {
  name: string
  seconds: number
  work: (db: Db) => Promise<void>
}

const chores = new Map<string, Chore>()

/** Does something again and again, at most once per period over all work processes. */
export function every(seconds: number, name: string, work: (db: Db) => Promise<void>): void {
  chores.set(name, { name, seconds, work })
}

/** Runs the chores that are due. The row's lock is the claim, so each runs in one process only. */
export async function runDueChores(db: Db, onError: (name: string, error: unknown) => void): Promise<void> {
  const all = [...chores.values()]
  await change(db, 'insert into kernel.schedule (name) select unnest($1::text[]) on conflict do nothing', [
    all.map((chore) => chore.name),
  ])
  const due = await rows<{ name: string }>(
    db,
    `update kernel.schedule s set next_at = now() + make_interval(secs => c.seconds)
     from unnest($1::text[], $2::int[]) c(name, seconds)
     where s.name = c.name and s.next_at <= now() returning s.name`,
    [all.map((chore) => chore.name), all.map((chore) => chore.seconds)],
  )
  for (const { name } of due) {
    try {
      await chores.get(name)?.work(db)
    } catch (error) {
      onError(name, error)
    }
  }
}

/** Runs one chore now, for tests and the command line. */
export async function runChore(db: Db, name: string): Promise<void> {
  const chore = chores.get(name)
  if (!chore) throw new Error(`no chore is named ${name}`)
  await chore.work(db)
}
