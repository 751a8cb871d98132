import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import type { Socket } from 'node:net'
import { join } from 'node:path'
import type { Ground } from './postgres-ground.ts'

const watchdogName = 'yicun-postgres-watchdog'

/** The server that holds the folder. A lock file left by a server that was killed is taken away. */
export function livingPostmaster(dataDir: string): { pid: number; port: number } | undefined {
  const lock = join(dataDir, 'postmaster.pid')
  if (!existsSync(lock)) return undefined
  const lines = readFileSync(lock, 'utf8').split('\n')
  const pid = Number(lines[0])
  // PostgreSQL takes any living process of that number for a server; after a restart of the machine
  // or container it is often another program, and the database would refuse to start.
  if (/postgres.*-D/.test(commandOf(pid))) return { pid, port: Number(lines[3]) }
  if (lines.length > 1) rmSync(lock, { force: true })
  return undefined
}

/** Whether a process lives; one that has ended and only waits to be collected does not. */
export function isAlive(pid: number | undefined): boolean {
  return commandOf(pid) !== ''
}

/** Whether a server still has the watchdog that will stop it. */
export function isWatchdog(pid: number | undefined): boolean {
  return commandOf(pid).includes(watchdogName)
}

function commandOf(pid: number | undefined): string {
  if (!pid || Number.isNaN(pid)) return ''
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8', stdio: 'pipe' }).trim()
  } catch {
    return ''
  }
}

/**
 * Starts a shell that waits for our end of its pipe to close, which happens even when we are killed with -9,
 * and then asks the server to stop. The number alone does not convince it: the lock file must still name it.
 */
export function watch(ground: Ground, postmaster: number): ChildProcess {
  const script = 'read -r _; [ "$(head -n 1 "$2" 2>/dev/null)" = "$1" ] && kill -INT "$1"'
  const args = ['-c', script, watchdogName, String(postmaster), join(ground.dataDir, 'postmaster.pid')]
  const child = spawn('/bin/sh', args, {
    ...ground.account,
    cwd: '/',
    env: plainEnvironment(),
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  child.unref()
  const pipe = child.stdin as Socket
  pipe.unref()
  return child
}

/** No PG* variable or locale of the caller may change how the server behaves. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C' }
}
