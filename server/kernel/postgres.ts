import { execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { chown, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { type Ground, ignore, prepareGround } from './postgres-ground.ts'
import { isAlive, isWatchdog, livingPostmaster, plainEnvironment, watch } from './postgres-process.ts'

export type PostgresOptions = {
  dataDir: string
  /** Without it the port of the last start is used again, or a free one. */
  port?: number
  /** Says nothing on stderr while waiting. */
  quiet?: boolean
  /** false gives up safety for speed: for tests only. */
  durable?: boolean
}

export type RunningPostgres = { url: string; pid: number; stop(): Promise<void> }

/** Kept in the data folder, which only the owner of the cluster and root can read. */
type Memory = { password: string; port?: number; postmaster?: number; starter?: number; watchdog?: number }

const name = 'yicun'
const patience = 300_000

/**
 * Starts the embedded PostgreSQL on `dataDir`, or joins the one that already runs there.
 * Several processes may share one cluster; the one that started it also stops it.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const ground = await prepareGround(options.dataDir)
  if (!existsSync(join(ground.dataDir, 'PG_VERSION'))) await initialise(ground, options)
  const begun = Date.now()
  let told = 0
  const wait = async (why: string, pause: number) => {
    const seconds = Math.floor((Date.now() - begun) / 1000)
    if (seconds > told && !options.quiet) process.stderr.write(`PostgreSQL: ${why}, ${seconds} s\n`)
    told = Math.max(told, seconds)
    await sleep(pause)
  }
  while (Date.now() < begun + patience) {
    const running = livingPostmaster(ground.dataDir)
      ? await joinLiving(ground)
      : await launch(ground, options, () => wait('starting, or recovering after it was killed', 20))
    if (running) return running
    await wait('another process is starting or stopping it', 50)
  }
  throw new Error(`The database in ${ground.dataDir} does not answer; its log is ${logOf(ground)}`)
}

/** Made beside its final place and renamed, so that a crash half way leaves nothing that looks finished. */
async function initialise(ground: Ground, options: PostgresOptions): Promise<void> {
  const making = `${ground.dataDir}.making-${process.pid}-${randomBytes(4).toString('hex')}`
  const password = randomBytes(24).toString('base64url')
  const secret = `${making}.secret`
  try {
    await mkdir(making, { mode: 0o700 })
    if (ground.account) await chown(making, ground.account.uid, ground.account.gid)
    await writePrivately(secret, password, ground)
    await promisify(execFile)(
      join(ground.bin, 'initdb'),
      [
        ...['-D', making, '--username', name, '--pwfile', secret, '--auth', 'scram-sha-256', '--encoding', 'UTF8'],
        // Sorting by code point is the same on every machine; Chinese order is the application's business.
        // The character types are the system's: with plain C, pg_trgm takes no Chinese character for a letter.
        ...['--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8', '--locale', 'C'],
        ...['--lc-ctype', process.platform === 'darwin' ? 'UTF-8' : 'C.UTF-8'],
        ...['--text-search-config', 'simple', '--no-instructions'],
        ...(options.durable === false ? ['--no-sync'] : []),
      ],
      { ...ground.account, cwd: '/', env: plainEnvironment() },
    )
    await remember({ ...ground, dataDir: making }, { password })
    await rename(making, ground.dataDir).catch(ignore('ENOTEMPTY', 'EEXIST'))
  } finally {
    await rm(secret, { force: true })
    await rm(making, { recursive: true, force: true })
  }
  if (!existsSync(join(ground.dataDir, 'PG_VERSION'))) {
    throw new Error(`${ground.dataDir} is not a database but holds files: ${await readdir(ground.dataDir)}`)
  }
}

/** Joins a living server; one whose starter was killed becomes ours to stop. */
async function joinLiving(ground: Ground): Promise<RunningPostgres | undefined> {
  const living = livingPostmaster(ground.dataDir)
  if (!living?.port) return undefined
  const { password } = await recall(ground)
  const starterAtLaunch = await greet(password, living.port)
  if (starterAtLaunch === undefined) return undefined
  const memory = await recall(ground)
  const known = memory.postmaster === living.pid
  if (isAlive(known ? memory.starter : starterAtLaunch)) {
    return { url: urlOf(password, living.port), pid: living.pid, stop: async () => {} }
  }
  // The watchdog of a killed starter is about to stop the server: let it, and start afresh.
  if (known && isWatchdog(memory.watchdog)) return undefined
  await sleep(known ? 100 : 500)
  if ((await greet(password, living.port)) === undefined) return undefined
  return own(ground, living.pid, living.port, watch(ground, living.pid))
}

/** Starts a server; undefined means another process was faster or the last one is still letting go. */
async function launch(
  ground: Ground,
  options: PostgresOptions,
  wait: () => Promise<void>,
): Promise<RunningPostgres | undefined> {
  const { password, port: lastPort } = await recall(ground)
  const port = await choosePort(options.port, lastPort)
  const log = openLog(ground)
  const child = spawn(join(ground.bin, 'postgres'), ['-D', ground.dataDir, ...settings(ground, port, options)], {
    ...ground.account,
    cwd: ground.dataDir,
    env: plainEnvironment(),
    // Its own process group: Ctrl-C reaches us first, and we stop it when the work in hand is done.
    detached: true,
    stdio: ['ignore', log.file, log.file],
  })
  closeSync(log.file)
  child.unref()
  let failure: Error | undefined
  child.once('error', (error) => {
    failure = error
  })
  await sleep(0)
  if (!child.pid) throw new Error('PostgreSQL could not be run; set DATABASE_URL to use another', { cause: failure })
  const watchdog = watch(ground, child.pid)
  while (child.exitCode === null && child.signalCode === null) {
    if ((await greet(password, port)) === process.pid) return own(ground, child.pid, port, watchdog)
    await wait()
  }
  watchdog.kill('SIGKILL')
  const said = readFileSync(logOf(ground), 'utf8').slice(log.start)
  if (/lock file .* already exists|shared memory block .* still in use/.test(said)) return undefined
  if (!options.port && /could not bind/.test(said)) return undefined
  throw new Error(`PostgreSQL did not start:\n${said.slice(-2000)}`)
}

/** Makes this process the one that stops the server, even when it is killed itself. */
async function own(
  ground: Ground,
  pid: number,
  port: number,
  watchdog: ReturnType<typeof watch>,
): Promise<RunningPostgres> {
  const { password } = await recall(ground)
  await remember(ground, { password, port, postmaster: pid, starter: process.pid, watchdog: watchdog.pid })
  const stop = async () => {
    if (isAlive(pid)) process.kill(pid, 'SIGINT')
    for (let waited = 0; isAlive(pid); waited += 10) {
      if (waited === 30_000) process.kill(pid, 'SIGQUIT')
      await sleep(10)
    }
    watchdog.kill('SIGKILL')
  }
  let stopping: Promise<void> | undefined
  return {
    url: urlOf(password, port),
    pid,
    stop() {
      stopping ??= stop()
      return stopping
    },
  }
}

function settings(ground: Ground, port: number, options: PostgresOptions): string[] {
  const library = join(ground.bin, '../lib/postgresql/pg_stat_statements.so')
  const safety = options.durable === false ? 'off' : 'on'
  const values = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    fsync: safety,
    full_page_writes: safety,
    synchronous_commit: safety,
    max_connections: 100,
    shared_buffers: '256MB',
    effective_cache_size: '1GB',
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    max_wal_size: '2GB',
    wal_compression: 'on',
    checkpoint_timeout: '15min',
    random_page_cost: 1.1,
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    // Without the detail of an error, which repeats the row it is about.
    log_error_verbosity: 'terse',
    // Tells whoever joins the server which process is answerable for it.
    'yicun.starter': process.pid,
    shared_preload_libraries: existsSync(library) ? 'pg_stat_statements' : '',
  }
  return Object.entries(values).flatMap(([key, value]) => ['-c', `${key}=${value}`])
}

/**
 * Says who started the server, once it answers a query and our database exists.
 * Only a query counts: during recovery the port is open and refuses everyone.
 */
async function greet(password: string, port: number): Promise<number | undefined> {
  const client = new pg.Client({ host: '127.0.0.1', port, user: name, password, database: 'postgres' })
  client.on('error', () => {})
  try {
    await client.connect()
    const found = await client.query('select 1 from pg_database where datname = $1', [name])
    if (found.rowCount === 0) await client.query(`create database ${name}`)
    const starter = await client.query<{ pid: string }>(`select current_setting('yicun.starter') as pid`)
    return Number(starter.rows[0]?.pid)
  } catch {
    return undefined
  } finally {
    await client.end().catch(() => {})
  }
}

/** A port that was asked for must be free; one that we only remember may have been taken meanwhile. */
async function choosePort(wanted: number | undefined, last: number | undefined): Promise<number> {
  for (const candidate of wanted ? [wanted] : [last ?? 0, 0]) {
    const port = await tryPort(candidate)
    if (port) return port
  }
  throw new Error(`Port ${wanted} for the database is taken; choose another or leave it out`)
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(undefined))
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(address && typeof address === 'object' ? address.port : undefined))
    })
  })
}

function urlOf(password: string, port: number): string {
  return `postgres://${name}:${password}@127.0.0.1:${port}/${name}`
}

function logOf(ground: Ground): string {
  return join(ground.dataDir, 'server.log')
}

function openLog(ground: Ground): { file: number; start: number } {
  const path = logOf(ground)
  if (existsSync(path) && statSync(path).size > 20_000_000) renameSync(path, `${path}.old`)
  const file = openSync(path, 'a', 0o600)
  if (ground.account) chownSync(path, ground.account.uid, ground.account.gid)
  return { file, start: statSync(path).size }
}

async function recall(ground: Ground): Promise<Memory> {
  return JSON.parse(await readFile(memoryOf(ground), 'utf8'))
}

async function remember(ground: Ground, memory: Memory): Promise<void> {
  const draft = `${memoryOf(ground)}.${process.pid}`
  await writePrivately(draft, JSON.stringify(memory), ground)
  await rename(draft, memoryOf(ground))
}

function memoryOf(ground: Ground): string {
  return join(ground.dataDir, 'launcher.json')
}

async function writePrivately(path: string, text: string, ground: Ground): Promise<void> {
  await writeFile(path, text, { mode: 0o600 })
  if (ground.account) await chown(path, ground.account.uid, ground.account.gid)
}
