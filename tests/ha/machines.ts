import type { ChildProcess } from 'node:child_process'
import { chownSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { endChild, type Ground, hasEnded, signalTree, startProgram } from './processes.ts'

/** What one machine of the database cluster runs: a member of etcd, Patroni, and the PostgreSQL that Patroni keeps. */
export interface Machine {
  name: string
  ports: { etcd: number; etcdPeer: number; patroni: number; postgres: number }
  etcd?: ChildProcess
  patroni?: ChildProcess
}

export interface ClusterSettings {
  password: string
  /** Seconds until a silent primary loses the lead. */
  ttl: number
  binaries: { etcd: string; patroni: string; postgres: string }
}

/** Starts (again) what the machine runs; its data lie where they lay. */
export function startMachine(ground: Ground, machine: Machine, all: readonly Machine[], settings: ClusterSettings) {
  const home = homeOf(ground, machine)
  mkdirSync(home, { recursive: true, mode: 0o700 })
  if (ground.account) chownSync(home, ground.account.uid, ground.account.gid)
  const { etcd, etcdPeer } = machine.ports
  machine.etcd = startProgram(ground, `${machine.name}-etcd`, settings.binaries.etcd, [
    ...['--name', machine.name, '--data-dir', join(home, 'etcd')],
    ...['--listen-client-urls', local(etcd), '--advertise-client-urls', local(etcd)],
    ...['--listen-peer-urls', local(etcdPeer), '--initial-advertise-peer-urls', local(etcdPeer)],
    ...['--initial-cluster', all.map(({ name, ports }) => `${name}=${local(ports.etcdPeer)}`).join()],
    ...['--initial-cluster-state', 'new', '--heartbeat-interval', '200', '--election-timeout', '2000', '--enable-v2'],
  ])
  // JSON is YAML, too.
  const config = join(home, 'patroni.yml')
  writeFileSync(config, JSON.stringify(patroniConfig(home, machine, all, settings), null, 2), { mode: 0o600 })
  if (ground.account) chownSync(config, ground.account.uid, ground.account.gid)
  machine.patroni = startProgram(ground, `${machine.name}-patroni`, settings.binaries.patroni, [config])
}

function patroniConfig(home: string, { name, ports }: Machine, all: readonly Machine[], settings: ClusterSettings) {
  const { password, ttl } = settings
  const postgres = `127.0.0.1:${ports.postgres}`
  const patroni = `127.0.0.1:${ports.patroni}`
  return {
    scope: 'yicun',
    name,
    restapi: { listen: patroni, connect_address: patroni },
    // Over etcd's v3 API, Patroni before 3.0.3 writes the leader's key without looking when its lease has run out: a
    // machine that stood still and wakes takes the lead back, and what was acknowledged meanwhile is gone. Over v2 it
    // compares first.
    etcd: { hosts: all.map((machine) => `127.0.0.1:${machine.ports.etcd}`) },
    bootstrap: {
      dcs: {
        ttl,
        loop_wait: 2,
        retry_timeout: 4,
        // An order is acknowledged when a second machine has it, and only that one may lead next.
        synchronous_mode: true,
        maximum_lag_on_failover: 1_048_576,
        // A database that crashed on a living machine is not waited for: the other one is ready at once.
        primary_start_timeout: 0,
        postgresql: { use_pg_rewind: true, use_slots: true },
      },
      initdb: [{ encoding: 'UTF8' }, { locale: 'C.UTF-8' }, 'data-checksums'],
    },
    postgresql: {
      listen: postgres,
      connect_address: postgres,
      data_dir: join(home, 'postgres'),
      bin_dir: settings.binaries.postgres,
      pgpass: join(home, 'pgpass'),
      authentication: {
        superuser: { username: 'postgres', password },
        replication: { username: 'replicator', password },
        rewind: { username: 'rewinder', password },
      },
      parameters: {
        unix_socket_directories: '',
        password_encryption: 'scram-sha-256',
        max_connections: 100,
        shared_buffers: '64MB',
        random_page_cost: 1.1,
        jit: 'off',
        timezone: 'UTC',
        // Nobody waits for ever on a machine that fell silent.
        wal_sender_timeout: '10s',
        wal_receiver_timeout: '10s',
        tcp_keepalives_idle: 10,
        tcp_keepalives_interval: 5,
        tcp_keepalives_count: 3,
      },
      pg_hba: ['host replication replicator 127.0.0.1/32 scram-sha-256', 'host all all 127.0.0.1/32 scram-sha-256'],
    },
  }
}

/** The database's own process, as its lock file says. */
export function postmasterOf(ground: Ground, machine: Machine): number {
  return Number(readFileSync(join(homeOf(ground, machine), 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
}

/** How the primary is lost. */
export const losses = {
  /** The machine loses its power: Patroni, PostgreSQL and etcd end at once, and nobody steps down. */
  kill: 'SIGKILL',
  /** The machine stands still: its connections stay open and nothing answers. */
  freeze: 'SIGSTOP',
  /** The database alone is killed; Patroni lives. */
  postgres: 'SIGKILL',
} as const
export type Loss = keyof typeof losses

export function loseMachine(ground: Ground, machine: Machine, how: Loss): void {
  const signal = losses[how]
  const postmaster = postmasterOf(ground, machine)
  if (how !== 'postgres') {
    machine.patroni?.kill(signal)
    machine.etcd?.kill(signal)
  }
  signalTree(postmaster, signal)
}

/** Brings back what was lost. */
export function bringBack(
  ground: Ground,
  machine: Machine,
  how: Loss,
  all: readonly Machine[],
  settings: ClusterSettings,
) {
  if (how === 'kill') startMachine(ground, machine, all, settings)
  if (how !== 'freeze') return
  signalTree(postmasterOf(ground, machine), 'SIGCONT')
  machine.etcd?.kill('SIGCONT')
  machine.patroni?.kill('SIGCONT')
}

/** Ends everything on all machines, frozen or not; afterwards nobody needs the data. */
export async function endMachines(ground: Ground, machines: readonly Machine[]): Promise<void> {
  for (const machine of machines) machine.patroni?.kill('SIGKILL')
  for (const machine of machines) {
    try {
      signalTree(postmasterOf(ground, machine), 'SIGKILL')
    } catch {
      // No lock file: no database.
    }
    if (machine.etcd && !hasEnded(machine.etcd)) machine.etcd.kill('SIGKILL')
  }
  await Promise.all(machines.flatMap(({ etcd, patroni }) => [endChild(etcd), endChild(patroni)]))
}

interface Member {
  name: string
  role: string
  state: string
}

/** What the cluster says of its members, as one of its machines tells. */
export async function membersSeenBy(machine: Machine): Promise<Member[]> {
  const answer = await fetch(`http://127.0.0.1:${machine.ports.patroni}/cluster`, { signal: AbortSignal.timeout(2000) })
  const { members }: { members: Member[] } = await answer.json()
  return members
}

function homeOf(ground: Ground, machine: Machine): string {
  return join(ground.folder, machine.name)
}

function local(port: number): string {
  return `http://127.0.0.1:${port}`
}
