import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's root: the folder that holds package.json, whether we run from source or from dist/. */
export const root = findRoot(dirname(fileURLToPath(import.meta.url)))

export interface Config {
  /** A PostgreSQL server to use instead of the embedded one. */
  databaseUrl: string | undefined
  host: string
  marketPort: number
  officePort: number
  /** Where the embedded database, uploads and the secret live. */
  dataDir: string
  /** Signs cookies, sandbox payments and trace links. Never leaves this machine. */
  secret: string
  /** How buyers reach the market, for links that leave the page: QR codes, share cards, callbacks. */
  marketUrl: string
  officeUrl: string
  /** The sandbox shows one-time codes on screen and pays with play money; a production start turns it off. */
  sandbox: boolean
  /** Connections one process may hold to the database. */
  poolSize: number
  /** Where Prometheus reads this process's figures; nowhere when undefined. */
  metrics?: { host: string; port: number }
}

/** Reads the whole configuration from the environment, once, at the edge of the process. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const dataDir = env.DATA_DIR ?? join(root, '.data')
  const host = env.HOST ?? '127.0.0.1'
  const marketPort = portFrom(env, 'MARKET_PORT', 8080)
  const officePort = portFrom(env, 'OFFICE_PORT', 8081)
  return {
    databaseUrl: env.DATABASE_URL || undefined,
    host,
    marketPort,
    officePort,
    dataDir,
    secret: env.SECRET ?? keptSecret(dataDir),
    marketUrl: env.MARKET_URL ?? `http://${addressOf(host)}:${marketPort}`,
    officeUrl: env.OFFICE_URL ?? `http://${addressOf(host)}:${officePort}`,
    sandbox: env.SANDBOX !== 'off',
    // One process keeps no more busy, and each connection plans every statement for itself when it first meets it.
    poolSize: Number(env.POOL_SIZE ?? 8),
    ...(env.METRICS_PORT
      ? { metrics: { host: env.METRICS_HOST ?? '127.0.0.1', port: portFrom(env, 'METRICS_PORT', 0) } }
      : {}),
  }
}

/** Where a host answers on this machine: "everywhere" can be listened on, but not gone to. */
function addressOf(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}

function portFrom(env: NodeJS.ProcessEnv, name: string, otherwise: number): number {
  const port = Number(env[name] ?? otherwise)
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`${name} must be a port number, 0 to 65535`)
  return port
}

function keptSecret(dataDir: string): string {
  const file = join(dataDir, 'secret')
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()
  mkdirSync(dataDir, { recursive: true })
  const secret = randomBytes(32).toString('base64url')
  writeFileSync(file, `${secret}\n`, { mode: 0o600, flag: 'wx' })
  return secret
}

function findRoot(from: string): string {
  return existsSync(join(from, 'package.json')) ? from : findRoot(dirname(from))
}
