import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'vitest'
import { root } from '../kernel/config.ts'
import { commands, help, overview } from './all.ts'

function yicun(...args: string[]): Promise<{ status: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(root, 'server/cli.ts'), ...args], { cwd: root })
  let [out, err] = ['', '']
  child.stdout.on('data', (chunk) => (out += chunk))
  child.stderr.on('data', (chunk) => (err += chunk))
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, out: out.trim(), err })))
}

test('the help names every command, and every command explains itself and each of its options', () => {
  const said = overview()
  for (const [name, command] of Object.entries(commands)) {
    match(said, new RegExp(`^ {2}${name} +${command.summary.slice(0, 12)}`, 'm'))
    const own = help(name, command)
    match(own, new RegExp(`^yicun ${name}: `))
    ok(own.includes(`  yicun ${name}`), `${name} shows how it is used`)
    ok(command.more.length > 40, `${name} says what to know before`)
    for (const [flag, { about }] of Object.entries(command.options)) {
      ok(own.includes(`--${flag}`) && about.length > 10, `${name} --${flag}`)
      ok(command.usage.includes(`--${flag}`), `${name}: the usage shows --${flag}`)
    }
  }
  equal(Object.keys(commands).length, 12)
})

test('help does nothing else, and what is not understood is said, with the way out', { timeout: 120_000 }, async () => {
  const asked = [yicun('verify', '--help'), yicun(), yicun('verfy'), yicun('verify', '--olny', 'x')] as const
  const [verify, none, unknown, odd] = await Promise.all(asked)
  deepEqual([verify.status, verify.out], [0, help('verify', commands.verify as never)])
  deepEqual([none.status, none.out], [0, overview()])
  deepEqual([unknown.status, odd.status], [2, 2])
  match(unknown.err, /no command verfy/)
  match(odd.err, /--olny[\s\S]*yicun verify \[--only NAME\]/)
})
