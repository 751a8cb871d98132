import type { Config } from '../kernel/config.ts'
import type { Connection } from '../kernel/db.ts'
import { serveMetrics } from '../kernel/metrics-server.ts'
import { listening } from './listen.ts'

/** Offers this process's figures where METRICS_PORT says; returns what ends it. */
export async function offerMetrics({ metrics }: Config, connection: Connection): Promise<() => Promise<void>> {
  if (!metrics) return async () => {}
  const { close } = await listening(() => serveMetrics(connection, metrics), 'METRICS_PORT', metrics.port, metrics.host)
  return close
}
