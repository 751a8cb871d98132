import { deepEqual, doesNotMatch, equal, match, ok, rejects } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'vitest'
import { readConfig, root } from './config.ts'
import { change, connect, transact } from './db.ts'
import { announce, event } from './events.ts'
import { buildServer } from './http.ts'
import { serveMetrics } from './metrics-server.ts'
import { inDb } from './testing.ts'

const config = readConfig({ DATA_DIR: '/nowhere', SECRET: 'test-secret-test-secret' })
const ask = async (url: string) => (await fetch(url)).text()
/** The value of one series; 0 while it has not been counted yet. */
const valueOf = (text: string, series: string) =>
  Number(
    text
      .split('\n')
      .find((line) => line.startsWith(`${series} `))
      ?.slice(series.length + 1) ?? 0,
  )

test(
  'requests are counted by route template and status, and no label holds what was asked for',
  inDb(async (db, connection) => {
    const app = await buildServer({ db, config, face: 'all', findActor: async () => undefined })
    app.get('/people/:phone', { config: { who: 'anyone' } }, async () => ({ inFlight: await ask(metrics.url) }))
    const metrics = await serveMetrics(connection, { host: '127.0.0.1', port: 0 })
    try {
      const counted = 'yicun_http_requests_total{face="all",method="GET",route="/people/:phone",status="200"}'
      const before = valueOf(await ask(metrics.url), counted)
      const during = (await app.inject('/people/13812341234?name=secretly')).json().inFlight
      equal(valueOf(during, 'yicun_http_in_flight{face="all"}'), 1)
      equal((await app.inject('/nowhere/13812341234')).statusCode, 404)
      const text = await ask(metrics.url)
      equal(valueOf(text, counted), before + 1)
      ok(valueOf(text, 'yicun_http_requests_total{face="all",method="GET",route="none",status="404"}') >= 1)
      ok(valueOf(text, 'yicun_http_request_seconds_count{face="all",method="GET",route="/people/:phone"}') >= 1)
      equal(valueOf(text, 'yicun_http_in_flight{face="all"}'), 0)
      doesNotMatch(text, /13812341234|secretly/)
    } finally {
      await metrics.close()
    }
  }),
)

test(
  'events count once their transaction is committed, never when it is undone',
  inDb(async (db, connection) => {
    const happened = event<object>('metrics.test_happened')
    const metrics = await serveMetrics(connection, { host: '127.0.0.1', port: 0 })
    try {
      await transact(db, (tx) => announce(tx, happened, {}, {}))
      const undone = transact(db, async (tx) => {
        await announce(tx, happened, {})
        throw new Error('undone')
      })
      await rejects(undone, /undone/)
      equal(valueOf(await ask(metrics.url), 'yicun_events_total{event="metrics.test_happened"}'), 2)
    } finally {
      await metrics.close()
    }
  }),
)

test(
  'jobs and pool are read at the moment of asking, and a database that is gone is said to be gone',
  inDb(async (db, connection) => {
    await change(
      db,
      `insert into kernel.reaction (name, payload, run_at) values ('x', '{}', now() - interval '90 seconds')`,
    )
    await change(db, `insert into kernel.failed_reaction (id, name, payload, last_error) values (1, 'x', '{}', 'x')`)
    const metrics = await serveMetrics(connection, { host: '127.0.0.1', port: 0 })
    const gone = connect('postgres://nobody@127.0.0.1:1/none', 1)
    const lost = await serveMetrics(gone, { host: '127.0.0.1', port: 0 })
    try {
      const text = await ask(metrics.url)
      deepEqual(
        ['yicun_jobs_waiting', 'yicun_jobs_failed', 'yicun_database_answers', 'yicun_pool_waiting'].map((name) =>
          valueOf(text, name),
        ),
        [1, 1, 1, 0],
      )
      ok(valueOf(text, 'yicun_jobs_oldest_seconds') >= 90)
      ok(valueOf(text, 'process_resident_memory_bytes') > 1e6)
      match(text, /nodejs_eventloop_lag_p99_seconds \d/)
      const without = await ask(lost.url)
      equal(valueOf(without, 'yicun_database_answers'), 0)
      doesNotMatch(without, /^yicun_jobs_waiting /m)
      equal((await fetch(metrics.url.replace('/metrics', '/'))).status, 404)
    } finally {
      await metrics.close()
      await lost.close()
      await gone.close()
    }
  }),
)

test(
  'the public servers do not know the address, and every figure that an alert asks for exists',
  inDb(async (db, connection) => {
    const app = await buildServer({ db, config, face: 'all', findActor: async () => undefined })
    equal((await app.inject('/metrics')).statusCode, 404)
    const metrics = await serveMetrics(connection, { host: '127.0.0.1', port: 0 })
    try {
      const text = await ask(metrics.url)
      const rules = readFileSync(join(root, 'docs/operating.md'), 'utf8')
      const named = new Set(rules.match(/\b(yicun|process|nodejs)_[a-z0-9_]+/g))
      deepEqual(
        [...named].filter((name) => !text.includes(name.replace(/_(bucket|count|sum)$/, ''))),
        [],
      )
      ok(named.size >= 8)
    } finally {
      await metrics.close()
    }
  }),
)
