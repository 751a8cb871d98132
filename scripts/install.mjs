import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { step } from './progress.mjs'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const modules = join(root, 'node_modules')
const stamp = join(modules, '.cache', 'yicun-installed')

/** Ends the process with a clear message where Node is too old; goes on in our own Node where that is installed. */
export async function chooseNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Yicun needs Node 20.19 or newer; this is ${process.versions.node}.`)
    process.exit(1)
  }
  await handOver()
}

/**
 * Runs the same program in the Node that comes with the packages (docs/decisions/runtime.md), and ends as that ends.
 * Returns when this process is that Node, or there is none for this kind of machine, or with `SYSTEM_NODE=on`. npm finds our
 * Node by itself once it is installed: this is for the start that installs it, and for those who call us without npm.
 */
async function handOver() {
  const own = join(modules, `node-${process.platform}-${process.arch}`, 'bin/node')
  if (process.env.SYSTEM_NODE === 'on' || !existsSync(own) || realpathSync(own) === process.execPath) return
  if (spawnSync(own, ['--version']).status !== 0) return
  const env = { ...process.env, PATH: `${dirname(own)}${delimiter}${process.env.PATH}` }
  const child = spawn(own, [...process.execArgv, ...process.argv.slice(1)], { stdio: 'inherit', env })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  const [code, signal] = await once(child, 'exit')
  process.exit(code ?? 128 + constants.signals[signal])
}

/**
 * Installs the packages when there are none, when the lock has changed, or when those for building and testing are
 * needed and absent. `npm install` and not `npm ci`: the lock serves every platform, and ci refuses one that
 * was made where another platform's optional packages were not to be had.
 */
export async function ensureInstalled({ development = false } = {}) {
  const fresh = !existsSync(modules)
  const missing = (development ? ['vite', 'typescript', 'playwright-core'] : ['fastify']).some(
    (name) => !existsSync(join(modules, name)),
  )
  if (!missing && isCurrent()) return
  const omit = fresh && !development ? ['--omit=dev'] : []
  const expected = countExpected(omit.length > 0)
  await step(
    'Installing packages',
    () => npm(['install', '--no-audit', '--no-fund', '--loglevel=error', ...omit]),
    () => Math.min(0.99, countPresent() / expected),
  )
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, lockHash())
  await handOver()
}

/** An install by hand is as good as ours. */
function isCurrent() {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash()) return true
  const byHand = join(modules, '.package-lock.json')
  return existsSync(byHand) && statSync(byHand).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs
}

function lockHash() {
  const hash = createHash('sha256')
  for (const file of ['package.json', 'package-lock.json']) hash.update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

function npm(args) {
  const [command, ...first] = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm']
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...first, ...args], { cwd: root, stdio: ['ignore', 2, 2] })
    child.once('error', reject)
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`npm install ended with code ${code}`))))
  })
}

/** The lock serves every platform; only what is meant for this one will come. */
function countExpected(withoutDevelopment) {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const libc = process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl'
  const fits = (wanted, here) => !wanted || wanted.includes(here)
  const entries = Object.entries(lock.packages).filter(
    ([path, entry]) =>
      /^node_modules\/(@[^/]+\/)?[^/]+$/.test(path) &&
      fits(entry.os, process.platform) &&
      fits(entry.cpu, process.arch) &&
      (process.platform !== 'linux' || fits(entry.libc, libc)) &&
      !(withoutDevelopment && entry.dev),
  )
  return Math.max(1, entries.length)
}

/** A folder comes first and its contents much later: a package is there when its package.json is. */
function countPresent() {
  if (!existsSync(modules)) return 0
  const names = readdirSync(modules).filter((name) => !name.startsWith('.'))
  const packages = names.flatMap((name) =>
    name.startsWith('@') ? readdirSync(join(modules, name)).map((inner) => join(name, inner)) : [name],
  )
  return packages.filter((name) => existsSync(join(modules, name, 'package.json'))).length
}
