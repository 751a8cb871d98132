import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { fillDemo, loadDivisions } from '../../demo/fill-demo.ts'
import { demoPassword } from '../../demo/make-people.ts'
import { phoneOf } from '../../demo/make-villages.ts'
import { type Config, readConfig } from '../kernel/config.ts'
import { fillNew } from '../kernel/fill.ts'
import { frugal } from '../kernel/frugal.ts'
import { importCategories } from '../modules/catalog/index.ts'
import { findDivision } from '../modules/divisions/index.ts'
import { importTargets } from '../modules/monitoring/index.ts'
import type { Command } from './command.ts'
import { keepDatabase } from './database.ts'
import { demoSizes } from './demo.ts'
import { listening } from './listen.ts'
import { progress } from './progress.ts'
import { whenTold } from './signals.ts'

export const start: Command = {
  summary: 'run everything on this machine: database, market, office, jobs',
  usage: 'yicun start',
  more: 'The first time it makes the database, loads Jiangsu and the demo world (SANDBOX=off: neither play money nor people). Ctrl-C stops everything.',
  options: {},
  async run() {
    const config = readConfig()
    await requireFreePort(config.host, config.marketPort, 'MARKET_PORT')
    await requireFreePort(config.host, config.officePort, 'OFFICE_PORT')
    const { metrics } = config
    for (const port of metrics ? [metrics.port, metrics.port + 1] : [])
      await requireFreePort(metrics?.host ?? '', port, 'METRICS_PORT')
    let told = false
    const stopped = whenTold().then(() => {
      told = true
    })
    const opening = progress('Database')
    opening.at(0, 1)
    const database = await keepDatabase(config).catch((error) => {
      // Ctrl-C reaches everything that is at work on this terminal; what it broke off is no failure.
      if (!told) throw error
    })
    if (!database) return 0
    opening.done()
    const env = { ...process.env, DATABASE_URL: database.url }
    // Each process tells its own figures, so the job process takes the port after the web process's.
    const forWork = metrics ? { ...env, METRICS_PORT: String(metrics.port + 1) } : env
    const kept: ReturnType<typeof keepRunning>[] = []
    const begin = async () => {
      if (!told) await prepare(database.url, config)
      const starting = progress('Market and office, then jobs')
      // One after the other, so that the first page has the machine to itself.
      for (const [command, itsEnv] of [['serve', env] as const, ['work', forWork] as const]) {
        if (told) return
        starting.at(kept.length, 2)
        const child = keepRunning(command, itsEnv)
        kept.push(child)
        await child.ready
      }
      if (told) return
      starting.done()
      greet(config)
      process.send?.('ready')
    }
    await Promise.race([begin(), stopped])
    await stopped
    await Promise.all(kept.map((child) => child.stop()))
    await database.stop()
    return 0
  },
}

/** Brings the database up to date; the first time, fills it with Jiangsu and the demo world. */
function prepare(url: string, config: Config): Promise<void> {
  return fillNew(url, {
    say: (line) => console.error(line),
    // The plan's targets are rows of data/, which may have changed since.
    renew: importTargets,
    isNew: async (db) => !(await findDivision(db, '320000000000')),
    async fill(db) {
      if (config.sandbox) await fillDemo(db, config.secret, { ...demoSizes.small, seed: 1 }, progress)
      else {
        await loadDivisions(db, progress)
        await Promise.all([importCategories(db), importTargets(db)])
      }
    },
  })
}

const shortestPause = 100
// Whoever ran as long as this was well, and died of something that came from outside.
const healthyMs = 5000

/** A child process that is started again when it dies, and dies with us: it watches the channel between us. */
function keepRunning(command: 'serve' | 'work', env: NodeJS.ProcessEnv) {
  let child!: ChildProcess
  let stopping = false
  let pause = shortestPause
  let again: NodeJS.Timeout | undefined
  const launch = () => {
    const begun = Date.now()
    child = fork(process.argv[1] as string, [command], {
      env: { ...env, ...frugal.env },
      execArgv: [...process.execArgv, ...frugal.flags],
    })
    child.on('exit', () => {
      if (stopping) return
      if (Date.now() - begun > healthyMs) pause = shortestPause
      again = setTimeout(launch, pause)
      pause = Math.min(pause * 2, 5000)
    })
    return once(child, 'message')
  }
  // One that cannot even begin would only fail again: say so instead of trying for ever.
  const ready = Promise.race([
    launch(),
    once(child, 'exit').then(() => Promise.reject(new Error(`${command} could not begin`))),
  ])
  return {
    ready,
    async stop() {
      stopping = true
      clearTimeout(again)
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGTERM')
      // What it had under way is answered long before; one that hangs must not keep everything from stopping.
      const hangs = setTimeout(() => child.kill('SIGKILL'), 10_000)
      await once(child, 'exit')
      clearTimeout(hangs)
    },
  }
}

async function requireFreePort(host: string, port: number, variable: string): Promise<void> {
  const probe = createServer()
  const listen = () =>
    new Promise<void>((resolve, reject) => {
      probe.once('error', reject)
      probe.listen(port, host, resolve)
    })
  await listening(listen, variable, port, host).finally(() => probe.close())
}

function greet(config: Config): void {
  console.log(`
  一村 Yicun is running.

  Market      ${config.marketUrl}
  Workbench   ${config.marketUrl}/workbench
  Office      ${config.officeUrl}

  ${config.sandbox ? signIns(config) : ''}
  Ctrl-C stops everything.
`)
}

// Only the demo world has these people (示例数据); the sandbox shows their codes instead of sending them.
function signIns(config: Config): string {
  return `Sign in to the demo world (示例数据)
    Office      province, city, county, township or village; password ${demoPassword}
                code: ${config.officeUrl}/api/sandbox/totp?name=province
    Workbench   store owner ${phoneOf(1)}, station operator ${phoneOf(2)}
                code: ${config.marketUrl}/api/sandbox/sms?phone=${phoneOf(1)}
`
}
