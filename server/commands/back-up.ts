import { createWriteStream } from 'node:fs'
import { cp, mkdir, readdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { folderOfPhoto } from '../kernel/files.ts'
import { fileOf, type Manifest, manifestIn, secretIn, type Table, tablesOf } from './backup-format.ts'

export interface Source {
  url: string
  dataDir: string
  secret: string
  version: string
}

const rowsPerPage = 2000

/**
 * Writes the whole system as it was at one moment, while it runs: all tables are read in one snapshot, a page of rows at
 * a time, so that neither the memory nor anybody's work depends on how much there is.
 */
export async function backUp(
  { url, dataDir, secret, version }: Source,
  folder: string,
  say: (done: number, total: number) => void = () => {},
): Promise<Manifest> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if ((await readdir(folder)).length > 0) throw new Error(`${folder} is not empty; a backup wants a folder of its own`)
  const client = new pg.Client({ connectionString: url, application_name: 'yicun backup' })
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    const begun = await one<{ at: Date }>(client, 'select now() at')
    const tables = await tablesOf(client)
    const counts: Manifest['tables'] = {}
    for (const [index, table] of tables.entries()) {
      say(index, tables.length)
      counts[table.name] = await writeTable(client, table, fileOf(folder, table.name))
    }
    const photos = await copyPhotos(client, dataDir, folder)
    const manifest: Manifest = {
      format: 1,
      version,
      madeAt: new Date(begun.at).toISOString(),
      migrations: (
        await client.query<{ name: string; hash: string }>('select name, hash from kernel.migration order by at, name')
      ).rows,
      tables: counts,
      sequences: await lastNumbers(client),
      orderMonths: await orderMonths(client),
      photos,
    }
    await client.query('commit')
    await writeFile(secretIn(folder), `${secret}\n`, { mode: 0o600, flush: true })
    await writeFile(manifestIn(folder), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flush: true })
    return manifest
  } finally {
    await client.end()
  }
}

async function one<Row extends object>(client: pg.Client, text: string): Promise<Row> {
  return (await client.query(text)).rows[0] as Row
}

async function writeTable(client: pg.Client, table: Table, file: string): Promise<number> {
  await mkdir(dirname(file), { recursive: true })
  const counted = { rows: 0 }
  const target = createWriteStream(file, { mode: 0o600, flush: true } as Parameters<typeof createWriteStream>[1])
  await pipeline(Readable.from(pagesOf(client, table, counted)), createGzip(), target)
  return counted.rows
}

async function* pagesOf(client: pg.Client, { name, columns }: Table, counted: { rows: number }) {
  // JSON inside JSON travels as text: a JSON null is not a missing value.
  const chosen = columns.map((column) => (column.isJson ? `${column.name}::text as ${column.name}` : column.name))
  const rows = `select row_to_json(r)::text as line from (select ${chosen.join(', ')} from ${name}) r`
  await client.query(`declare lines no scroll cursor for ${rows}`)
  for (;;) {
    const page = await client.query<{ line: string }>(`fetch ${rowsPerPage} from lines`)
    if (page.rows.length === 0) break
    counted.rows += page.rows.length
    yield `${page.rows.map(({ line }) => line).join('\n')}\n`
  }
  await client.query('close lines')
}

/** Copies the photos that this snapshot knows. One that nobody used may have been removed since: it is not missed. */
async function copyPhotos(client: pg.Client, dataDir: string, folder: string): Promise<Manifest['photos']> {
  const photos = { copied: 0, missing: 0 }
  await client.query('declare photos no scroll cursor for select id, used from kernel.file')
  for (;;) {
    const page = await client.query<{ id: string; used: boolean }>(`fetch ${rowsPerPage} from photos`)
    if (page.rows.length === 0) return photos
    for (const { id, used } of page.rows) {
      const copied = await copy(folderOfPhoto(dataDir, id), folderOfPhoto(folder, id))
      if (copied) photos.copied++
      else if (used) photos.missing++
    }
  }
}

async function copy(from: string, to: string): Promise<boolean> {
  try {
    await cp(from, to, { recursive: true })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}

/** Sequences stand outside of snapshots; read last, they are at or beyond every number in it. */
async function lastNumbers(client: pg.Client): Promise<Record<string, number>> {
  const found = await client.query<{ name: string; last: number }>(
    `select quote_ident(schemaname) || '.' || quote_ident(sequencename) as name, last_value as last
     from pg_sequences where last_value is not null order by 1`,
  )
  return Object.fromEntries(found.rows.map(({ name, last }) => [name, Number(last)]))
}

async function orderMonths(client: pg.Client): Promise<string[]> {
  const found = await client.query<{ part: string }>(
    `select c.relname as part from pg_inherits i join pg_class c on c.oid = i.inhrelid
     where i.inhparent = 'orders."order"'::regclass and c.relname ~ '^order_[0-9]{4}_[0-9]{2}$' order by 1`,
  )
  return found.rows.map(({ part }) => part.slice(6).replace('_', '-'))
}
