import { deepEqual, equal, ok } from 'node:assert/strict'
import { once } from 'node:events'
import { type AddressInfo, connect as connectSocket } from 'node:net'
import { setImmediate as turn } from 'node:timers/promises'
import { test } from 'vitest'
import { readConfig } from './config.ts'
import type { Db } from './db.ts'
import { buildServer } from './http.ts'
import { inFlightAtMost } from './http-guards.ts'
import { inDb } from './testing.ts'

const config = readConfig({ DATA_DIR: '/nowhere', SECRET: 'a-secret-for-tests-only-0123456789' })

test(
  'of five times as many as it can carry, those inside are served, the others asked at once to come again',
  inDb(async (db) => {
    const app = await buildServer({ db, config, face: 'market', findActor: async () => undefined })
    let open = () => {}
    const opened = new Promise<void>((resolve) => {
      open = resolve
    })
    app.get('/work', { config: { who: 'anyone' } }, async () => {
      await opened
      return { done: true }
    })
    app.get('/api/health', { config: { who: 'anyone' } }, async () => ({ status: 'ok' }))
    const refused: unknown[] = []
    let served = 0
    const asked = Array.from({ length: 5 * inFlightAtMost }, async () => {
      const answer = await app.inject('/work')
      if (answer.statusCode === 200) served++
      else refused.push([answer.statusCode, answer.headers['retry-after'], answer.json().error.code])
    })
    // The work is still going on: whoever has an answer already was turned away.
    while (refused.length < 4 * inFlightAtMost) await turn()
    equal(served, 0)
    deepEqual(
      refused,
      refused.map(() => [503, '1', 'kernel.too_busy']),
    )
    equal((await app.inject('/api/health')).statusCode, 200)
    open()
    await Promise.all(asked)
    deepEqual([served, refused.length], [inFlightAtMost, 4 * inFlightAtMost])
    equal((await app.inject('/work')).statusCode, 200)
    await app.close()
  }),
)

/** As many connections as there are places, each with the same first bytes, once they have all arrived. */
async function crowd(port: number, bytes: string, arrived: () => boolean) {
  const sockets = Array.from({ length: inFlightAtMost }, () => connectSocket(port, '127.0.0.1'))
  for (const socket of sockets) {
    socket.on('error', () => {})
    await once(socket, 'connect')
    socket.write(bytes)
  }
  while (!arrived()) await turn()
  return sockets
}

async function listening(db: Db) {
  const app = await buildServer({ db, config, face: 'market', findActor: async () => undefined })
  app.get('/quick', { config: { who: 'anyone' } }, async () => ({ done: true }))
  const listen = async () => {
    await app.listen({ port: 0 })
    return (app.server.address() as AddressInfo).port
  }
  return { app, listen }
}

test(
  'whoever begins to send and does not end takes nobody his place, and is given up after a while',
  inDb(async (db) => {
    const { app, listen } = await listening(db)
    let arrived = 0
    app.addHook('preParsing', async () => void arrived++)
    app.post('/form', { config: { who: 'anyone' } }, async () => ({ done: true }))
    const port = await listen()
    const half = 'POST /form HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{'
    const sockets = await crowd(port, half, () => arrived === inFlightAtMost)
    equal((await fetch(`http://127.0.0.1:${port}/quick`)).status, 200)
    ok(app.server.requestTimeout > 0 && app.server.timeout > 0)
    for (const socket of sockets) socket.destroy()
    await app.close()
  }),
)

test(
  'what is done for those who have gone counts until it is done',
  inDb(async (db) => {
    const { app, listen } = await listening(db)
    let [begun, gone] = [0, 0]
    let open = () => {}
    const opened = new Promise<void>((resolve) => {
      open = resolve
    })
    app.get('/work', { config: { who: 'anyone' } }, async (_request, reply) => {
      begun++
      reply.raw.once('close', () => gone++)
      await opened
    })
    const port = await listen()
    const sockets = await crowd(port, 'GET /work HTTP/1.1\r\nhost: x\r\n\r\n', () => begun === inFlightAtMost)
    for (const socket of sockets) socket.destroy()
    while (gone < inFlightAtMost) await turn()
    const refused = await fetch(`http://127.0.0.1:${port}/quick`)
    deepEqual([refused.status, refused.headers.get('retry-after')], [503, '1'])
    open()
    await turn()
    equal((await fetch(`http://127.0.0.1:${port}/quick`)).status, 200)
    await app.close()
  }),
)
