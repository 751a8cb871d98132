import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** A folder of our own, and the account that may run a database in it: PostgreSQL refuses to run as root. */
export interface Ground {
  folder: string
  account: { uid: number; gid: number } | undefined
}

/** Prepares the folder, and a guard that ends everything in it should this program itself be killed. */
export function prepareGround(): Ground & { remove(): void; leave(): void } {
  const account = process.getuid?.() === 0 ? accountOf('postgres') : undefined
  const folder = mkdtempSync(join(tmpdir(), 'yicun-ha-'))
  if (account) chownSync(folder, account.uid, account.gid)
  const guard = startGuard(folder)
  return {
    folder,
    account,
    remove() {
      guard.kill('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
    leave: () => guard.kill('SIGKILL'),
  }
}

function accountOf(name: string): { uid: number; gid: number } {
  const found = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .find((fields) => fields[0] === name)
  if (!found) throw new Error(`running as root needs an account named ${name}`)
  return { uid: Number(found[2]), gid: Number(found[3]) }
}

// The pipe closes with us, however we end. A number is believed only while its process still speaks of our folder.
function startGuard(folder: string): ChildProcessWithoutNullStreams {
  const script = `read -r _
    for file in "$1"/*.pid "$1"/machine-*/postgres/postmaster.pid; do
      pid=$(head -n 1 "$file" 2>/dev/null) && grep -q "$1" "/proc/$pid/cmdline" 2>/dev/null && kill -9 "$pid"
    done
    sleep 1; rm -rf "$1"`
  return spawn('/bin/sh', ['-c', script, 'yicun-ha-guard', folder], { detached: true })
}

/** Starts a program of the system; what it says goes to a file in the folder. */
export function startProgram({ folder, account }: Ground, name: string, program: string, args: string[]): ChildProcess {
  const log = openSync(join(folder, `${name}.log`), 'a')
  const env = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C.UTF-8', HOME: folder }
  const child = spawn(program, args, { ...account, cwd: folder, env, detached: true, stdio: ['ignore', log, log] })
  child.on('error', () => {})
  if (child.pid) writeFileSync(join(folder, `${name}.pid`), `${child.pid}\n`)
  return child
}

/** Asks a child to end, and makes it end when it takes too long. */
export async function endChild(child: ChildProcess | undefined, patience = 10_000): Promise<void> {
  if (!child || hasEnded(child)) return
  child.kill('SIGTERM')
  for (let waited = 0; !hasEnded(child) && waited < patience; waited += 50) await sleep(50)
  if (!hasEnded(child)) child.kill('SIGKILL')
}

export function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}

/** Sends a signal to a process and all below it, the topmost first, so that nobody has time to step down in order. */
export function signalTree(pid: number, signal: NodeJS.Signals): void {
  for (const each of treeOf(pid)) {
    try {
      process.kill(each, signal)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
    }
  }
}

/** The processes that a process has started and that are still there. */
export function childrenOf(pid: number): number[] {
  return [...parentsOfAll()].flatMap(([child, parent]) => (parent === pid ? [child] : []))
}

function treeOf(pid: number): number[] {
  const parents = parentsOfAll()
  const tree = [pid]
  for (const each of tree) for (const [child, parent] of parents) if (parent === each) tree.push(child)
  return tree
}

function parentsOfAll(): Map<number, number> {
  const parents = new Map<number, number>()
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue
    const parent = parentOf(Number(entry))
    if (parent !== undefined) parents.set(Number(entry), parent)
  }
  return parents
}

function parentOf(pid: number): number | undefined {
  try {
    return Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1])
  } catch {
    return undefined
  }
}

/** The first of these places that has the program. */
export function findProgram(name: string, ...folders: string[]): string | undefined {
  return [...folders, '/usr/bin', '/usr/sbin', '/usr/local/bin', '/usr/local/sbin']
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path))
}

/** Asks again and again until the answer is something, or gives up with these words. */
export async function until<T>(
  what: string,
  seconds: number,
  ask: () => Promise<T | undefined | false>,
  pause = 200,
): Promise<T> {
  const end = Date.now() + seconds * 1000
  while (Date.now() < end) {
    const answer = await ask().catch(() => undefined)
    if (answer !== undefined && answer !== false) return answer
    await sleep(pause)
  }
  throw new Error(`${what}: not within ${seconds} s`)
}
