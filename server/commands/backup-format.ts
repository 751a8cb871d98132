import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'

/**
 * A backup is a folder: one file of JSON lines per table, the photos, the secret, and a manifest, which is written last:
 * without it the folder is no backup.
 */
export interface Manifest {
  format: 1
  /** The version of Yicun that made it. */
  version: string
  /** The moment whose state it holds. */
  madeAt: string
  migrations: { name: string; hash: string }[]
  /** Rows by table. */
  tables: Record<string, number>
  /** The last number given by each sequence. */
  sequences: Record<string, number>
  /** The months that the order tables are cut into. */
  orderMonths: string[]
  photos: { copied: number; missing: number }
}

export const manifestIn = (folder: string) => join(folder, 'manifest.json')
export const secretIn = (folder: string) => join(folder, 'secret')
export const photosIn = (folder: string) => join(folder, 'files')
/** orders."order" → tables/orders.order.jsonl.gz */
export const fileOf = (folder: string, table: string) => join(folder, 'tables', `${table.replaceAll('"', '')}.jsonl.gz`)

/** Reads a manifest; refuses what is none. */
export function readManifest(folder: string): Manifest {
  const manifest = JSON.parse(readFileSync(manifestIn(folder), 'utf8')) as Manifest
  if (manifest.format !== 1) throw new Error(`${folder} holds a backup of another format (${manifest.format})`)
  return manifest
}

export interface Table {
  name: string
  columns: { name: string; type: string; isJson: boolean }[]
}

/** Every table of ours with the columns that are written, except the list of migrations, which the manifest holds. */
export async function tablesOf(client: pg.ClientBase): Promise<Table[]> {
  const found = await client.query<Table>(
    `select c.oid::regclass::text as name, json_agg(json_build_object('name', quote_ident(a.attname),
       'type', format_type(a.atttypid, a.atttypmod), 'isJson', a.atttypid in ('json'::regtype, 'jsonb'::regtype))
       order by a.attnum) columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
     where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not like 'pg\\_%'
       and n.nspname not in ('information_schema', 'public') and (n.nspname, c.relname) <> ('kernel', 'migration')
       and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     group by c.oid order by 1`,
  )
  return found.rows
}
