// `npm start`: from a fresh clone to a running Yicun, with nothing but Node and npm.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuilt } from './build.mjs'
import { chooseNode, root } from './install.mjs'
import { say } from './progress.mjs'

stopWithNpm()
await chooseNode()
try {
  await ensureBuilt()
} catch (error) {
  say(error.message)
  process.exit(1)
}

// The server runs in this very process: one Node to interrupt, to kill, and to be found by nobody afterwards.
process.setSourceMapsEnabled(true)
const cli = join(root, 'dist/cli.js')
process.argv = [process.execPath, cli, 'start', ...process.argv.slice(2)]
await import(pathToFileURL(cli))

/** Killed with -9, npm cannot pass the signal on; the ports must be free for the next start all the same. */
function stopWithNpm() {
  if (process.env.npm_lifecycle_event !== 'start') return
  const parent = describe(process.ppid)
  // Some shells stand between npm and the script, others put the script in their own place.
  const npm = /^-?(ba|da|z|k)?sh$/.test(parent.command) ? parent.parent : process.ppid
  const timer = setInterval(() => {
    if (npm <= 1 || isRunning(npm)) return
    clearInterval(timer)
    process.kill(process.pid, 'SIGTERM')
  }, 200)
  timer.unref()
}

function describe(pid) {
  if (process.platform === 'linux') {
    const [, command, parent] = /\((.*)\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? []
    return { command, parent: Number(parent) }
  }
  const [parent, command] = spawnSync('ps', ['-o', 'ppid=,ucomm=', '-p', String(pid)], { encoding: 'utf8' })
    .stdout.trim()
    .split(/\s+/)
  return { command, parent: Number(parent) }
}

function isRunning(pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}
