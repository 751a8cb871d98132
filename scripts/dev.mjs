// `npm run dev`: builds and restarts the server whenever a source changes.
import { spawn } from 'node:child_process'
import { existsSync, watch } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt, outdated } from './build.mjs'
import { chooseNode, ensureInstalled, root } from './install.mjs'
import { say } from './progress.mjs'

await chooseNode()
await ensureInstalled({ development: true })

let server
let ending = false
let working = false
let again = false

for (const folder of ['server', 'web', 'demo']) {
  if (existsSync(join(root, folder))) watch(join(root, folder), { recursive: true }, changed())
}
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, end)
await refresh()

/** Editors write a file several times over: wait until they have finished. */
function changed() {
  let timer
  return () => {
    clearTimeout(timer)
    timer = setTimeout(refresh, 150)
  }
}

async function refresh() {
  again = true
  if (working) return
  working = true
  while (again && !ending) {
    again = false
    const due = outdated()
    if (due.length === 0 && server) continue
    try {
      await ensureBuilt(due)
      if (!server || due.includes('server')) await restart()
      else say(`Rebuilt ${due.join(', ')}: reload the page`)
    } catch (error) {
      say(`${error.message}; waiting for the next change`)
    }
  }
  working = false
}

async function restart() {
  await stopServer()
  if (ending) return
  server = spawn(process.execPath, ['--enable-source-maps', join(root, 'dist/cli.js'), 'start'], {
    cwd: root,
    stdio: 'inherit',
    // Its own group, so that Ctrl-C reaches it once, from us.
    detached: true,
  })
}

function stopServer() {
  return new Promise((resolve) => {
    if (!server || server.exitCode !== null || server.signalCode !== null) return resolve()
    server.once('exit', resolve)
    server.kill('SIGTERM')
  })
}

async function end() {
  if (ending) return
  ending = true
  await stopServer()
  process.exit(0)
}
