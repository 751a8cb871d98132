// `npm run ha`: three database machines on this one, the primary lost while buyers order. Ends with one JSON line.
import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { type Shoppers, startBuyers } from '../crowd/buyers.ts'
import { isSettled, reckon, shelfOf } from '../crowd/reckon.ts'
import { freePorts } from '../free-ports.ts'
import { startBalancer } from './balancer.ts'
import {
  bringBack,
  type ClusterSettings,
  endMachines,
  type Loss,
  loseMachine,
  losses,
  type Machine,
  membersSeenBy,
  startMachine,
} from './machines.ts'
import { endChild, findProgram, hasEnded, prepareGround, until } from './processes.ts'
import { runYicun, startYicun } from './yicun.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '1' },
    buyers: { type: 'string', default: '8' },
    how: { type: 'string', default: 'kill' },
    ttl: { type: 'string', default: '15' },
    minutes: { type: 'string', default: '10' },
  },
})
const rounds = Number(values.rounds)
const buyers = Number(values.buyers)
if (!(values.how in losses)) throw new Error(`--how is one of ${Object.keys(losses).join(', ')}`)
const how = values.how as Loss

const programs = {
  patroni: findProgram('patroni'),
  etcd: findProgram('etcd'),
  haproxy: findProgram('haproxy'),
  postgres: findProgram('postgres', '/usr/lib/postgresql/17/bin', '/usr/lib/postgresql/15/bin'),
}
const missing = Object.entries(programs).flatMap(([name, path]) => (path ? [] : [name]))
if (missing.length > 0) {
  console.error('To run this: apt-get install patroni etcd-server haproxy postgresql (Debian 12)')
  console.log(JSON.stringify({ skipped: `not installed: ${missing.join(', ')}` }))
  process.exit(0)
}

const say = (line: string) => console.error(`${((Date.now() - begun) / 1000).toFixed(1).padStart(6)} s  ${line}`)
const begun = Date.now()
const ground = prepareGround()
const settings: ClusterSettings = {
  password: randomBytes(16).toString('hex'),
  ttl: Number(values.ttl),
  binaries: {
    etcd: programs.etcd as string,
    patroni: programs.patroni as string,
    postgres: (programs.postgres as string).replace(/\/postgres$/, ''),
  },
}
const ports = await freePorts(16)
const [database, market, web1, web2, ...rest] = ports as [number, number, number, number, ...number[]]
const machines = [0, 1, 2].map((at): Machine => {
  const [etcd, etcdPeer, patroni, postgres] = rest.slice(at * 4) as [number, number, number, number]
  return { name: `machine-${at + 1}`, ports: { etcd, etcdPeer, patroni, postgres } }
})
const marketUrl = `http://127.0.0.1:${market}`
const urlOf = (name: string, user = 'postgres') =>
  `postgres://${user}:${settings.password}@127.0.0.1:${database}/${name}`

const yicun: Awaited<ReturnType<typeof startYicun>>[] = []
let balancer: ReturnType<typeof startBalancer> | undefined
let shoppers: Shoppers | undefined
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => finish(new Error(`told to stop`)))
// Whatever hangs, this ends.
setTimeout(
  () => finish(new Error(`not done within ${values.minutes} minutes`)),
  Number(values.minutes) * 60_000,
).unref()

try {
  await startEverything()
  const result = await loseAndCount()
  await finish(undefined, result)
} catch (error) {
  await finish(error as Error)
}

async function startEverything(): Promise<void> {
  for (const machine of machines) startMachine(ground, machine, machines, settings)
  balancer = startBalancer(ground, programs.haproxy as string, { database, market }, machines, [web1, web2])
  await until('a primary with a synchronous standby', 120, isWhole)
  say('three machines: one leads, one follows synchronously, one follows')
  await onDatabase('postgres', async (client) => {
    await client.query(`create role yicun login password '${settings.password}'`)
    await client.query(`create database yicun owner yicun encoding 'UTF8' template template0`)
  })
  const env = {
    DATABASE_URL: urlOf('yicun', 'yicun'),
    SECRET: randomBytes(32).toString('hex'),
    DATA_DIR: `${ground.folder}/data`,
    MARKET_URL: marketUrl,
    TRUST_PROXY: 'on',
    POOL_SIZE: '8',
  }
  const filled = await runYicun(ground, ['demo', '--villages', '24', '--orders', '200'], env, 240)
  if (filled.code !== 0) throw new Error('the demo world could not be made; see demo.log')
  say('a small demo world (示例数据)')
  yicun.push(
    ...(await Promise.all([
      startYicun(ground, 'web-1', ['serve', 'market'], { ...env, MARKET_PORT: String(web1) }),
      startYicun(ground, 'web-2', ['serve', 'market'], { ...env, MARKET_PORT: String(web2) }),
      startYicun(ground, 'work-1', ['work'], env),
      startYicun(ground, 'work-2', ['work'], env),
    ])),
  )
  await until('the market behind the balancer', 30, async () => (await fetch(`${marketUrl}/api/health`)).ok)
  say('two web and two job processes behind the balancer')
}

async function loseAndCount() {
  const shelf = await onDatabase('yicun', shelfOf)
  shoppers = await startBuyers(marketUrl, buyers)
  const { acknowledged, unanswered } = shoppers
  const secondsBack: number[] = []
  const secondsWhole: number[] = []
  for (let round = 0; round < rounds; round++) {
    await sleep(10_000)
    const before = acknowledged.length
    if (before === 0) throw new Error(`nobody could order: ${[...shoppers.refusals.keys()].join('; ')}`)
    const primary = await leader()
    say(`${before} orders so far; ${how}: ${primary.name}, the primary`)
    const lostAt = Date.now()
    loseMachine(ground, primary, how)
    const first = await until('an order again', 120, async () =>
      acknowledged.find(({ askedAt, answeredAt }) => askedAt > lostAt && answeredAt > lostAt + 100),
    )
    secondsBack.push((first.answeredAt - lostAt) / 1000)
    say(`orders are accepted again after ${secondsBack.at(-1)} s; ${(await leader()).name} leads`)
    await sleep(10_000)
    const broughtAt = Date.now()
    bringBack(ground, primary, how, machines, settings)
    await until('three machines again', 120, isWhole)
    secondsWhole.push((Date.now() - broughtAt) / 1000)
    say(`${primary.name} follows again`)
  }
  await shoppers.stop()
  for (const [refusal, times] of shoppers.refusals) say(`${times} times ${refusal}`)
  say(`${acknowledged.length} orders acknowledged, ${shoppers.repeated()} requests repeated; counting`)
  const counted = await onDatabase('yicun', async (client) => {
    await until('what was under way is settled', 120, () => isSettled(client), 500)
    return reckon(client, acknowledged, unanswered, shelf)
  })
  const verified = await runYicun(ground, ['verify'], { DATABASE_URL: urlOf('yicun', 'yicun'), SECRET: 'any' }, 240)
  const broken = verified.output.split('\n').filter((line) => line.includes('"ok":false'))
  for (const line of broken) say(line)
  const ended = yicun.filter(({ child }) => hasEnded(child)).map(({ name }) => name)
  const paid = acknowledged.filter((one) => one.paid).length
  const ok =
    Object.values(counted).every((number) => number === 0) &&
    verified.code === 0 &&
    ended.length === 0 &&
    acknowledged.length > 0 &&
    secondsBack.every((seconds) => seconds <= 30)
  return {
    how,
    ttl: settings.ttl,
    rounds,
    buyers,
    secondsBack,
    secondsWhole,
    acknowledged: acknowledged.length,
    paid,
    unanswered: unanswered.length,
    repeated: shoppers.repeated(),
    ...counted,
    verify: verified.code === 0 ? 'clean' : 'broken',
    processesEnded: ended,
    ok,
  }
}

/** The machine that leads, as a majority of those that answer says. */
async function leader(): Promise<Machine> {
  return until('a leader', 60, async () => {
    for (const machine of machines) {
      const members = await membersSeenBy(machine).catch(() => [])
      const found = members.find((member) => member.role === 'leader' && member.state === 'running')
      if (found) return machines.find(({ name }) => name === found.name)
    }
    return undefined
  })
}

/** One leads, one follows synchronously, one follows. */
async function isWhole(): Promise<boolean> {
  const members = await membersSeenBy(await leader())
  const roles = members.filter(({ state }) => state === 'running' || state === 'streaming').map(({ role }) => role)
  return roles.sort().join() === 'leader,replica,sync_standby'
}

async function onDatabase<T>(name: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = await until('the database behind the balancer', 30, async () => {
    const attempt = new pg.Client({ connectionString: urlOf(name), connectionTimeoutMillis: 2000 })
    attempt.on('error', () => {})
    await attempt.connect()
    return attempt
  })
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function finish(error: Error | undefined, result?: Awaited<ReturnType<typeof loseAndCount>>): Promise<void> {
  await Promise.all(yicun.map((process) => process.stop()))
  await endChild(balancer)
  await endMachines(ground, machines)
  if (error) {
    ground.leave()
    console.error(`${error.message}; what the processes said lies in ${ground.folder}`)
    console.log(JSON.stringify({ how, ok: false, error: error.message }))
    process.exit(1)
  }
  if (result?.ok) ground.remove()
  else {
    ground.leave()
    console.error(`what the processes said lies in ${ground.folder}`)
  }
  console.log(JSON.stringify(result))
  process.exit(result?.ok ? 0 : 1)
}
