import { deepEqual, equal, match } from 'node:assert/strict'
import { test } from 'vitest'
import { judge } from './holes.mjs'

const report = (...holes: { name: string; severity: string; range: string }[]) =>
  JSON.stringify({
    vulnerabilities: Object.fromEntries(holes.map((hole) => [hole.name, hole])),
    metadata: { vulnerabilities: { total: holes.length } },
  })
const counts = ({ passed, failed, skipped = 0 }: ReturnType<typeof judge>) => [passed, failed, skipped]

test('a hole of severity high or worse fails, a smaller one does not', () => {
  deepEqual(counts(judge(report())), [1, 0, 0])
  deepEqual(counts(judge(report({ name: 'a', severity: 'moderate', range: '<2' }))), [1, 0, 0])
  for (const severity of ['high', 'critical']) {
    const verdict = judge(report({ name: 'a', severity: 'low', range: '*' }, { name: 'b', severity, range: '<3' }))
    deepEqual(counts(verdict), [0, 1, 0])
    equal(verdict.said, `b <3: ${severity}`)
  }
})

test('a registry that cannot tell is no pass and no failure', () => {
  const refused = judge(JSON.stringify({ message: '405 Method Not Allowed', statusCode: 405 }))
  deepEqual(counts(refused), [0, 0, 1])
  match(refused.said, /405 Method Not Allowed/)
  for (const answer of ['', 'not JSON', '{}']) deepEqual(counts(judge(answer)), [0, 0, 1])
})
