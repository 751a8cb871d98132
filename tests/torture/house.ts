import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive } from '../../server/kernel/postgres-process.ts'
import { childrenOf, type Ground } from '../ha/processes.ts'
import { startYicun } from '../ha/yicun.ts'

/** What `npm start` runs, each in a process of its own. */
export const parts = ['web', 'jobs', 'database'] as const
export type Part = (typeof parts)[number]

export interface House {
  /** The process that keeps the others running. */
  keeper: number
  stop(): Promise<void>
}

/** Starts everything as `npm start` does, on ports and data of our own. */
export async function startHouse(ground: Ground, env: NodeJS.ProcessEnv): Promise<House> {
  const { child, stop } = await startYicun(ground, 'start', ['start'], { ...env, DATABASE_URL: '' })
  return { keeper: child.pid ?? 0, stop }
}

/** The processes of one part; none while it is starting again. */
export function processesOf({ keeper }: House, part: Part, dataDir: string): number[] {
  if (part === 'database') return alive(postmasterIn(dataDir))
  return childrenOf(keeper).filter((pid) => commandOf(pid).includes(part === 'web' ? 'serve' : 'work'))
}

function postmasterIn(dataDir: string): number {
  try {
    return Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
  } catch {
    return 0
  }
}

function alive(pid: number): number[] {
  return pid && isAlive(pid) ? [pid] : []
}

function commandOf(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
  } catch {
    return []
  }
}
