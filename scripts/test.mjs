// `npm test`: everything that must hold, ending in what failed, by name, and one line `N passed, N failed`.
// `npm test -- unit` runs one step, `npm test -- path/of/a.test.ts` the tests of one file.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { ensureBuilt } from './build.mjs'
import { findHoles } from './holes.mjs'
import { chooseNode, ensureInstalled, root } from './install.mjs'

const bin = (name) => join(root, 'node_modules', '.bin', name)
const steps = {
  types: () => check(bin('tsc'), ['--noEmit', '-p', '.']),
  'types of the office': () => check(bin('tsc'), ['--noEmit', '-p', 'web/office']),
  'lint and format': () => check(bin('biome'), ['ci', '--diagnostic-level=warn', '.']),
  'known holes': findHoles,
  unit: () => vitest('unit'),
  build: () => asOne(ensureBuilt()),
  browser: () => vitest('browser'),
}

await chooseNode()
await ensureInstalled({ development: true })

const asked = process.argv.slice(2)
const filters = asked.filter((word) => !(word in steps))
const names = asked.filter((word) => word in steps)
const chosen = names.length > 0 ? names : Object.keys(steps).filter((name) => filters.length === 0 || runsFiles(name))

const total = { passed: 0, failed: 0, skipped: 0 }
const failures = []
for (const [index, name] of chosen.entries()) {
  console.log(`\n[${index + 1}/${chosen.length}] ${name}`)
  const begun = Date.now()
  const result = await steps[name]()
  for (const key of Object.keys(total)) total[key] += result[key] ?? 0
  if (result.failed > 0) failures.push(...(result.failures?.length ? result.failures : [name]))
  const verdict = result.failed > 0 ? `${result.failed} failed` : result.passed > 0 ? 'ok' : 'skipped'
  console.log(`[${index + 1}/${chosen.length}] ${name}: ${verdict}, ${((Date.now() - begun) / 1000).toFixed(1)} s`)
}
// Once more at the end: of a long log often only the end is kept.
if (failures.length > 0) console.log(`\nFailed:\n${failures.map((failure) => `- ${failure}`).join('\n')}`)
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`)
process.exitCode = total.failed > 0 || total.passed + total.skipped === 0 ? 1 : 0

function runsFiles(name) {
  const browser = filters.every((filter) => filter.includes('browser'))
  return name === 'browser' || name === 'build' ? browser : name === 'unit' && !browser
}

/** A step that either holds or does not counts as one. */
function check(command, args) {
  return asOne(run(command, args).then((code) => (code === 0 ? undefined : Promise.reject(new Error(`code ${code}`)))))
}

function asOne(work) {
  return work.then(
    () => ({ passed: 1, failed: 0 }),
    (error) => {
      console.log(error.message)
      return { passed: 0, failed: 1 }
    },
  )
}

async function vitest(project) {
  const report = join(root, '.cache', `test-${project}-${process.pid}.json`)
  mkdirSync(join(root, '.cache'), { recursive: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const code = await run(bin('vitest'), ['run', '--project', project, '--passWithNoTests', ...reporters, ...filters])
  const counted = existsSync(report) ? count(JSON.parse(readFileSync(report, 'utf8'))) : { passed: 0, failed: 0 }
  rmSync(report, { force: true })
  // A run that breaks without a failing test has failed all the same.
  if (code !== 0 && counted.failed === 0) counted.failed = 1
  return counted
}

function count(report) {
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
    failures: [
      ...brokenFiles.map((file) => told(file, file.message)),
      ...report.testResults.flatMap((file) =>
        file.assertionResults
          .filter(({ status }) => status === 'failed')
          .map((test) => told(file, `${test.fullName}: ${test.failureMessages.join(' ')}`)),
      ),
    ],
  }
}

/** One line for a failure, whatever its message holds. */
function told(file, what) {
  return `${relative(root, file.name)}: ${stripVTControlCharacters(what).replaceAll('\0', '').replace(/\s+/g, ' ').slice(0, 400)}`
}

function run(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => child.kill(signal))
  })
}
