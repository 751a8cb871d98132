import { setTimeout as sleep } from 'node:timers/promises'
import { type Acknowledged, startBuyers } from '../crowd/buyers.ts'
import { signalTree, until } from '../ha/processes.ts'
import { type Machine, on, startMachine } from './machines.ts'

/** Kills one machine while buyers order from its stores and from others, and starts it again. */
export async function loseOne(
  market: string,
  buyers: number,
  three: readonly Machine[],
  home: ReadonlyMap<string, string>,
  say: (line: string) => void,
) {
  const lost = three[1] as Machine
  const isThere = ({ storeId }: { storeId: string }) => home.get(storeId) === lost.name
  const there = await startBuyers(market, 2, isThere)
  const elsewhere = await startBuyers(market, buyers, (good) => !isThere(good))
  await until('orders of both', 30, async () => there.acknowledged.length > 0 && elsewhere.acknowledged.length > 0)
  const lostAt = Date.now()
  signalTree(lost.pid, 'SIGKILL')
  say(`${lost.name} is killed`)
  await sleep(2000)
  const [known] = there.acknowledged as [Acknowledged]
  const answer = await askFor(market, `/api/orders/${known.storeId}/${known.orderId}`, known.guest)
  const ownList = await askFor(market, '/api/orders', (elsewhere.acknowledged[0] as Acknowledged).guest)
  await sleep(8000)
  const soldThere = there.acknowledged.filter(({ askedAt }) => askedAt > lostAt).length
  const bought = elsewhere.acknowledged.filter(({ askedAt, paid }) => askedAt > lostAt && paid)
  const others = three.filter((machine) => machine !== lost)
  // Not only placed: the money that came for it is booked as well, while the machine is away.
  await until('what was bought elsewhere is paid', 60, async () => (await paidOn(others, bought)) === bought.length)
  say(`${bought.length} orders elsewhere meanwhile; the lost stores answer ${answer.status}: ${answer.message}`)
  const backAt = Date.now()
  Object.assign(lost, await startMachine(lost.name, lost.dataDir))
  await until('an order there again', 60, async () => there.acknowledged.some(({ answeredAt }) => answeredAt > backAt))
  say(`${lost.name} is back, and its stores sell again`)
  await Promise.all([there.stop(), elsewhere.stop()])
  const figures = {
    soldElsewhere: bought.length,
    turnedAwayElsewhere: elsewhere.turnedAway.length,
    soldThere,
    turnedAwayThere: there.turnedAway.length,
    answerThere: answer.status,
    answerToOwnList: ownList.status,
  }
  const told = answer.status === 503 && answer.when && there.turnedAway.every(({ when }) => when)
  return { there, elsewhere, figures, ok: bought.length > 0 && soldThere === 0 && Boolean(told) }
}

async function askFor(market: string, path: string, guest: string) {
  const answer = await fetch(`${market}${path}`, { headers: { cookie: `guest=${guest}` } })
  const { error }: { error?: { message: string } } = await answer.json()
  return { status: answer.status, when: answer.headers.get('retry-after'), message: error?.message }
}

async function paidOn(machines: readonly Machine[], bought: readonly Acknowledged[]): Promise<number> {
  const ids = bought.map(({ orderId }) => orderId)
  const paid = 'select count(*) from orders."order" where id = any($1) and paid_at is not null'
  const counts = machines.map(({ url }) =>
    on(url, async (client) => Number((await client.query<{ count: string }>(paid, [ids])).rows[0]?.count)),
  )
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0)
}
