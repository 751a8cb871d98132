// `npm start`: from a fresh clone to a running Yicun, with nothing but Node and npm.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuilt } from './build.mjs'
import { checkNode, ensureInstalled, root } from './install.mjs'
import { say } from './progress.mjs'

checkNode()
try {
  await ensureInstalled()
  await ensureBuilt()
} catch (error) {
  say(error.message)
  process.exit(1)
}

// The server runs in this very process: one Node to interrupt, to kill, and to be found by nobody afterwards.
process.setSourceMapsEnabled(true)
const cli = join(root, 'dist/cli.js')
process.argv = [process.execPath, cli, 'start', ...process.argv.slice(2)]
stopWithNpm()
await import(pathToFileURL(cli))

/** Killed with -9, npm cannot pass the signal on; the ports must be free for the next start all the same. */
function stopWithNpm() {
  if (process.env.npm_lifecycle_event !== 'start') return
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    process.kill(process.pid, 'SIGTERM')
  }, 250)
  timer.unref()
}
