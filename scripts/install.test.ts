import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'

// A project with nothing in it but a program and, in place of our own Node, a script that tells what it was asked.
const folder = mkdtempSync(join(tmpdir(), 'yicun-install-'))
const own = join(folder, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin/node')
const program = join(folder, 'program.mjs')
for (const name of ['install.mjs', 'progress.mjs'])
  cpSync(join(import.meta.dirname, name), join(folder, 'scripts', name))
writeFileSync(
  program,
  "import { chooseNode } from './scripts/install.mjs'\nawait chooseNode()\nconsole.log('the machine’s Node')\n",
)
afterAll(() => rmSync(folder, { recursive: true }))

function ownNode(script: string) {
  mkdirSync(join(own, '..'), { recursive: true })
  writeFileSync(own, `#!/bin/sh\n${script}\n`)
  chmodSync(own, 0o755)
}

function run(args: string[], env: NodeJS.ProcessEnv = {}): Promise<{ code: number; said: string }> {
  const all = { ...process.env, SYSTEM_NODE: '', ...env }
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], { env: all }, (error, said) =>
      resolve({ code: Number(error?.code ?? 0), said: said.trim() }),
    )
  })
}

beforeEach(() => rmSync(join(folder, 'node_modules'), { recursive: true, force: true }))

test('a program goes on in the Node that came with the packages, and ends as that ends', async () => {
  ownNode('[ "$1" = --version ] && exit 0; echo "ours: $*"; command -v node; exit 7')
  expect(await run(['a', 'b c'])).toEqual({ code: 7, said: `ours: ${program} a b c\n${own}` })
})

test('without one, with one that does not run here, or told so, it stays in the Node of the machine', async () => {
  const stayed = { code: 0, said: 'the machine’s Node' }
  expect(await run([])).toEqual(stayed)
  ownNode('exit 1')
  expect(await run([])).toEqual(stayed)
  ownNode('echo ours')
  expect(await run([], { SYSTEM_NODE: 'on' })).toEqual(stayed)
})

test('who asks it to stop asks both', async () => {
  ownNode('[ "$1" = --version ] && exit 0; trap "exit 0" TERM; echo begun; while :; do sleep 0.05; done')
  const child = spawn(process.execPath, [program], { env: { ...process.env, SYSTEM_NODE: '' }, stdio: 'pipe' })
  await once(child.stdout, 'data')
  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([0, null])
})
