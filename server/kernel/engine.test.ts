import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, expect, test } from 'vitest'
import { root } from './config.ts'
import { frugal } from './frugal.ts'

const folder = mkdtempSync(join(tmpdir(), 'yicun-engine-'))
const program = join(folder, 'program.mjs')
writeFileSync(
  program,
  `import ${JSON.stringify(join(root, 'server/kernel/engine.ts'))}
const { pid, argv, execArgv, env } = process
console.log(JSON.stringify({ pid, asked: argv.slice(2), flags: execArgv, arenas: env.MALLOC_ARENA_MAX }))`,
)
afterAll(() => rmSync(folder, { recursive: true }))

async function begin(...asked: string[]) {
  const env = { ...process.env, MALLOC_ARENA_MAX: undefined }
  const child = spawn(process.execPath, ['--import', 'tsx', program, ...asked], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said] = await Promise.all([text(child.stdout), once(child, 'exit')])
  return { ...JSON.parse(said), started: child.pid }
}

test.skipIf(!('execve' in process))(
  'a server is begun frugally, however it is begun, and stays the same process',
  async () => {
    const server = await begin('serve', 'market')
    expect(server).toMatchObject({
      pid: server.started,
      asked: ['serve', 'market'],
      arenas: frugal.env.MALLOC_ARENA_MAX,
    })
    expect(server.flags).toEqual(['--import', 'tsx', ...frugal.flags])
  },
)

test('what only runs for a moment begins once', async () => {
  const command = await begin('verify')
  expect(command.flags).toEqual(['--import', 'tsx'])
  expect(command.arenas).toBeUndefined()
})
