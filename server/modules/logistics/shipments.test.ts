import { deepEqual, equal, match } from 'node:assert/strict'
import { afterAll, beforeAll, test } from 'vitest'
import { type Connection, connect, type Db, transact } from '../../kernel/db.ts'
import { notAllowed } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { freshDatabase, person, refuses } from '../../kernel/testing.ts'
import { importMerchants } from '../merchants/index.ts'
import { importStations } from '../stations/index.ts'
import { importStores } from '../stores/index.ts'
import { checks } from './checks.ts'
import { freightTemplateOf, saveFreightTemplate } from './freight-templates.ts'
import { importShipments } from './import.ts'
import { prepareShipments } from './prepare-shipment.ts'
import { quoteFreight } from './quote-freight.ts'
import * as refusals from './refusals.ts'
import type { SaveFreightTemplate } from './shapes.ts'
import { markDelivered, markShipped, shipmentOf } from './ship.ts'
import { handOver, markArrived, parcelsAt } from './station-parcels.ts'

const villageCode = '320115008208'
const merchantId = newId()
const storeId = newId()
const stationId = newId()
let connection: Connection
let drop: () => Promise<void>
let db: Db

beforeAll(async () => {
  const made = await freshDatabase()
  drop = made.drop
  connection = connect(made.url, 8)
  db = connection.db
  const shared = { villageCode, isSample: true }
  await importMerchants(db, [
    {
      ...shared,
      id: merchantId,
      kind: 'naturalPerson',
      name: '易兆明',
      selfProduced: '自家所产雨花茶',
      contactName: '易兆明',
      contactPhone: '13800000000',
      registeredOn: '2026-01-01',
    },
  ])
  await importStores(db, [
    { ...shared, id: storeId, merchantId, name: '茶店', intro: '', introEn: '', openedAt: new Date().toISOString() },
  ])
  await importStations(db, [
    {
      id: stationId,
      kind: 'standard',
      divisionCode: villageCode,
      name: '村服务站',
      address: '村委会东侧',
      phone: '',
      services: [],
      pickup: true,
      openedOn: '2026-01-01',
      isSample: true,
    },
  ])
})
afterAll(async () => {
  await connection.close()
  await drop()
})

const step = { firstGrams: 1000, furtherGrams: 1000, daysMin: 1, daysMax: 3, refused: false }
const template: SaveFreightTemplate = {
  name: '鲜叶',
  freeFrom: 20_000,
  shipsWithinHours: 24,
  coldChain: true,
  rules: [
    { ...step, regionPrefix: '32', firstFen: 500, furtherFen: 100 },
    { ...step, regionPrefix: '3205', firstFen: 400, furtherFen: 0 },
    { ...step, regionPrefix: '31', firstFen: 900, furtherFen: 300 },
    { ...step, regionPrefix: '320505', firstFen: 0, furtherFen: 0, refused: true },
  ],
}
const owner = person({ role: 'store_owner', storeId })
const ask = (regionCode: string, grams = 1500, goodsAmount = 1000) =>
  quoteFreight(db, { storeId, regionCode, grams, goodsAmount })

test('usual rates hold until the store saves its own; then the closest region counts', async () => {
  equal((await ask('320115008208')).freight, 700)
  equal((await ask('650000')).freight, 3000)
  await refuses(ask('710000'), refusals.regionRefused)
  equal((await freightTemplateOf(db, storeId)).isUsual, true)

  const stranger = person({ role: 'store_owner', storeId: newId() })
  const save = (actor = owner, change: Partial<SaveFreightTemplate> = {}) =>
    transact(db, (tx) => saveFreightTemplate(tx, actor, storeId, { ...template, ...change }))
  await refuses(save(stranger), notAllowed)
  await refuses(save(owner, { rules: [...template.rules, ...template.rules.slice(0, 1)] }), refusals.regionTwice)
  await refuses(save(owner, { rules: template.rules.slice(3) }), refusals.nowhereSent)
  await save()
  await save()
  deepEqual(await ask('320115008208'), { freight: 600, daysMin: 1, daysMax: 3, shipsWithinHours: 24, coldChain: true })
  equal((await ask('320581102001')).freight, 400)
  equal((await ask('310000', 2001)).freight, 1500)
  equal((await ask('310000', 9000, 20_000)).freight, 0)
  await refuses(ask('650000'), refusals.regionRefused)
  await refuses(ask('320505001001'), refusals.regionRefused)
  deepEqual((await freightTemplateOf(db, storeId)).rules.length, 4)
})

const parcel = (change: object = {}) => ({
  orderId: newId(),
  storeId,
  method: 'express' as const,
  stationId: null,
  villageCode,
  toRegion: '310000',
  weightGrams: 1200,
  ...change,
})
const prepare = (...parcels: ReturnType<typeof parcel>[]) => transact(db, (tx) => prepareShipments(tx, parcels))
const ship = (orderId: string, trackingNumber: string, carrier = 'sf') =>
  transact(db, (tx) => markShipped(tx, { orderId, carrier, trackingNumber }))

test('a parcel is prepared once, shipped once, and its waybill number is its own', async () => {
  const [one, two] = [parcel(), parcel()]
  await prepare(one, two)
  await prepare(one)
  await refuses(ship(one.orderId, 'SF1'), refusals.waybillMalformed)
  await refuses(ship(one.orderId, 'SF1234567890123', 'pigeon'), refusals.unknownCarrier)
  await refuses(ship(newId(), 'SF1234567890123'), refusals.shipmentNotFound)
  deepEqual(await ship(one.orderId, 'sf 1234-5678-90123'), { looksRight: true })
  deepEqual(await ship(one.orderId, 'SF1234567890123', '顺丰速运'), { looksRight: true })
  await refuses(ship(one.orderId, 'SF1234567890124'), refusals.alreadyShipped)
  await refuses(ship(two.orderId, 'SF1234567890123'), refusals.waybillUsed)
  deepEqual(await ship(two.orderId, 'ABCDEF99', 'jt'), { looksRight: false })
  await transact(db, (tx) => markDelivered(tx, { orderId: one.orderId }))
  const delivered = await shipmentOf(db, one.orderId)
  equal(delivered?.state, 'delivered')
  await transact(db, (tx) => markDelivered(tx, { orderId: one.orderId }))
  equal((await shipmentOf(db, one.orderId))?.deliveredAt, delivered?.deliveredAt)
})

test('a station takes a parcel in and hands it out against the code, once', async () => {
  const operator = person({ role: 'station_operator', divisionCode: villageCode })
  const other = person({ role: 'station_operator', divisionCode: '320505001001' })
  const one = parcel({ method: 'stationPickup', stationId })
  await prepare(one)
  const shipmentId = (await shipmentOf(db, one.orderId))?.shipmentId ?? ''
  const arrive = (actor = operator) => transact(db, (tx) => markArrived(tx, actor, stationId, shipmentId))
  const hand = (pickupCode: string) =>
    transact(db, (tx) => handOver(tx, operator, stationId, shipmentId, { pickupCode }))
  await refuses(arrive(other), notAllowed)
  await refuses(hand('000000'), refusals.pickupCodeWrong)
  const { pickupCode } = await arrive()
  match(pickupCode, /^\d{6}$/)
  equal((await arrive()).pickupCode, pickupCode)
  const waiting = await parcelsAt(db, operator, stationId, { state: 'arrived', limit: 50 })
  deepEqual(
    waiting.items.map((item) => item.orderId),
    [one.orderId],
  )
  equal('pickupCode' in (waiting.items[0] ?? {}), false)
  await refuses(hand(pickupCode === '111111' ? '222222' : '111111'), refusals.pickupCodeWrong)
  await hand(pickupCode)
  await hand(pickupCode)
  await refuses(arrive(), refusals.notOnItsWay)
  equal((await shipmentOf(db, one.orderId))?.state, 'delivered')
})

test('parcels of the past are loaded in bulk, and everything agrees', async () => {
  const at = (day: number) => new Date(Date.UTC(2026, 4, day)).toISOString()
  const rows = Array.from({ length: 6000 }, (_, n) => ({
    orderId: newId(),
    storeId,
    method: 'express' as const,
    carrier: 'zto',
    trackingNumber: `73${String(n).padStart(12, '0')}`,
    state: 'delivered' as const,
    villageCode,
    toRegion: '330000',
    weightGrams: 500,
    preparedAt: at(1),
    shippedAt: at(2),
    deliveredAt: at(4),
  }))
  await importShipments(db, rows)
  equal((await shipmentOf(db, rows[5999]?.orderId ?? ''))?.deliveredAt, at(4))
  for (const { name, run } of checks) {
    const { found, expected } = await run(db)
    equal(found, expected, name)
  }
})
