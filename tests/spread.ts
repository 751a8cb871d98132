// `npm run spread -- [--buyers N] [--seconds N] [--json]`: spreads the orders by store over three PostgreSQL machines on
// loopback, one more before them (postgres_fdw); buyers order, every statement about orders is asked which machines it
// took, and one machine is lost while they go on. Ends with one JSON line. Needs Linux, as it finds the processes in /proc.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { removeCluster } from '../server/kernel/postgres-ground.ts'
import { startBuyers } from './crowd/buyers.ts'
import { isSettled, reckon, shelfOf } from './crowd/reckon.ts'
import { freePorts } from './free-ports.ts'
import { until } from './ha/processes.ts'
import { runYicun, startYicun } from './ha/yicun.ts'
import { halfDone } from './spread/half-done.ts'
import { type Question, questionsOf } from './spread/lives.ts'
import { loseOne } from './spread/lose.ts'
import { homesOf, type Machine, on, prepare, spreadOrders, startMachine, storesOn } from './spread/machines.ts'

const { values } = parseArgs({
  options: {
    buyers: { type: 'string', default: '6' },
    seconds: { type: 'string', default: '10' },
    json: { type: 'boolean', default: false },
  },
})
const buyers = Number(values.buyers)
const begun = Date.now()
const say = (line: string) => console.error(`${((Date.now() - begun) / 1000).toFixed(1).padStart(6)} s  ${line}`)

/** What has to ask every machine, as it does not know the store; the last begins a decision on a request. */
const everywhere = [
  "buyer's orders",
  'find by number',
  'unpaid, by the clock',
  'decide: select store_id, order_id from',
]

const folder = mkdtempSync(join(tmpdir(), 'yicun-spread-'))
const ground = { folder, account: undefined }
const market = `http://127.0.0.1:${(await freePorts(1))[0]}`
const machines: Machine[] = []
const running: Awaited<ReturnType<typeof startYicun>>[] = []
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => finish(1))

try {
  const result = await tryIt()
  console.log(JSON.stringify(result))
  await finish(result.ok ? 0 : 1)
} catch (error) {
  say((error as Error).stack ?? String(error))
  await finish(1)
}

async function tryIt() {
  const names = ['coordinator', 'machine-1', 'machine-2', 'machine-3']
  machines.push(...(await Promise.all(names.map((name) => startMachine(name, join(folder, name))))))
  const [coordinator, ...three] = machines as [Machine, ...Machine[]]
  for (const { url } of machines) await prepare(url)
  // A plan made for any store would open every machine for its estimates, and PostgreSQL 18.4 has `update` find no row at
  // all with such a plan over foreign parts; a plan for the store at hand opens its own machine.
  const url = `${coordinator.url}?options=${encodeURIComponent('-c plan_cache_mode=force_custom_plan')}`
  const env = {
    DATABASE_URL: url,
    DATA_DIR: join(folder, 'data'),
    SECRET: randomBytes(32).toString('hex'),
    MARKET_URL: market,
    MARKET_PORT: new URL(market).port,
    LOG: 'silent',
  }
  const filled = await runYicun(ground, ['demo', '--villages', '60', '--orders', '300'], env, 240)
  if (filled.code !== 0) throw new Error('the demo world could not be made; see demo.log')
  await on(coordinator.url, (client) => spreadOrders(client, three))
  say('a small demo world (示例数据), its orders spread over three machines')

  const work = () => startYicun(ground, 'work', ['work'], env)
  running.push(await startYicun(ground, 'web', ['serve', 'market'], env), await work())
  const shelf = await on(coordinator.url, shelfOf)
  const crowd = await startBuyers(market, buyers)
  await sleep(Number(values.seconds) * 1000)
  await crowd.stop()
  await until('all is settled', 120, () => on(coordinator.url, isSettled), 500)
  say(`${crowd.acknowledged.length} orders`)

  // The reactions are to run where they are listened to.
  await running.pop()?.stop()
  const home = await on(coordinator.url, (client) => homesOf(client, three))
  const left = await on(coordinator.url, shelfOf)
  const plenty = crowd.acknowledged.toSorted((a, b) => (left.get(b.skuId) ?? 0) - (left.get(a.skuId) ?? 0))
  const questions: (Question & { home: string })[] = []
  for (const { name } of three) {
    const good = plenty.find(({ storeId }) => home.get(storeId) === name)
    if (!good) throw new Error(`nobody bought on ${name}`)
    questions.push(...(await questionsOf(url, market, good)).map((question) => ({ ...question, home: name })))
  }
  if (!values.json) table(questions.filter(({ home }) => home === three[0]?.name))
  const astray = questions.filter(({ machines, home, ...asked }) => machines.join() !== home && !mayAskAll(asked))
  for (const { step, machines, text } of astray) say(`asks ${machines.join() || 'nobody'}: ${step}: ${text}`)
  running.push(await work())
  const verified = await verify(env)

  const loss = await loseOne(market, buyers, three, home, say)
  const everyone = [crowd, loss.there, loss.elsewhere]
  const acknowledged = everyone.flatMap((each) => each.acknowledged)
  for (const [refusal, times] of everyone.flatMap((each) => [...each.refusals])) say(`${times} times ${refusal}`)
  await until('all is settled', 120, () => on(coordinator.url, isSettled), 500)
  const unanswered = everyone.flatMap((each) => each.unanswered)
  const counted = await on(coordinator.url, (client) => reckon(client, acknowledged, unanswered, shelf))
  const verifiedAfterLoss = await verify(env)
  const places = await Promise.all(three.map(storesOn))
  const misplaced = three.flatMap(({ name }, at) => places[at]?.filter((storeId) => home.get(storeId) !== name) ?? [])
  const months = await spreadLaterMonths(coordinator, three)
  const stayedHalfDone = await halfDone(coordinator, three, home)
  const wrong =
    Object.values(counted).reduce((sum, number) => sum + number, 0) + astray.length + misplaced.length + months
  return {
    orders: acknowledged.length,
    ...counted,
    storesOnEach: places.map(({ length }) => length),
    misplaced: misplaced.length,
    statements: new Set(questions.map(({ step, text }) => step + text)).size,
    astray: astray.length,
    ...loss.figures,
    verified,
    verifiedAfterLoss,
    stayedHalfDone,
    ok: wrong === 0 && places.every(({ length }) => length > 0) && verified === 'clean' && loss.ok,
  }
}

function mayAskAll({ step, text }: { step: string; text: string }): boolean {
  return everywhere.some((known) => `${step}: ${text}`.startsWith(known))
}

function table(questions: readonly Question[]): void {
  console.log('machines  parts  step                  statement')
  for (const { step, text, machines, parts } of questions)
    console.log(
      `${String(machines.length).padStart(8)}${String(parts).padStart(7)}  ${step.padEnd(22)}${text.slice(0, 90)}`,
    )
}

async function verify(env: NodeJS.ProcessEnv): Promise<string> {
  const { code, output } = await runYicun(ground, ['verify'], env, 240)
  if (code === 0) return 'clean'
  return (
    output
      .split('\n')
      .filter((line) => line.includes('"ok":false'))
      .join(' ') || 'broken'
  )
}

/** A month that begins later is made everywhere as ever, and moves to the machines as the others did; says what stays. */
async function spreadLaterMonths(coordinator: Machine, three: readonly Machine[]): Promise<number> {
  const later = new Date(Date.now() + 62 * 24 * 3_600_000)
  for (const { url } of machines) await prepare(url, later)
  return on(coordinator.url, async (client) => {
    await spreadOrders(client, three)
    const { rows } = await client.query<{ left: number }>(
      `select count(*) as left from pg_inherits i join pg_class c on c.oid = i.inhrelid
       where i.inhparent = 'orders."order"'::regclass and c.relkind = 'r'`,
    )
    return Number(rows[0]?.left)
  })
}

async function finish(code: number): Promise<never> {
  await Promise.all(running.map((process) => process.stop()))
  await Promise.all(machines.map((machine) => machine.stop()))
  for (const { dataDir } of machines) await removeCluster(dataDir)
  if (code === 0) rmSync(folder, { recursive: true, force: true })
  else console.error(`what the processes said lies in ${folder}`)
  process.exit(code)
}
