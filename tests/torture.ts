// `npm run torture -- [--rounds N] [--buyers N] [--rush] [--json]`: kills -9 the web, job and database processes while buyers
// order, and then counts every order the shop had said yes to. With `--rush` nothing is killed: far more buyers than it can
// serve (2,000, or --buyers) come at once for 20 s. Needs Linux, as it finds the processes in /proc.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { watchMemory } from '../bench/processes.ts'
import { startPostgres } from '../server/kernel/postgres.ts'
import { removeCluster } from '../server/kernel/postgres-ground.ts'
import { isAlive } from '../server/kernel/postgres-process.ts'
import { type Shoppers, startBuyers } from './crowd/buyers.ts'
import { isSettled, reckon, shelfOf } from './crowd/reckon.ts'
import { freePorts } from './free-ports.ts'
import { signalTree, until } from './ha/processes.ts'
import { runYicun } from './ha/yicun.ts'
import { type House, parts, processesOf, startHouse } from './torture/house.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '20' },
    buyers: { type: 'string' },
    rush: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
})
/** What docs/operating.md gives a web process. */
const webProcessMb = 256
const rounds = values.rush ? 0 : Number(values.rounds)
const buyers = Number(values.buyers ?? (values.rush ? 2000 : 8))
const begun = Date.now()
const say = (line: string) => console.error(`${((Date.now() - begun) / 1000).toFixed(1).padStart(6)} s  ${line}`)

const folder = mkdtempSync(join(tmpdir(), 'yicun-torture-'))
const dataDir = join(folder, 'data')
const ground = { folder, account: undefined }
const [market, office] = await freePorts(2)
const env = { DATA_DIR: dataDir, MARKET_PORT: String(market), OFFICE_PORT: String(office), LOG: 'silent' }
const marketUrl = `http://127.0.0.1:${market}`
let house: House | undefined
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => finish(1))

try {
  const result = await torture()
  if (!values.json)
    for (const [name, value] of Object.entries(result)) console.log(`${name.padEnd(18)}${String(value).padStart(8)}`)
  console.log(JSON.stringify(result))
  await finish(result.ok ? 0 : 1)
} catch (error) {
  say((error as Error).message)
  await finish(1)
}

async function torture() {
  const shelf = await onDatabase(async (client, url) => {
    const filled = await runYicun(
      ground,
      ['demo', '--villages', '60', '--orders', '300'],
      { ...env, DATABASE_URL: url },
      240,
    )
    if (filled.code !== 0) throw new Error('the demo world could not be made; see demo.log')
    return shelfOf(client)
  })
  house = await startHouse(ground, env)
  say('a small demo world (示例数据), and everything that npm start runs')
  const memory = values.rush ? watchMemory({ pid: processesOf(house, 'web', dataDir)[0] ?? 0 }) : undefined
  const shoppers = await startBuyers(marketUrl, buyers)
  const { acknowledged, unanswered, refusals } = shoppers
  await until('a first order', 120, async () => acknowledged.length > 0)
  let kills = 0
  for (let round = 1; round <= rounds; round++) {
    await sleep(1000 + Math.random() * 2000)
    const before = acknowledged.length
    const killedAt = Date.now()
    kills += await killAll(house, round)
    const first = await until('an order after the kill', 240, async () =>
      acknowledged.find(({ askedAt, answeredAt }) => askedAt > killedAt && answeredAt > killedAt + 1000),
    )
    say(`round ${round}: ${before} orders, all killed, sold again after ${(first.answeredAt - killedAt) / 1000} s`)
  }
  if (values.rush) await sleep(20_000)
  await shoppers.stop()
  const backMs = values.rush ? await timeUntilServed() : 0
  for (const [refusal, times] of refusals) say(`${times} times ${refusal}`)
  say(`${acknowledged.length} orders acknowledged, ${shoppers.repeated()} requests repeated; counting`)
  const { counted, broken } = await onDatabase(async (client, url) => {
    await until('what was under way is settled', 120, () => isSettled(client), 500)
    const counted = await reckon(client, acknowledged, unanswered, shelf)
    const verified = await runYicun(ground, ['verify'], { ...env, DATABASE_URL: url }, 240)
    return { counted, broken: verified.output.split('\n').filter((line) => line.includes('"ok":false')) }
  })
  for (const line of broken) say(line)
  const left = await stopAll(house)
  if (left.length > 0) say(`processes left behind: ${left.join()}`)
  const { doubled, oversold } = counted
  const lost = counted.lost + counted.withoutStock
  const journalImbalance = counted.withoutJournal + counted.unbalanced
  const wrong = lost + doubled + oversold + journalImbalance + broken.length + left.length
  const common = { acknowledged: acknowledged.length, lost, doubled, oversold, journalImbalance }
  if (!memory) return { rounds, kills, ...common, ok: wrong === 0 }
  const { turnedAway, untold, ...waited } = waits(shoppers.turnedAway)
  const mostMb = memory()
  // Nobody turned away would have been no rush.
  const ok = wrong === 0 && turnedAway > 0 && untold === 0 && mostMb <= webProcessMb && backMs <= 5000
  return { buyers, turnedAway, untold, ...waited, mostMb, backMs, ...common, ok }
}

/** How long a reader waits to be served once the crowd has gone. */
async function timeUntilServed(): Promise<number> {
  const begun = Date.now()
  await until(
    'a reader served',
    60,
    async () => (await fetch(`${marketUrl}/api/offers`).catch(() => undefined))?.ok,
    20,
  )
  return Date.now() - begun
}

function waits(turnedAway: Shoppers['turnedAway']) {
  const ms = turnedAway.map((each) => each.ms).sort((a, b) => a - b)
  const at = (part: number) => ms[Math.floor(ms.length * part)] ?? 0
  const untold = turnedAway.filter(({ when }) => !when).length
  return { turnedAway: ms.length, untold, p50: at(0.5), p99: at(0.99) }
}

/** Every part in another order each time; every fifth time their keeper before them, which is started again at once. */
async function killAll(of: House, round: number): Promise<number> {
  const keeperToo = round % 5 === 0
  const pids = [...parts].sort(() => Math.random() - 0.5).flatMap((part) => processesOf(of, part, dataDir))
  if (keeperToo) pids.unshift(of.keeper)
  for (const pid of pids) {
    signalTree(pid, 'SIGKILL')
    if (Math.random() < 0.5) await sleep(Math.random() * 800)
  }
  if (keeperToo) house = await startHouse(ground, env)
  return pids.length
}

/** Stops everything in good order and says which processes are still there. */
async function stopAll(of: House): Promise<number[]> {
  const pids = [of.keeper, ...parts.flatMap((part) => processesOf(of, part, dataDir))]
  await of.stop()
  house = undefined
  return pids.filter(isAlive)
}

/** Joins the house's database, or starts it where nobody runs it. */
async function onDatabase<T>(work: (client: pg.Client, url: string) => Promise<T>): Promise<T> {
  const server = await startPostgres({ dataDir: join(dataDir, 'postgres'), quiet: true })
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  try {
    return await work(client, server.url)
  } finally {
    await client.end()
    await server.stop()
  }
}

async function finish(code: number): Promise<never> {
  await house?.stop()
  if (code === 0) {
    await removeCluster(join(dataDir, 'postgres'))
    rmSync(folder, { recursive: true, force: true })
  } else console.error(`what the processes said lies in ${folder}`)
  process.exit(code)
}
