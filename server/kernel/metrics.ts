import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import { afterCommit, type Tx } from './db.ts'
import type { App } from './http.ts'

/** What this process counts, in the words of Prometheus. A label is one of a few: never an id, a name or an address. */
export const counted = new Registry()
const registers = [counted]

const requests = new Counter({
  name: 'yicun_http_requests_total',
  help: 'Answered requests by route and status; 503 where the server was too busy or others came first',
  labelNames: ['face', 'method', 'route', 'status'],
  registers,
})
const durations = new Histogram({
  name: 'yicun_http_request_seconds',
  help: 'Time from the first byte of a request to the last byte of its answer',
  labelNames: ['face', 'method', 'route'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
  registers,
})
/** Moved by the guard that admits requests. */
export const inFlight = new Gauge({
  name: 'yicun_http_in_flight',
  help: 'Requests under way; at IN_FLIGHT the server begins to refuse',
  labelNames: ['face'],
  registers,
})
const events = new Counter({
  name: 'yicun_events_total',
  help: 'What happened and was committed: orders.placed, orders.paid, orders.refunded …',
  labelNames: ['event'],
  registers,
})

/** Counts and times every request of a server, by the route's template and not by its address. */
export function measureRequests(app: App, face: string): void {
  app.addHook('onResponse', (request, reply, done) => {
    const [method, route] = [request.method, request.routeOptions.url ?? 'none']
    requests.labels(face, method, route, String(reply.statusCode)).inc()
    durations.labels(face, method, route).observe(reply.elapsedTime / 1000)
    done()
  })
}

/** Counts events once their transaction is committed, so that what was undone does not count. */
export function countEvents(tx: Tx, event: string, count: number): void {
  afterCommit(tx, () => events.labels(event).inc(count))
}
