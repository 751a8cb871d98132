import { change, type Db, transact } from '../server/kernel/db.ts'
import { addDays, type Day, dayOf } from '../server/kernel/time.ts'
import {
  categories,
  importCategories,
  importProducts,
  importSignatureProducts,
} from '../server/modules/catalog/index.ts'
import { agriculturalVillages, importDivisions, pathsOf } from '../server/modules/divisions/index.ts'
import { importStock } from '../server/modules/inventory/index.ts'
import { importShipments } from '../server/modules/logistics/index.ts'
import { importMerchants } from '../server/modules/merchants/index.ts'
import { importTargets, rebuildFigures } from '../server/modules/monitoring/index.ts'
import { createOrderParts, importOrders, withoutOrderIndexes } from '../server/modules/orders/index.ts'
import { importPayments } from '../server/modules/payments/index.ts'
import { importStations } from '../server/modules/stations/index.ts'
import {
  addSales,
  importStores,
  refreshAllOffers,
  showSales,
  weighSuggestions,
} from '../server/modules/stores/index.ts'
import { importLots, importPledges, importTraceEvents } from '../server/modules/traceability/index.ts'
import { type DemoOrder, orderDrawer, type Season } from './make-orders.ts'
import { type DemoSignIns, makePeople } from './make-people.ts'
import { type DemoVillage, makeVillage, pairs } from './make-villages.ts'
import { type Chance, chance } from './random.ts'

export interface DemoSize {
  /** Villages that sell; the first 270 are the real pairs, beyond them the pairs are lent to other villages. */
  villages: number
  orders: number
  seed: number
  today?: Day
}

export type Progress = (what: string) => { at(done: number, total: number): void; done(): void }

/** Fills an empty database with the demo world: real places and specialities, made-up people, sales and stock. */
export async function fillDemo(db: Db, secret: string, size: DemoSize, progress: Progress): Promise<DemoSignIns> {
  const luck = chance(size.seed)
  const today = size.today ?? dayOf(new Date())
  await loadDivisions(db, progress)
  await importCategories(db)
  await importTargets(db)
  const villages = await chooseVillages(db, size.villages, today, luck)
  await loadVillages(db, villages, progress)
  await loadOrders(db, villages, size.orders, today, { luck, idLuck: chance(size.seed + 1) }, progress)
  const offers = progress('Shop windows')
  await refreshAllOffers(
    db,
    inGroups(
      villages.map(({ product }) => product.id),
      500,
    ),
    (done) => offers.at(done, villages.length),
  )
  await showSales(db)
  await weighSuggestions(db)
  offers.done()
  const figures = progress('Figures')
  await rebuildFigures(db, figures.at)
  figures.done()
  const last = progress('Statistics and people')
  last.at(0, 2)
  // The first visitors come before PostgreSQL has looked at the new tables by itself.
  await change(db, 'analyze')
  last.at(1, 2)
  // Shown off around 阳澄湖 or, where a seed's world lacks it, around the first village.
  const shown = villages.find(({ product }) => product.name.includes('阳澄湖')) ?? villages[0]
  if (!shown) throw new Error('the demo world has no village')
  const signIns = await makePeople(db, shown, secret, luck)
  last.done()
  return signIns
}

/** The map of Jiangsu, without which nothing else has a place. */
export async function loadDivisions(db: Db, progress: Progress): Promise<void> {
  const step = progress('Divisions of Jiangsu')
  await importDivisions(db, { onProgress: step.at })
  step.done()
}

async function chooseVillages(db: Db, count: number, today: Day, luck: Chance): Promise<DemoVillage[]> {
  const real = pairs()
  const taken = new Set(real.map((pair) => pair.village_code))
  const others = count > real.length ? (await agriculturalVillages(db)).filter((code) => !taken.has(code)) : []
  const codes = [...real.map((pair) => pair.village_code ?? ''), ...others].slice(0, count)
  const paths = await pathsOf(db, codes)
  return codes.map((code, index) => {
    const name = (paths.get(code)?.at(-1)?.name ?? '').replace(/(村民委员会|村委会|居委会)$/, '')
    return makeVillage(
      real[index % real.length] ?? {},
      code,
      name.endsWith('村') ? name : `${name}村`,
      index + 1,
      today,
      luck,
    )
  })
}

async function loadVillages(db: Db, villages: readonly DemoVillage[], progress: Progress): Promise<void> {
  const step = progress('Villages')
  let done = 0
  for (const group of inGroups(villages, 500)) {
    await importMerchants(
      db,
      group.map((village) => village.merchant),
    )
    await importStores(
      db,
      group.map((village) => village.store),
    )
    await importSignatureProducts(
      db,
      group.map((village) => village.signature),
    )
    await importProducts(
      db,
      group.map((village) => village.product),
    )
    await importLots(
      db,
      group.flatMap((village) => village.lots.map((lot) => lot.row)),
    )
    await importPledges(
      db,
      group.flatMap((village) => village.lots.map((lot) => lot.pledge)),
    )
    await transact(db, (tx) =>
      importTraceEvents(
        tx,
        group.flatMap((village) => journeyOf(village)),
      ),
    )
    await importStock(
      db,
      group.flatMap((village) => stockOf(village)),
    )
    await importStations(
      db,
      group.filter(({ number }) => number % 3 !== 0).map((village) => village.station),
    )
    done += group.length
    step.at(done, villages.length)
  }
  step.done()
}

function journeyOf({ lots, merchant, station }: DemoVillage) {
  return lots.flatMap(({ id, harvestedOn, lotNumber }) =>
    (
      [
        ['harvested', '06:30', ''],
        ['pledged', '08:00', ''],
        ['packed', '09:00', station.name],
        ['stocked', '10:00', station.name],
      ] as const
    ).map(([kind, time, place]) => ({
      lotId: id,
      kind,
      happenedAt: `${harvestedOn}T${time}:00+08:00`,
      divisionCode: merchant.villageCode,
      place,
      reference: `demo:${lotNumber}`,
    })),
  )
}

function stockOf({ lots }: DemoVillage) {
  return lots.flatMap((lot) =>
    lot.pieces.map(({ skuId, received }) => ({
      skuId,
      lotId: lot.id,
      harvestedOn: lot.harvestedOn,
      received,
      shipped: 0,
      receivedAt: `${addDays(lot.harvestedOn, 0)}T10:00:00+08:00`,
      shippedAt: `${addDays(lot.harvestedOn, 1)}T10:00:00+08:00`,
    })),
  )
}

async function loadOrders(
  db: Db,
  villages: readonly DemoVillage[],
  count: number,
  today: Day,
  // Ids have a chance of their own, so that what an order says does not hang on how many ids it needs.
  { luck, idLuck }: { luck: Chance; idLuck: Chance },
  progress: Progress,
) {
  await createOrderParts(db)
  const seasons = new Map<string, Season>(
    (await categories(db)).map((category) => [
      category.code,
      { months: category.seasonMonths, returnPolicy: category.returnPolicy },
    ]),
  )
  const { drawMoment, drawOrder } = orderDrawer(today, seasons, luck, idLuck)
  // A sale is one number until it is its turn, its moment before its village: millions of them weigh little and sort fast.
  // In the order of time, as they would have come, so that indexes grow at their end however many rows there are.
  const sales = new Float64Array(count)
  for (let i = 0; i < count; i++) {
    // Every village sells something; the first ones of the list sell more, as in life.
    const at = i < villages.length ? i : Math.floor(luck.next() * luck.next() * villages.length)
    sales[i] = drawMoment(villages[at] as DemoVillage) * villages.length + at
  }
  sales.sort()
  const step = progress('Orders of twelve months')
  const sold = new Map<string, number>()
  let next = 0
  let done = 0
  const write = async () => {
    while (next < count) {
      const turn = sales.subarray(next, next + 4000)
      next += turn.length
      const group = Array.from(turn, (sale) => {
        const at = sale % villages.length
        return drawOrder(villages[at] as DemoVillage, (sale - at) / villages.length)
      })
      for (const { productId, quantity } of group.flatMap(({ order }) => order.lines))
        sold.set(productId, (sold.get(productId) ?? 0) + quantity)
      await writeOrders(db, group)
      done += group.length
      step.at(done, count)
    }
  }
  // What one draws while the other's rows are written.
  const writeAll = async () => void (await Promise.all([write(), write()]))
  await (count < 100_000 ? writeAll() : withoutOrderIndexes(db, writeAll))
  const counts = [...sold].map(([productId, quantity]) => ({ productId, quantity }))
  for (const group of inGroups(counts, 500)) await transact(db, (tx) => addSales(tx, group))
  step.done()
}

async function writeOrders(db: Db, drawn: readonly DemoOrder[]): Promise<void> {
  await transact(db, async (tx) => {
    const made = await importOrders(
      tx,
      drawn.map(({ order }) => order),
    )
    const all = drawn.map((each, index) => ({ ...each, ...(made[index] as (typeof made)[number]) }))
    await importPayments(
      tx,
      all.map(({ order, ids, orderId, total }) => ({
        intentId: ids.intentId,
        splitId: ids.splitId,
        paysFor: orderId,
        storeId: order.storeId,
        merchantId: order.merchantId,
        channel: 'wechat' as const,
        amount: total,
        freight: order.freight,
        subject: '示例订单',
        returnPath: `/orders/${order.storeId}/${orderId}`,
        paidAt: order.paidAt ?? order.placedAt,
        refunds: order.refunded
          ? [
              {
                refundId: ids.refundId,
                amount: order.refunded,
                reason: '示例退款',
                settledAt: order.closedAt ?? order.placedAt,
              },
            ]
          : [],
        ...(order.state === 'completed' ? { splitAt: order.closedAt } : {}),
      })),
    )
    await importShipments(
      tx,
      all.map(({ order, ids, orderId, orderNumber }) => ({
        id: ids.shipmentId,
        orderId,
        storeId: order.storeId,
        method: 'express' as const,
        carrier: 'sf',
        trackingNumber: `SF${orderNumber}`,
        state: 'delivered' as const,
        villageCode: order.villageCode,
        toRegion: order.regionCode,
        weightGrams: order.lines.reduce((sum, line) => sum + line.weightGrams, 0),
        preparedAt: order.paidAt ?? order.placedAt,
        shippedAt: order.shippedAt,
        deliveredAt: order.receivedAt,
      })),
    )
  })
}

function* inGroups<Item>(items: readonly Item[], size: number): Generator<Item[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size)
}
