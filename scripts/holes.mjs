// Known holes in what a production install holds, as far as the package registry can tell.
import { execFile } from 'node:child_process'
import { root } from './install.mjs'

/** Asks the registry; a hole of severity high or worse fails, and a registry that cannot tell is said to be one. */
export async function findHoles() {
  const verdict = judge(await audit())
  console.log(verdict.said)
  return verdict
}

/** What the answer of `npm audit --json` means. */
export function judge(answer) {
  let report
  try {
    report = JSON.parse(answer)
  } catch {
    report = {}
  }
  const { metadata, vulnerabilities = {}, message } = report
  if (!metadata?.vulnerabilities)
    return { passed: 0, failed: 0, skipped: 1, said: `the registry cannot tell: ${message ?? 'no answer'}` }
  const grave = Object.values(vulnerabilities).filter(({ severity }) => ['high', 'critical'].includes(severity))
  if (grave.length === 0) return { passed: 1, failed: 0, said: 'no known hole of severity high' }
  return {
    passed: 0,
    failed: 1,
    said: grave.map(({ name, severity, range }) => `${name} ${range}: ${severity}`).join('\n'),
  }
}

function audit() {
  const args = ['audit', '--omit=dev', '--json', '--fetch-retries=0', '--fetch-timeout=20000']
  return new Promise((resolve) => {
    // It ends with 1 both when there are holes and when it could not ask; what it says tells which.
    execFile('npm', args, { cwd: root, timeout: 60_000, maxBuffer: 64 << 20 }, (_error, out) => resolve(out))
  })
}
