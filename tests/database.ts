import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import type { TestProject } from 'vitest/node'
import { root } from '../server/kernel/config.ts'
import { startPostgres } from '../server/kernel/postgres.ts'
import { ignore, prepareGround, removeCluster } from '../server/kernel/postgres-ground.ts'
import { prepareTemplate } from '../server/kernel/testing-setup.ts'

const cacheRoot = join(root, '.cache', 'test-clusters')

/** Gives every test run one PostgreSQL with the template database, and takes it away afterwards. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const given = process.env.TEST_DATABASE_URL
  if (given) {
    await prepareTemplate(given)
    project.provide('databaseUrl', given)
    return undefined
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'yicun-test-'))
  const cached = join(cacheRoot, fingerprint())
  const { dataDir: real } = await prepareGround(dataDir)
  if (!existsSync(cached)) await fillCache(cached, dataDir, real)
  await rm(real, { recursive: true })
  execFileSync('cp', ['-a', cached, real])
  const server = await startPostgres({ dataDir, quiet: true, durable: false })
  project.provide('databaseUrl', server.url)
  return async () => {
    await server.stop()
    await removeCluster(dataDir)
  }
}

/** Migrating and loading all divisions takes seconds; a copy of the result takes a fifth of one. */
async function fillCache(cached: string, dataDir: string, real: string): Promise<void> {
  const server = await startPostgres({ dataDir, quiet: true, durable: false })
  try {
    await prepareTemplate(server.url)
  } finally {
    await server.stop()
  }
  const making = `${cached}.${process.pid}`
  await mkdir(cacheRoot, { recursive: true })
  execFileSync('cp', ['-a', real, making])
  await rename(making, cached).catch(ignore('ENOTEMPTY', 'EEXIST'))
  await rm(making, { recursive: true, force: true })
  await forgetOld()
}

async function forgetOld(): Promise<void> {
  const names = (await readdir(cacheRoot)).filter((name) => /^[0-9a-f]+$/.test(name))
  const aged = await Promise.all(names.map(async (name) => ({ name, at: (await stat(join(cacheRoot, name))).ctimeMs })))
  const old = aged.sort((a, b) => b.at - a.at).slice(3)
  for (const { name } of old) await rm(join(cacheRoot, name), { recursive: true, force: true })
}

/** Changes whenever something changes that the template is made from. */
function fingerprint(): string {
  const sources = [
    ...filesIn('server').filter((path) => /\/migrations\/|^server\/modules(\.ts|\/divisions\/)/.test(path)),
    ...filesIn('server/kernel').filter((path) => /\/(migrate|testing-setup|postgres[a-z-]*)\.ts$/.test(path)),
    ...filesIn('data'),
    'package-lock.json',
  ]
  const hash = createHash('sha256')
  for (const path of sources) hash.update(path).update(readFileSync(join(root, path)))
  return hash.digest('hex').slice(0, 16)
}

function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort()
}
