import { deepEqual, equal, ok } from 'node:assert/strict'
import { createConnection, createServer, type Socket } from 'node:net'
import { test } from 'vitest'
import { readConfig } from './config.ts'
import { connect, row, transact } from './db.ts'
import { buildServer } from './http.ts'
import { inDb } from './testing.ts'

test(
  'while the database is away, a request is asked to come again; when it is back, all is well',
  inDb(async (_db, { url }) => {
    const relay = await startRelay(url)
    const { db, close } = connect(relay.url, 2)
    const config = readConfig({ DATA_DIR: '/nowhere', SECRET: 'a-secret-for-tests-only-0123456789' })
    const app = await buildServer({ db, config, face: 'market', findActor: async () => undefined })
    app.get('/there', { config: { who: 'anyone' } }, () => row(app.db, 'select 1 one'))
    deepEqual((await app.inject('/there')).json(), { one: 1 })
    relay.cut()
    const answer = await app.inject('/there')
    equal(answer.statusCode, 503)
    equal(answer.headers['retry-after'], '1')
    equal(answer.json().error.code, 'kernel.out_of_reach')
    relay.mend()
    deepEqual((await app.inject('/there')).json(), { one: 1 })
    await app.close()
    await close()
    relay.stop()
  }),
)

test(
  'a connection that dies between two statements fails its transaction and nothing else',
  inDb(async (_db, { url }) => {
    const relay = await startRelay(url)
    const { db, close } = connect(relay.url, 2)
    const failed = await transact(db, async (tx) => {
      await row(tx, 'select 1 one')
      relay.cut()
      await new Promise((resolve) => setTimeout(resolve, 50))
      await row(tx, 'select 2 two')
    }).catch((error: unknown) => error)
    ok(failed instanceof Error)
    relay.mend()
    deepEqual(await row(db, 'select 3 three'), { three: 3 })
    await close()
    relay.stop()
  }),
)

/** Stands between us and the database, and can be cut. */
async function startRelay(url: string) {
  const there = new URL(url)
  const open = new Set<Socket>()
  let isCut = false
  const server = createServer((here) => {
    if (isCut) return here.destroy()
    open.add(here)
    const onward = createConnection(Number(there.port), there.hostname)
    open.add(onward)
    for (const [from, to] of [
      [here, onward],
      [onward, here],
    ] as const) {
      from.on('error', () => {})
      from.on('close', () => to.destroy())
    }
    here.pipe(onward).pipe(here)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const relayed = new URL(url)
  relayed.hostname = '127.0.0.1'
  relayed.port = String(address && typeof address === 'object' ? address.port : 0)
  return {
    url: relayed.href,
    cut() {
      isCut = true
      for (const socket of open) socket.destroy()
      open.clear()
    },
    mend() {
      isCut = false
    },
    stop() {
      this.cut()
      server.close()
    },
  }
}
