import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { demoSizes } from '../server/commands/demo.ts'
import { connect } from '../server/kernel/db.ts'
import { migrate } from '../server/kernel/migrate.ts'
import { startPostgres } from '../server/kernel/postgres.ts'
import { removeCluster } from '../server/kernel/postgres-ground.ts'
import { loadDataset } from './dataset.ts'
import { watchMemory } from './processes.ts'
import { seedBench } from './seed.ts'
import { type Figures, measure, openFloor, openYicun, phases } from './shops.ts'
import { measureViews } from './views.ts'

// `npm run bench -- [--json] [--runs N] [--secs N] [--orders N] [--scale none|small|full] [--world URL]`: Yicun and a bare
// floor on the same rows in one run, and the office's views on a demo world of the given size. Filling the full one takes
// an hour or more; `--world` names a database that `yicun demo` has filled already (with the SECRET it was filled with).
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    runs: { type: 'string', default: '3' },
    secs: { type: 'string', default: '8' },
    orders: { type: 'string', default: '400' },
    scale: { type: 'string', default: 'small' },
    world: { type: 'string' },
  },
})
const length = { runs: Number(values.runs), seconds: Number(values.secs), orders: Number(values.orders) }
const scale = values.scale === 'full' || values.scale === 'small' ? demoSizes[values.scale] : undefined
const secret = process.env.SECRET ?? 'a-secret-of-the-bench-and-of-nothing-else'
const say = (line: string) => process.stderr.write(`${line}\n`)

const dataDir = await mkdtemp(join(tmpdir(), 'yicun-bench-'))
// Durable commits: an order that was answered is on the disk.
const postgres = await startPostgres({ dataDir, quiet: true })
const pool = new pg.Pool({ connectionString: postgres.url, max: 2 })
try {
  const source = await seed()
  const { figures, floor, peakRssMb, coldStartMs } = await compare()
  const views = scale && (await measureScale())
  print(figures, floor)
  console.log(`resident memory ${peakRssMb} MB, cold start ${coldStartMs} ms, goods: ${source}`)
  const world = values.world ? 'the world named' : `${values.scale} scale`
  for (const [view, { p95, median, asked }] of Object.entries(views ?? {}))
    console.log(`${view} view, ${world}, ${asked} asked: p50 ${median} ms, p95 ${p95} ms`)
  const measured = Object.fromEntries(phases.map((phase) => [phase, jsonOf(figures, floor, phase)]))
  const p95s = Object.fromEntries(Object.entries(views ?? {}).map(([view, { p95 }]) => [view, { p95 }]))
  if (values.json) console.log(JSON.stringify({ ...measured, rssMb: peakRssMb, coldStartMs, ...p95s }))
} finally {
  await pool.end()
  await postgres.stop()
  await removeCluster(dataDir)
}

async function seed(): Promise<string> {
  const dataset = await loadDataset()
  say(`Filling the shelves: ${dataset.products.length} products (${dataset.source})`)
  await migrate(postgres.url)
  const { db, close } = connect(postgres.url, 4)
  await seedBench(db, dataset)
  await close()
  await pool.query('vacuum analyze')
  return dataset.source
}

async function compare() {
  const { shop, web, coldStartMs } = await openYicun(pool, postgres.url, secret)
  const memory = watchMemory(web)
  const figures = await measure(shop, postgres.pid, length)
  const peakRssMb = memory()
  await Promise.all(shop.processes.map((each) => each.stop()))
  const bare = await openFloor(pool, postgres.url, shop)
  const floor = await measure(bare, postgres.pid, length)
  await Promise.all(bare.processes.map((each) => each.stop()))
  return { figures, floor, peakRssMb, coldStartMs }
}

async function measureScale() {
  if (values.world) return measureViews(values.world, undefined, secret)
  await pool.query('create database scale')
  const other = new URL(postgres.url)
  other.pathname = '/scale'
  return measureViews(other.href, scale ?? demoSizes.small, secret)
}

function print(ours: Figures, floor: Figures): void {
  const columns = ['', 'per s', 'p50 ms', 'p99 ms', 'CPU ms', 'floor per s', 'floor CPU ms', 'ratio']
  const table = phases.map((phase) => {
    const { rps, p50, p99, cpuMs } = ours[phase]
    const cells = [rps, p50, p99, cpuMs, floor[phase].rps, floor[phase].cpuMs, rps / floor[phase].rps]
    return [phase, ...cells.map((cell) => cell.toFixed(cell < 10 ? 2 : 0))]
  })
  for (const line of [columns, ...table]) console.log(line.map((cell) => cell.padStart(13)).join(''))
}

function jsonOf(ours: Figures, floor: Figures, phase: keyof Figures) {
  const { rps, p50, p99, cpuMs } = ours[phase]
  const numbers = { rps, p50, p99, cpuMs, ratioToFloor: rps / floor[phase].rps }
  return Object.fromEntries(Object.entries(numbers).map(([key, number]) => [key, Number(number.toFixed(3))]))
}
