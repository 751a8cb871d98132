import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../server/kernel/config.ts'
import { frugal } from '../server/kernel/frugal.ts'

export interface Running {
  pid: number
  stop(): Promise<void>
}

/** Starts one of our programs in a process of its own and waits until it says that it is ready. */
export async function launch(args: string[], env: Record<string, string>): Promise<Running> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => Promise.reject(new Error(`${args.join(' ')} could not begin`))),
  ])
  return { pid: child.pid ?? 0, stop: () => stop(child) }
}

/** The built program, begun as in production. */
export const launchYicun = (args: string[], env: Record<string, string>) =>
  launch([...frugal.flags, join(root, 'dist/cli.js'), ...args], { ...frugal.env, ...env })
/** One of our own TypeScript programs. */
export const program = (file: string) => ['--import', 'tsx', join(root, file)]

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

interface Stat {
  parent: number
  cpuMs: number
  rssMb: number
}

// Clock ticks are 10 ms on every Linux that Node runs on.
function statOf(pid: number | string): Stat | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return {
      parent: Number(fields[1]),
      cpuMs: (Number(fields[11]) + Number(fields[12])) * 10,
      rssMb: (Number(fields[21]) * 4096) / 2 ** 20,
    }
  } catch {
    return undefined
  }
}

/** CPU time that a process and those it started have used: it tells the cost even on a busy machine. */
export function cpuMs(pid: number): number {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .reduce((sum, name) => {
      const stat = statOf(name)
      return stat && (Number(name) === pid || stat.parent === pid) ? sum + stat.cpuMs : sum
    }, 0)
}

function rssMb(pid: number): number {
  return Math.round(statOf(pid)?.rssMb ?? 0)
}

/** Watches how much memory a process holds, and gives the most of it. */
export function watchMemory({ pid }: Pick<Running, 'pid'>): () => number {
  let most = 0
  const timer = setInterval(() => {
    most = Math.max(most, rssMb(pid))
  }, 200)
  return () => {
    clearInterval(timer)
    return most
  }
}
