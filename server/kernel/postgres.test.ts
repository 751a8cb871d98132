import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, statSync } from 'node:fs'
import { mkdtemp, readFile, realpath, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startPostgres } from './postgres.ts'
import { prepareGround, removeCluster } from './postgres-ground.ts'
import { isAlive } from './postgres-process.ts'

describe('the embedded PostgreSQL', { timeout: 60_000 }, () => {
  let dataDir: string
  let made: string
  // Making a cluster is most of the time: make one, and give each test a copy.
  beforeAll(async () => {
    made = await newFolder()
    await (await startPostgres({ dataDir: made, quiet: true })).stop()
  }, 60_000)
  beforeEach(async () => {
    dataDir = await newFolder()
    execFileSync('cp', ['-a', `${await realpath(made)}/.`, (await prepareGround(dataDir)).dataDir])
  })
  afterEach(() => removeCluster(dataDir))
  afterAll(() => removeCluster(made))

  test('starts, answers on loopback, keeps its port and leaves nothing when stopped', async () => {
    const first = await startPostgres({ dataDir, quiet: true })
    expect(await ask(first.url, `select current_setting('fsync') || current_setting('listen_addresses') as it`)).toBe(
      'on127.0.0.1',
    )
    expect(await ask(first.url, 'select datlocale as it from pg_database where datname = current_database()')).toBe(
      'C.UTF-8',
    )
    expect(statSync(join(dataDir, 'launcher.json')).mode & 0o077).toBe(0)
    await first.stop()
    expect(isAlive(first.pid)).toBe(false)

    const second = await startPostgres({ dataDir, quiet: true })
    expect(second.url).toBe(first.url)
    await second.stop()
  })

  test('starts at the same moment in an empty folder make one server', async () => {
    await removeCluster(dataDir)
    const starts = [1, 2, 3].map(() => startPostgres({ dataDir, quiet: true }))
    const [first, second, third] = await Promise.all(starts)
    expect(new Set([first?.pid, second?.pid, third?.pid]).size).toBe(1)
    await Promise.all([first, second, third].map((one) => one?.stop()))
    expect(isAlive(first?.pid)).toBe(false)
  })

  test('keeps what was committed when the server is killed', async () => {
    const first = await startPostgres({ dataDir, quiet: true })
    await ask(first.url, 'create table kept as select 42 as it')
    process.kill(first.pid, 'SIGKILL')
    const second = await startPostgres({ dataDir, quiet: true })
    expect(second.pid).not.toBe(first.pid)
    expect(await ask(second.url, 'select it from kept')).toBe(42)
    await second.stop()
    await first.stop()
  })

  test('passes over a lock file that names another program', async () => {
    await (await startPostgres({ dataDir, quiet: true })).stop()
    await writeFile(join(dataDir, 'postmaster.pid'), `${process.pid}\n${dataDir}\n1\n5432\n\n127.0.0.1\n`)
    const running = await startPostgres({ dataDir, quiet: true })
    expect(await ask(running.url, 'select 1 as it')).toBe(1)
    await running.stop()
  })

  test('takes another port when the remembered one is taken, and refuses one that was asked for', async () => {
    const first = await startPostgres({ dataDir, quiet: true })
    await first.stop()
    const port = Number(new URL(first.url).port)
    const squatter = createServer().listen(port, '127.0.0.1')
    await once(squatter, 'listening')
    const second = await startPostgres({ dataDir, quiet: true })
    expect(new URL(second.url).port).not.toBe(String(port))
    await second.stop()
    await expect(startPostgres({ dataDir, port, quiet: true })).rejects.toThrow('is taken')
    squatter.close()
  })

  test('goes when the process that started it is killed, and starts again at once', async () => {
    const { child, pid } = await startInChild(dataDir)
    child.kill('SIGKILL')
    const next = await startPostgres({ dataDir, quiet: true })
    expect(await ask(next.url, 'select 1 as it')).toBe(1)
    await next.stop()
    expect(isAlive(pid)).toBe(false)
  })

  test('a server without starter and watchdog is joined and then ours to stop', async () => {
    const { child, pid } = await startInChild(dataDir)
    const memory: { watchdog: number } = JSON.parse(await readFile(join(dataDir, 'launcher.json'), 'utf8'))
    process.kill(memory.watchdog, 'SIGKILL')
    child.kill('SIGKILL')
    await sleep(200)
    const next = await startPostgres({ dataDir, quiet: true })
    expect(next.pid).toBe(pid)
    await next.stop()
    expect(isAlive(pid)).toBe(false)
  })

  test('a cluster that need not last gives up safety, and can be removed', async () => {
    const running = await startPostgres({ dataDir, quiet: true, durable: false })
    expect(await ask(running.url, `select current_setting('fsync') as it`)).toBe('off')
    await running.stop()
    await removeCluster(dataDir)
    expect(existsSync(dataDir)).toBe(false)
  })
})

function newFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'yicun-launcher-'))
}

async function ask(url: string, question: string): Promise<unknown> {
  const client = new pg.Client(url)
  client.on('error', () => {})
  await client.connect()
  try {
    const answer = await client.query<{ it: unknown }>(question)
    return answer.rows[0]?.it
  } finally {
    await client.end()
  }
}

/** Another Node that starts the cluster and then does nothing. */
async function startInChild(dataDir: string) {
  const program = `
    import { startPostgres } from '${new URL('./postgres.ts', import.meta.url)}'
    const { pid } = await startPostgres({ dataDir: ${JSON.stringify(dataDir)}, quiet: true })
    console.log(pid)
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const chunk of child.stdout) return { child, pid: Number(String(chunk)) }
  throw new Error('the child ended early')
}
