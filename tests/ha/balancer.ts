import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Machine } from './machines.ts'
import { type Ground, startProgram } from './processes.ts'

/** HAProxy before the databases (only the primary is let through) and before the web processes. */
export function startBalancer(
  ground: Ground,
  program: string,
  ports: { database: number; market: number },
  machines: readonly Machine[],
  webPorts: readonly number[],
) {
  const file = join(ground.folder, 'haproxy.cfg')
  writeFileSync(file, configOf(ports, machines, webPorts))
  return startProgram(ground, 'haproxy', program, ['-db', '-f', file])
}

function configOf(
  ports: { database: number; market: number },
  machines: readonly Machine[],
  webPorts: readonly number[],
) {
  return `global
  maxconn 2000

defaults
  timeout connect 2s
  timeout check 2s
  option redispatch
  retries 2

# Patroni answers 200 on /primary where the database leads. A machine that no longer does loses all its sessions, so
# that nobody waits on a connection that leads nowhere. A machine that wakes after standing still believes for a moment
# that it leads; asking twice leaves it the time to learn better.
listen database
  bind 127.0.0.1:${ports.database}
  mode tcp
  timeout client 12h
  timeout server 12h
  option clitcpka
  option srvtcpka
  option httpchk OPTIONS /primary
  http-check expect status 200
  default-server inter 1s fall 2 rise 2 on-marked-down shutdown-sessions
${machines.map(({ name, ports: own }) => `  server ${name} 127.0.0.1:${own.postgres} check port ${own.patroni}`).join('\n')}

listen market
  bind 127.0.0.1:${ports.market}
  mode http
  balance leastconn
  timeout client 30s
  timeout server 30s
  timeout queue 5s
  timeout http-request 10s
  option forwardfor
  option httpchk GET /api/health
  default-server inter 1s fall 2 rise 1
${webPorts.map((port, index) => `  server web-${index + 1} 127.0.0.1:${port} check`).join('\n')}
`
}
