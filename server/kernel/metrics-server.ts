import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import type { Connection } from './db.ts'
import { counted } from './metrics.ts'
import { patiently } from './patience.ts'
import { workWaiting } from './work.ts'

export interface MetricsServer {
  url: string
  close(): Promise<void>
}

/**
 * Offers this process's figures to Prometheus under /metrics, on a port of its own: no balancer leads to it, so no
 * reader of the public ports ever sees it. Loopback unless told otherwise.
 */
export async function serveMetrics(connection: Connection, { host, port }: { host: string; port: number }) {
  const own = new Registry()
  collectDefaultMetrics({ register: own })
  const look = watch(own, connection)
  const all = Registry.merge([counted, own])
  const server = createServer((request, answer) => {
    if (request.url !== '/metrics' || request.method !== 'GET') return void answer.writeHead(404).end()
    look()
      .then(() => all.metrics())
      .then(
        (text) => answer.writeHead(200, { 'content-type': all.contentType }).end(text),
        () => answer.writeHead(500).end(),
      )
  })
  server.listen(port, host)
  await once(server, 'listening')
  const url = `http://${host}:${(server.address() as AddressInfo).port}/metrics`
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()).closeAllConnections())
  return { url, close } satisfies MetricsServer
}

/** Gauges that are read at the moment of asking: the pool, the queue of jobs, the database. */
function watch(own: Registry, { db, pool }: Connection): () => Promise<void> {
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers: [own] })
  const used = gauge('yicun_pool_used', 'Database connections at work')
  const idle = gauge('yicun_pool_idle', 'Open database connections with nothing to do')
  const queueing = gauge('yicun_pool_waiting', 'Requests that wait for a database connection')
  const answers = gauge('yicun_database_answers', '1 when the database answered this scrape in time, else 0')
  const waiting = gauge('yicun_jobs_waiting', 'Jobs that are due and not done, over all processes')
  const oldest = gauge('yicun_jobs_oldest_seconds', 'How long the oldest of them has waited')
  const failed = gauge('yicun_jobs_failed', 'Jobs set aside after the last attempt, for a person to look at')
  const askJobs = patiently(() => workWaiting(db))
  return async () => {
    used.set(pool.totalCount - pool.idleCount)
    idle.set(pool.idleCount)
    queueing.set(pool.waitingCount)
    const jobs = await askJobs()
    answers.set(jobs ? 1 : 0)
    // What is not known is left out: a zero would look like good news.
    if (!jobs) {
      for (const each of [waiting, oldest, failed]) each.remove()
      return
    }
    waiting.set(jobs.waiting)
    oldest.set(jobs.oldestSeconds)
    failed.set(jobs.failed)
  }
}
