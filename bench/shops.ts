import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { freePort } from '../tests/free-ports.ts'
import { doAtOnce, http, median, type Reading, readAgain, type Speed, type Sql } from './load.ts'
import { cpuMs, launch, launchYicun, program, type Running } from './processes.ts'

/** One server under test: what it is asked, and whose CPU time counts beside the database's. */
export interface Shop {
  name: string
  base: string
  processes: Running[]
  readings: Record<'list' | 'detail' | 'search', Reading[]>
  buy(i: number): Promise<unknown>
  /** Orders in the database, to be held against those that were answered. */
  orders(): Promise<number>
}

export interface Figure extends Speed {
  /** Of web, jobs and database together, for one request or order. */
  cpuMs: number
}
export const phases = ['list', 'detail', 'search', 'checkout8', 'checkout32'] as const
export type Figures = Record<(typeof phases)[number], Figure>

export interface Length {
  runs: number
  seconds: number
  orders: number
}

/** Yicun as it runs in production: one web process, the job process, nothing else; and how long its start took. */
export async function openYicun(pool: pg.Pool, databaseUrl: string, secret: string) {
  const port = await freePort()
  const base = `http://127.0.0.1:${port}`
  Object.assign(process.env, { BASE: base, DBURL: databaseUrl })
  const buyer = await import('./adapters-yicun.mjs')
  const env = { DATABASE_URL: databaseUrl, MARKET_PORT: String(port), DATA_DIR: join(tmpdir(), 'none'), SECRET: secret }
  const jobs = await launchYicun(['work'], env)
  const begun = performance.now()
  const web = await launchYicun(['serve', 'market'], env)
  const { status } = await http('GET', `${base}/api/health`)
  const coldStartMs = Math.round(performance.now() - begun)
  if (status !== 200) throw new Error(`the market is not well: ${status}`)
  const sql: Sql = async (text) => (await pool.query(text)).rows
  await buyer.init(http, sql)
  const shop: Shop = {
    name: 'yicun',
    base,
    processes: [web, jobs],
    readings: { list: buyer.list(), detail: buyer.detail(), search: buyer.search() },
    buy: (i) => buyer.checkout(http, buyer.pickVariant(i), i),
    orders: async () => (await buyer.counts(sql)).orders,
  }
  return { shop, web, coldStartMs }
}

/** The bare floor on the rows that Yicun has; after Yicun, whose packages it sells. */
export async function openFloor(pool: pg.Pool, databaseUrl: string, { readings }: Shop): Promise<Shop> {
  const port = await freePort()
  const base = `http://127.0.0.1:${port}`
  const { packageOf, pickVariant } = await import('./adapters-yicun.mjs')
  const floor = await launch(program('bench/floor.ts'), { DATABASE_URL: databaseUrl, PORT: String(port) })
  const get = (path: string): Reading => ({ method: 'GET', path, headers: {} })
  return {
    name: 'floor',
    base,
    processes: [floor],
    readings: {
      list: readings.list.map((_, page) => get(`/list?offset=${page * 20}`)),
      detail: readings.detail.map(({ path }) => get(`/detail?id=${path.split('/').at(-1)}`)),
      search: readings.search.map(({ path }) => get(path.replace('/api/offers', '/search'))),
    },
    async buy(i) {
      const { skuId } = packageOf(pickVariant(i))
      const body = { skuId, buyer: `b${i}`, address: { city: '南京' } }
      const { status } = await http('POST', `${base}/order`, { 'content-type': 'application/json' }, body)
      if (status !== 200) throw new Error(`floor: ${status}`)
    },
    orders: async () => Number((await pool.query('select count(*) n from floor.orders')).rows[0].n),
  }
}

/** Every phase: a warm-up, then some runs of which the median counts. Orders are counted in the database. */
export async function measure(shop: Shop, postgres: number, { runs, seconds, orders }: Length): Promise<Figures> {
  const spent = () => [postgres, ...shop.processes.map(({ pid }) => pid)].reduce((sum, pid) => sum + cpuMs(pid), 0)
  let bought = Math.floor(Math.random() * 1e6)
  const buyAtOnce = async (buyers: number, times: number) => {
    const before = await shop.orders()
    const speed = await doAtOnce(buyers, times, () => shop.buy(bought++))
    const made = (await shop.orders()) - before
    if (made !== times) throw new Error(`${times} orders were answered, ${made} are in the database`)
    return speed
  }
  const phase = async (name: keyof Figures, run: (warmUp: boolean) => Promise<Speed & { total: number }>) => {
    await run(true)
    const figures: Figure[] = []
    for (let at = 0; at < runs; at++) {
      const before = spent()
      const { total, ...speed } = await run(false)
      figures.push({ ...speed, cpuMs: (spent() - before) / total })
    }
    const of = (key: keyof Figure) => median(figures.map((figure) => figure[key]))
    const figure = { rps: of('rps'), p50: of('p50'), p99: of('p99'), cpuMs: of('cpuMs') }
    process.stderr.write(`${shop.name} ${name}: ${JSON.stringify(figure)}\n`)
    return figure
  }
  const read = (name: 'list' | 'detail' | 'search') =>
    phase(name, (warmUp) => readAgain(shop.base, shop.readings[name], warmUp ? 3 : seconds))
  const buy = (name: 'checkout8' | 'checkout32', buyers: number) =>
    phase(name, (warmUp) => buyAtOnce(buyers, warmUp ? Math.ceil(orders / 4) : orders))
  return {
    list: await read('list'),
    detail: await read('detail'),
    search: await read('search'),
    checkout8: await buy('checkout8', 8),
    checkout32: await buy('checkout32', 32),
  }
}
