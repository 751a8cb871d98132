// Builds what `npm start` runs: the server as one file, and the pages of market, workbench and office.
// `node scripts/build.mjs [--force] [server|market|workbench|office]…` builds what has changed since the last time.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureInstalled, root } from './install.mjs'
import { say, step } from './progress.mjs'

const faces = ['market', 'workbench', 'office']
const targets = ['server', ...faces]

/** The targets whose sources differ from those of their last build. */
export function outdated(wanted = targets) {
  return wanted.filter((target) => exists(target) && readStamp(target) !== hashOf(target))
}

/**
 * Installs what running takes, or what building takes where something is to be built, and builds that in a child
 * process, so that the compilers leave the memory again; speaks on stderr only.
 */
export async function ensureBuilt(wanted = targets) {
  const due = outdated(wanted)
  await ensureInstalled({ development: due.length > 0 })
  if (due.length > 0) await run(process.execPath, [join(root, 'scripts/build.mjs'), ...due])
}

/** All are tried to the end: one that fails must not leave another writing behind our back. */
async function build(due) {
  let built = 0
  const work = async () => {
    const results = await Promise.allSettled(due.map((target) => buildTarget(target).then(() => built++)))
    const failed = results.find((result) => result.status === 'rejected')
    if (failed) throw failed.reason
  }
  await step(`Building ${due.join(', ')}`, work, () => built / due.length)
}

async function buildTarget(target) {
  const hash = hashOf(target)
  rmSync(stampOf(target), { force: true })
  const begun = Date.now()
  await (target === 'server' ? buildServer() : buildFace(target))
  say(`  ${target}  ${((Date.now() - begun) / 1000).toFixed(1)} s`)
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(stampOf(target), hash)
}

async function buildServer() {
  const esbuild = await import('esbuild')
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: ['server/cli.ts'],
    outfile: 'dist/cli.js',
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: externalPackages(),
    // What CommonJS packages inside ask for.
    banner: { js: "import{createRequire as r}from'node:module';const require=r(import.meta.url);" },
    jsx: 'automatic',
    jsxImportSource: 'preact',
    sourcemap: true,
    // Names stay, so that a profile reads like the source.
    minifyWhitespace: true,
    minifySyntax: true,
    logLevel: 'warning',
  })
}

/**
 * Running takes `dependencies`, which hold binaries, fonts or files that they look for beside themselves. All others become
 * part of what is built: those of hundreds of small modules start in a third of the time so.
 */
function externalPackages() {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return Object.keys(dependencies).flatMap((name) => [name, `${name}/*`])
}

function buildFace(face) {
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const folder = join(root, 'web', face)
  const output = ['--outDir', join(root, 'dist', face), '--emptyOutDir', '--logLevel', 'error']
  return run(process.execPath, [vite, 'build', folder, '--config', join(folder, 'vite.config.ts'), ...output])
}

function exists(target) {
  return existsSync(join(root, target === 'server' ? 'server/cli.ts' : `web/${target}/vite.config.ts`))
}

/** The server holds the market's pages too; a face depends on its own folder, on what all faces share and on shapes. */
function isSourceOf(target, path) {
  if (/\.test\.tsx?$/.test(path)) return false
  if (target === 'server') return true
  const face = /^web\/(market|workbench|office)\//.exec(path)?.[1]
  if (face) return face === target || (target !== 'office' && face === 'market')
  return path.startsWith('web/') || path.startsWith('server/kernel/') || path.endsWith('/shapes.ts')
}

function hashOf(target) {
  const hash = createHash('sha256')
  const files = ['server', 'web', 'demo'].flatMap((folder) => filesIn(join(root, folder)))
  for (const file of [...files, join(root, 'package-lock.json'), join(root, 'scripts/build.mjs')]) {
    const path = relative(root, file)
    if (path.includes('/') && !path.startsWith('scripts') && !isSourceOf(target, path)) continue
    hash.update(path).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

function filesIn(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort()
}

function stampOf(target) {
  return join(root, 'dist', `.${target}.built`)
}

function readStamp(target) {
  return existsSync(stampOf(target)) ? readFileSync(stampOf(target), 'utf8') : ''
}

function run(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 2, 2] })
    child.once('error', reject)
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${args[0]} ended with code ${code}`))))
  })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const asked = process.argv.slice(2).filter((argument) => targets.includes(argument))
  const wanted = asked.length > 0 ? asked : targets
  const due = process.argv.includes('--force') ? wanted.filter(exists) : outdated(wanted)
  if (due.length > 0)
    await build(due).catch((error) => {
      say(`The build failed: ${error.message}`)
      process.exit(1)
    })
}
