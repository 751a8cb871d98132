import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../server/kernel/config.ts'
import { frugal } from '../../server/kernel/frugal.ts'
import { endChild, type Ground } from './processes.ts'

const cli = join(root, 'dist/cli.js')
if (!existsSync(cli)) throw new Error('build it first: npm run build')

/** One web or job process, as an operator would start it. It ends with us: it watches the channel between us. */
export async function startYicun(ground: Ground, name: string, args: string[], env: NodeJS.ProcessEnv) {
  const log = openSync(join(ground.folder, `${name}.log`), 'a')
  const child = fork(cli, args, {
    env: { ...process.env, ...frugal.env, ...env },
    execArgv: frugal.flags,
    stdio: ['ignore', log, log, 'ipc'],
  })
  const ready = once(child, 'message', { signal: AbortSignal.timeout(240_000) })
  await Promise.race([
    ready,
    once(child, 'exit').then(() => Promise.reject(new Error(`${name} ended before it began; see ${name}.log`))),
  ])
  return { name, child, stop: () => endChild(child, 60_000) }
}

export interface Ran {
  code: number
  output: string
}

/** Runs one command of `yicun` to its end. */
export async function runYicun(ground: Ground, args: string[], env: NodeJS.ProcessEnv, seconds: number): Promise<Ran> {
  const log = openSync(join(ground.folder, `${args[0]}.log`), 'a')
  const child: ChildProcess = spawn(process.execPath, [cli, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', log],
    timeout: seconds * 1000,
    killSignal: 'SIGKILL',
  })
  const parts: Buffer[] = []
  child.stdout?.on('data', (part: Buffer) => parts.push(part))
  const [code]: (number | null)[] = await once(child, 'close')
  return { code: code ?? 1, output: Buffer.concat(parts).toString() }
}
