// `npm run check`: the quick look before a commit. Types, lint, format, architecture, and the tests near what changed.
import { execFileSync, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chooseNode, ensureInstalled, root } from './install.mjs'

await chooseNode()
await ensureInstalled({ development: true })

const bin = (name) => join(root, 'node_modules', '.bin', name)
const architecture = ['server/architecture.test.ts', 'server/schema.test.ts'].filter((file) =>
  existsSync(join(root, file)),
)
const related = ['related', '--run', '--project', 'unit', '--passWithNoTests', ...changedSources()]

// Types take the longest and one core; the rest goes beside them.
const results = await Promise.all([
  inTurn(['types', bin('tsc'), types('.')]),
  inTurn(
    ['lint and format', bin('biome'), ['ci', '--diagnostic-level=warn', '.']],
    ['office types', bin('tsc'), types('web/office')],
    ['tests', bin('vitest'), [...related, ...architecture]],
  ),
])
const failed = results.flat().filter((ok) => !ok).length
console.log(failed === 0 ? 'All good' : `${failed} of ${results.flat().length} failed`)
process.exitCode = failed === 0 ? 0 : 1

/** What was found last time is kept, so that only what changed is looked at again. */
function types(project) {
  const kept = join(root, '.cache', `types-${project === '.' ? 'all' : 'office'}`)
  return ['--noEmit', '--incremental', '--tsBuildInfoFile', kept, '-p', project]
}

async function inTurn(...commands) {
  const outcomes = []
  for (const [name, command, args] of commands) outcomes.push(await run(name, command, args))
  return outcomes
}

function run(name, command, args) {
  const begun = Date.now()
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
    child.once('error', reject)
    child.once('close', (code) => {
      if (code !== 0) console.log(said)
      console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name}  ${((Date.now() - begun) / 1000).toFixed(1)} s`)
      resolve(code === 0)
    })
  })
}

/** What differs from the last commit, new files too. */
function changedSources() {
  const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\n')
  const files = [...git('diff', '--name-only', 'HEAD'), ...git('ls-files', '--others', '--exclude-standard')]
  return files.filter((file) => /\.(ts|tsx|mjs|sql)$/.test(file) && existsSync(join(root, file)))
}
