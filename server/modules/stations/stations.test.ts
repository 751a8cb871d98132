import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'vitest'
import { type Db, row, type Tx, transact } from '../../kernel/db.ts'
import { notAllowed } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { inDb, inTx, officer, person, refuses } from '../../kernel/testing.ts'
import { addDays, dayOf } from '../../kernel/time.ts'
import { drain } from '../../kernel/work.ts'
import { dutiesOf, handOver, importPeople } from '../accounts/index.ts'
import {
  appointOperator,
  checks,
  closeStation,
  importStations,
  openCount,
  openIn,
  openStation,
  pickupStationsNear,
  requireStation,
  stationsIn,
  stationsRunBy,
} from './index.ts'
import { alreadyClosed, alreadyServed, noStationHere, opensLater, unknownStation } from './refusals.ts'

const county = '320322000000'
const township = '320322101000'
const village = '320322101001'
const neighbour = '320322101002'

const request = (divisionCode = village, openedOn = dayOf(new Date())) => ({
  divisionCode,
  name: '益农信息社',
  kind: 'standard' as const,
  address: '村部一楼',
  phone: '0516-88888888',
  services: ['ecommerce' as const],
  pickup: true,
  openedOn,
})

async function account(on: Db): Promise<string> {
  const id = newId()
  await importPeople(on, [{ id, name: '李四', isSample: true }], 'a-secret-for-tests-only')
  return id
}

const runs = async (tx: Tx, accountId: string) =>
  (await dutiesOf(tx, accountId)).map(({ role, divisionCode }) => ({ role, divisionCode }))

test(
  'a village has one open station',
  inTx(async (tx) => {
    await openStation(tx, officer(village), request())
    await refuses(openStation(tx, officer(village), request()), alreadyServed)
  }),
)

test(
  'when two officers open at once, one wins',
  inDb(async (db) => {
    const open = () => transact(db, (tx) => openStation(tx, officer(village), request()))
    const outcomes = await Promise.allSettled([open(), open(), open()])
    deepEqual(outcomes.map((outcome) => outcome.status).sort(), ['fulfilled', 'rejected', 'rejected'])
  }),
)

test(
  'the tier follows from the division, and no station stands in a city',
  inTx(async (tx) => {
    equal((await openStation(tx, officer(county), request(county))).tier, 'county')
    equal((await openStation(tx, officer(county), request(township))).tier, 'township')
    equal((await openStation(tx, officer(county), request(village))).tier, 'village')
    await refuses(openStation(tx, officer('320300000000'), request('320300000000')), noStationHere)
  }),
)

test(
  'an officer opens stations in their own division and below, nowhere else',
  inTx(async (tx) => {
    await refuses(openStation(tx, officer(neighbour), request()), notAllowed)
    await refuses(openStation(tx, officer('320100000000'), request()), notAllowed)
    await refuses(openStation(tx, person({ role: 'station_operator', divisionCode: village }), request()), notAllowed)
    await openStation(tx, officer(township), request())
  }),
)

test(
  'a station does not open in the future',
  inTx(async (tx) => {
    await refuses(openStation(tx, officer(village), request(village, addDays(dayOf(new Date()), 1))), opensLater)
  }),
)

test(
  'a closed station is closed once, and the village may then open another',
  inTx(async (tx) => {
    const first = await openStation(tx, officer(village), request())
    equal((await closeStation(tx, officer(village), first.id)).closedOn, dayOf(new Date()))
    await refuses(closeStation(tx, officer(village), first.id), alreadyClosed)
    await refuses(closeStation(tx, officer(village), newId()), unknownStation)
    const second = await openStation(tx, officer(village), request())
    deepEqual(
      (await stationsIn(tx, village)).items.map(({ id }) => id),
      [second.id],
    )
  }),
)

test(
  'a new operator takes the duty over from the former one',
  inTx(async (tx) => {
    const { id: stationId } = await openStation(tx, officer(village), request())
    const [former, next] = [await account(tx), await account(tx)]
    await appointOperator(tx, officer(village), { stationId, accountId: former })
    deepEqual(await runs(tx, former), [{ role: 'station_operator', divisionCode: village }])
    await appointOperator(tx, officer(village), { stationId, accountId: next })
    deepEqual(await runs(tx, former), [])
    deepEqual(await runs(tx, next), [{ role: 'station_operator', divisionCode: village }])
    await appointOperator(tx, officer(village), { stationId, accountId: former })
    deepEqual(
      (await stationsRunBy(tx, former)).map(({ id }) => id),
      [stationId],
    )
    deepEqual(await stationsRunBy(tx, next), [])
  }),
)

test(
  'only an officer over the station appoints its operator',
  inTx(async (tx) => {
    const { id: stationId } = await openStation(tx, officer(village), request())
    const accountId = await account(tx)
    await refuses(appointOperator(tx, officer(neighbour), { stationId, accountId }), notAllowed)
    await refuses(appointOperator(tx, person(), { stationId, accountId }), notAllowed)
  }),
)

test(
  'with the station, its operator’s duty ends',
  inTx(async (tx) => {
    const { id: stationId } = await openStation(tx, officer(village), request())
    const accountId = await account(tx)
    await appointOperator(tx, officer(village), { stationId, accountId })
    await closeStation(tx, officer(village), stationId)
    deepEqual(await runs(tx, accountId), [])
    await refuses(appointOperator(tx, officer(village), { stationId, accountId }), alreadyClosed)
  }),
)

test(
  'of operators appointed at once, one holds the post and the duty',
  inDb(async (db) => {
    const { id: stationId } = await transact(db, (tx) => openStation(tx, officer(village), request()))
    const people = await Promise.all([account(db), account(db), account(db)])
    await Promise.all(
      people.map((accountId) => transact(db, (tx) => appointOperator(tx, officer(village), { stationId, accountId }))),
    )
    const posts = await Promise.all(people.map((accountId) => stationsRunBy(db, accountId)))
    const duties = await Promise.all(people.map((accountId) => dutiesOf(db, accountId)))
    equal(posts.flat().length, 1)
    deepEqual(
      duties.map((held) => held.length),
      posts.map((held) => held.length),
    )
  }),
)

test(
  'when an office is handed over, the post follows',
  inDb(async (db) => {
    const { id: stationId } = await transact(db, (tx) => openStation(tx, officer(village), request()))
    const [fromAccountId, toAccountId] = [await account(db), await account(db)]
    await transact(db, (tx) => appointOperator(tx, officer(village), { stationId, accountId: fromAccountId }))
    const admin = person({ role: 'admin', divisionCode: county })
    await transact(db, (tx) => handOver(tx, admin, { fromAccountId, toAccountId, divisionCode: village }))
    await drain(db)
    deepEqual(
      (await stationsRunBy(db, toAccountId)).map(({ id }) => id),
      [stationId],
    )
    deepEqual(await stationsRunBy(db, fromAccountId), [])
  }),
)

test(
  'parcels wait in the township first, then elsewhere in the county',
  inTx(async (tx) => {
    const far = await openStation(tx, officer(county), request(county))
    const near = await openStation(tx, officer(county), request(neighbour))
    const without = await openStation(tx, officer(county), { ...request(township), pickup: false })
    const found = (await pickupStationsNear(tx, village)).map(({ id }) => id)
    deepEqual(found, [near.id, far.id])
    equal(found.includes(without.id), false)
    deepEqual(await pickupStationsNear(tx, '310000'), [])
  }),
)

test(
  'a list is read page by page without gaps',
  inTx(async (tx) => {
    for (const code of [county, township, village, neighbour]) await openStation(tx, officer(county), request(code))
    const first = await stationsIn(tx, county, { limit: 3 })
    const second = await stationsIn(tx, county, { limit: 3, cursor: first.next })
    deepEqual(
      [...first.items, ...second.items].map(({ divisionCode }) => divisionCode),
      [county, township, village, neighbour],
    )
    equal(second.next, undefined)
  }),
)

test(
  'many stations come in at once, and a second time changes nothing',
  inDb(async (db) => {
    const codes = ['320322101001', '320322101002', county, '320300000000']
    const many = codes.map((divisionCode) => ({ ...request(divisionCode), id: newId(), isSample: true }))
    equal(await importStations(db, many), 3)
    equal(await importStations(db, many), 0)
    const first = many[0]
    deepEqual((await requireStation(db, first?.id ?? '')).services, ['ecommerce'])
    for (const check of checks) {
      const { found, expected } = await check.run(db)
      deepEqual(found, expected, check.name)
    }
    equal((await row<{ n: number }>(db, 'select count(*) n from stations.station where not is_sample'))?.n, 0)
  }),
)

test(
  'coverage counts open stations only',
  inTx(async (tx) => {
    await openStation(tx, officer(county), request(township))
    const { id } = await openStation(tx, officer(county), request(village))
    deepEqual(await openCount(tx), { county: 0, township: 1, village: 1 })
    await closeStation(tx, officer(county), id)
    deepEqual(await openCount(tx), { county: 0, township: 1, village: 0 })
    deepEqual([...(await openIn(tx, [village, township, neighbour]))], [township])
  }),
)
