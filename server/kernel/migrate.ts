import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { roomOrder } from '../modules.ts'
import { root } from './config.ts'

export interface Migration {
  name: string
  sql: string
  hash: string
}

/**
 * Brings the database to this version: the kernel's schema first, then the rooms', lowest first. Safe to run at once by
 * many. With `wanted`, only to the version that had these migrations.
 */
export async function migrate(
  url: string,
  say: (line: string) => void = () => {},
  wanted: (name: string) => boolean = () => true,
): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    // One migrator at a time; the others wait and then find nothing to do.
    await client.query('select pg_advisory_lock(716253)')
    await client.query('create schema if not exists kernel')
    await client.query(
      'create table if not exists kernel.migration (name text primary key, hash text not null, at timestamptz not null default now())',
    )
    const done = new Map(
      (await client.query<{ name: string; hash: string }>('select name, hash from kernel.migration')).rows.map((r) => [
        r.name,
        r.hash,
      ]),
    )
    const waiting = allMigrations().filter((migration) => wanted(migration.name) && !isDone(migration, done))
    for (const [index, { name, sql, hash }] of waiting.entries()) {
      say(`migrate ${index + 1}/${waiting.length} ${name}`)
      await client.query('begin')
      await client.query(sql)
      await client.query('insert into kernel.migration (name, hash) values ($1, $2)', [name, hash])
      await client.query('commit')
    }
    return waiting.length
  } finally {
    await client.end()
  }
}

function isDone({ name, hash }: Migration, done: Map<string, string>): boolean {
  const known = done.get(name)
  if (known !== undefined && known !== hash)
    throw new Error(`migration ${name} was changed after it ran; write a new one`)
  return known !== undefined
}

/** All migrations in the order they run. */
export function allMigrations(): Migration[] {
  return ['kernel', ...roomOrder.map((room) => `modules/${room}`)].flatMap((folder) => {
    const dir = join(root, 'server', folder, 'migrations')
    return filesIn(dir).map((file) => {
      const sql = readFileSync(join(dir, file), 'utf8')
      return {
        name: `${folder.replace('modules/', '')}/${file}`,
        sql,
        hash: createHash('sha256').update(sql).digest('hex'),
      }
    })
  })
}

function filesIn(dir: string): string[] {
  try {
    return readdirSync(dir)
      .filter((file) => file.endsWith('.sql'))
      .sort()
  } catch {
    return []
  }
}
