import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { cp, mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import pg from 'pg'
import { connect } from '../kernel/db.ts'
import { allMigrations, migrate } from '../kernel/migrate.ts'
import { addMonths, startOf } from '../kernel/time.ts'
import { createOrderParts } from '../modules/orders/index.ts'
import { fileOf, type Manifest, photosIn, readManifest, secretIn, type Table, tablesOf } from './backup-format.ts'

export interface Target {
  url: string
  dataDir: string
  /** The secret that the environment gives; without one, the backup's is written into the data folder. */
  secret?: string | undefined
}

const charactersPerPage = 4_000_000
// What migrations themselves put into a database that is otherwise empty.
const filledByMigrations = [
  'catalog.forbidden_word',
  'catalog.seal_day',
  'orders.rule',
  'monitoring.indicator_definition',
]

/** Brings a backup back into an empty database: everything, or nothing when anything is amiss. */
export async function restoreBackup(
  folder: string,
  target: Target,
  say: (done: number, total: number) => void = () => {},
): Promise<Manifest> {
  const manifest = readManifest(folder)
  const names = knownMigrations(manifest)
  const secret = readFileSync(secretIn(folder), 'utf8').trim()
  if (target.secret && target.secret !== secret)
    throw new Error('SECRET is not the one of the backup; without that one nobody could use their second factor')
  await migrate(target.url, undefined, (name) => names.has(name))
  const client = new pg.Client({ connectionString: target.url, application_name: 'yicun restore' })
  await client.connect()
  try {
    const tables = await tablesOf(client)
    await refuseFull(client, tables, manifest)
    await makeOrderParts(target.url, manifest.orderMonths)
    await cp(photosIn(folder), join(target.dataDir, 'files'), { recursive: true }).catch(ignoreMissing)
    if (!target.secret) await keepSecret(target.dataDir, secret)
    await load(client, folder, tables, manifest, say)
  } finally {
    await client.end()
  }
  // A backup of an older version is brought up to this one.
  await migrate(target.url)
  return manifest
}

function knownMigrations({ version, migrations }: Manifest): Set<string> {
  const ours = new Map(allMigrations().map(({ name, hash }) => [name, hash]))
  for (const { name, hash } of migrations) {
    if (!ours.has(name)) throw new Error(`the backup was made by version ${version}, which knows ${name}; use that one`)
    if (ours.get(name) !== hash) throw new Error(`migration ${name} is not the one that the backup was made with`)
  }
  return new Set(migrations.map(({ name }) => name))
}

async function refuseFull(client: pg.Client, tables: readonly Table[], manifest: Manifest): Promise<void> {
  const done = await client.query<{ name: string }>('select name from kernel.migration')
  const beyond = done.rows.find(({ name }) => !manifest.migrations.some((migration) => migration.name === name))
  if (beyond) throw new Error(`the database has ${beyond.name} already, the backup has not; use an empty database`)
  for (const { name } of tables.filter((table) => !filledByMigrations.includes(table.name))) {
    const found = await client.query(`select 1 from ${name} limit 1`)
    if (found.rowCount) throw new Error(`there are rows in ${name}; a backup is restored into an empty database`)
  }
}

/** The parts that the backup had; each call makes those from fourteen months before a day to two after. */
async function makeOrderParts(url: string, months: readonly string[]): Promise<void> {
  const connection = connect(url, 1)
  try {
    for (let at = 0; at < months.length; at += 16)
      await createOrderParts(connection.db, startOf(`${addMonths(months[at] as string, 14)}-01`))
    await createOrderParts(connection.db)
  } finally {
    await connection.close()
  }
}

/** One transaction. Foreign keys are taken off and put on again, which checks each of them once for all rows. */
async function load(
  client: pg.Client,
  folder: string,
  tables: readonly Table[],
  manifest: Manifest,
  say: (done: number, total: number) => void,
): Promise<void> {
  await client.query('begin')
  const keys = await takeOffForeignKeys(client)
  // The journal's pages need not balance one by one; `yicun verify` adds it all up.
  for (const { name } of tables) await client.query(`alter table ${name} disable trigger user`)
  await client.query(`truncate ${tables.map(({ name }) => name).join(', ')}`)
  for (const [index, table] of tables.entries()) {
    say(index, tables.length)
    const wanted = manifest.tables[table.name]
    if (wanted === undefined) throw new Error(`the backup knows no table ${table.name}`)
    const written = await loadTable(client, table, fileOf(folder, table.name))
    if (written !== wanted)
      throw new Error(`${table.name} has ${written} rows in its file and ${wanted} in the manifest`)
  }
  for (const { name } of tables) await client.query(`alter table ${name} enable trigger user`)
  for (const { on, name, rule } of keys) await client.query(`alter table ${on} add constraint ${name} ${rule}`)
  for (const [name, last] of Object.entries(manifest.sequences))
    await client.query('select setval($1::regclass, $2)', [name, last])
  await client.query('commit')
  await client.query('analyze')
}

interface ForeignKey {
  on: string
  name: string
  rule: string
}

async function takeOffForeignKeys(client: pg.Client): Promise<ForeignKey[]> {
  const found = await client.query<ForeignKey>(
    `select conrelid::regclass::text as on, quote_ident(conname) as name, pg_get_constraintdef(oid) as rule
     from pg_constraint where contype = 'f' and conparentid = 0 order by conrelid, conname`,
  )
  for (const { on, name } of found.rows) await client.query(`alter table ${on} drop constraint ${name}`)
  return found.rows
}

async function loadTable(client: pg.Client, { name, columns }: Table, file: string): Promise<number> {
  const typed = columns.map((column) => `${column.name} ${column.isJson ? 'text' : column.type}`)
  const read = columns.map((column) => (column.isJson ? `r.${column.name}::${column.type}` : `r.${column.name}`))
  const statement = `insert into ${name} (${columns.map((column) => column.name).join(', ')}) overriding system value
    select ${read.join(', ')} from json_to_recordset($1::json) as r(${typed.join(', ')})`
  let written = 0
  for await (const page of pagesIn(file)) written += (await client.query(statement, [page])).rowCount ?? 0
  return written
}

async function* pagesIn(file: string): AsyncGenerator<string> {
  const unpacked = createGunzip().setEncoding('utf8')
  // A file that is missing or cut off ends the loop below with its error.
  pipeline(createReadStream(file), unpacked, () => {})
  let lines: string[] = []
  let length = 0
  let begun = ''
  for await (const chunk of unpacked) {
    const parts = (begun + chunk).split('\n')
    begun = parts.pop() ?? ''
    lines.push(...parts)
    length += chunk.length
    if (length < charactersPerPage) continue
    if (lines.length > 0) yield `[${lines.join(',')}]`
    lines = []
    length = 0
  }
  if (lines.length > 0) yield `[${lines.join(',')}]`
}

/** The secret of the backup is the one from now on; another that lies there is set aside, not lost. */
async function keepSecret(dataDir: string, secret: string): Promise<void> {
  const file = join(dataDir, 'secret')
  await mkdir(dataDir, { recursive: true })
  if (existsSync(file) && readFileSync(file, 'utf8').trim() !== secret) await rename(file, `${file}.before-restore`)
  await writeFile(file, `${secret}\n`, { mode: 0o600, flush: true })
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error
}
