import { fillDemo } from '../demo/fill-demo.ts'
import { buildAll, buildMarket, buildOffice, type Parts } from './app.ts'
import type { Duty } from './kernel/actor.ts'
import { change, type Db, row, rows } from './kernel/db.ts'
import type { App } from './kernel/http.ts'
import { newId, newToken } from './kernel/ids.ts'
import { addDays, dayOf } from './kernel/time.ts'
import { drain } from './kernel/work.ts'
import { importPeople } from './modules/accounts/index.ts'
import { secret, sessionCookieFor, testConfig } from './modules/accounts/testing.ts'
import { countyCodeOf, townshipCodeOf } from './modules/divisions/index.ts'

const silent = () => ({ at() {}, done() {} })

/** The smallest demo world: six villages in four counties, thirty orders. */
export async function fillTinyDemo(db: Db, orders = 30): Promise<void> {
  await fillDemo(db, secret, { villages: 6, orders, seed: 7 }, silent)
}

/** One village of the tiny world and one of each thing that belongs to it. */
export interface Place {
  villageCode: string
  merchantId: string
  storeId: string
  productId: string
  skuId: string
  gtin: string
  lotId: string
  lotNumber: string
  stationId: string
  signatureId: string
  categoryCode: string
}

async function placeOf(db: Db, villageCode: string): Promise<Place> {
  const place = await row<Place>(
    db,
    `select s.village_code, m.id merchant_id, s.id store_id, p.id product_id, k.id sku_id, k.gtin, l.id lot_id,
       l.lot_number, t.id station_id, g.id signature_id, p.category_code
     from stores.store s join merchants.merchant m on m.id = s.merchant_id join catalog.product p on p.merchant_id = m.id
       join catalog.sku k on k.product_id = p.id join traceability.lot l on l.product_id = p.id
       join stations.station t on t.division_code = s.village_code
       join catalog.signature_product g on g.village_code = s.village_code
     where s.village_code = $1 order by k.id, l.id desc limit 1`,
    [villageCode],
  )
  if (!place) throw new Error(`the demo world has no ${villageCode}`)
  return place
}

// Two villages of the first pairs, in two counties, each with a station.
const here = '320115008208'
const there = '320116007206'
const nextDoor = '320115009202'

/** People by name. `here` is the village whose things everybody asks for; the strangers' duties lie elsewhere. */
const duties = (own: Place, other: Place) =>
  ({
    owner: [
      { role: 'merchant_owner', merchantId: own.merchantId },
      { role: 'store_owner', storeId: own.storeId },
    ],
    operator: [{ role: 'station_operator', divisionCode: here }],
    village: offices(here),
    township: offices(townshipCodeOf(here)),
    county: offices(countyCodeOf(here)),
    province: offices('320000000000'),
    buyer: [],
    person: [],
    storeOwnerElsewhere: [
      { role: 'store_owner', storeId: other.storeId },
      { role: 'store_staff', storeId: other.storeId },
    ],
    merchantOwnerElsewhere: [{ role: 'merchant_owner', merchantId: other.merchantId }],
    operatorElsewhere: [{ role: 'station_operator', divisionCode: there }],
    officerElsewhere: offices(countyCodeOf(there)),
    officerNextDoor: offices(nextDoor),
    auditorElsewhere: [{ role: 'auditor', divisionCode: countyCodeOf(there) }],
  }) satisfies Record<string, Duty[]>

const offices = (divisionCode: string): Duty[] => [
  { role: 'officer', divisionCode },
  { role: 'admin', divisionCode },
  { role: 'auditor', divisionCode },
]

export type PersonName = keyof ReturnType<typeof duties>
export type ActorName = PersonName | 'visitor' | 'guest'
export const strangers = [
  'visitor',
  'guest',
  'person',
  'storeOwnerElsewhere',
  'merchantOwnerElsewhere',
  'operatorElsewhere',
  'officerElsewhere',
  'officerNextDoor',
  'auditorElsewhere',
] as const satisfies ActorName[]

/** What stands in the tiny world for people to ask about, and who they are. */
export interface World {
  db: Db
  dataDir: string
  market: App
  office: App
  all: App
  own: Place
  other: Place
  accounts: Record<PersonName, string>
  cookies: Record<ActorName, string>
  /** An order that was paid, one that lies at the station, one that was received with a request for money back. */
  paid: Bought
  atStation: Bought & { shipmentId: string }
  complained: Bought & { afterSaleId: string }
  certificationId: string
  noticeId: string
  announcementId: string
  sheetId: string
  dutyId: string
  officeDutyId: string
  invitationToken: string
  photoId: string
  close(): Promise<void>
}

export interface Bought {
  orderId: string
  orderNumber: string
  intentId: string
  total: number
}

export const buyerPhone = '13912349876'
export const contactPhone = '13787654321'
/** Strings that nobody who has nothing to do with the village may read. */
export const privateWords = ['欧阳问兰', buyerPhone, '藏经路 77 号', '钱守拙', contactPhone, '悄悄话备注']

/**
 * Fills the database with the tiny world and lets a few things happen in it. The servers ask over connections of their
 * own, as if jobs ran beside them.
 */
export async function makeWorld(db: Db, served: Db, dataDir: string, log?: Parts['log']): Promise<World> {
  await fillTinyDemo(db)
  const config = testConfig({ dataDir })
  const [market, office, all] = [
    await buildMarket({ db: served, config, log }),
    await buildOffice({ db: served, config, log }),
    await buildAll({ db: served, config, log }),
  ]
  const [own, other] = [await placeOf(db, here), await placeOf(db, there)]
  await change(db, 'update merchants.merchant set contact_name = $2, contact_phone = $3 where id = $1', [
    own.merchantId,
    '钱守拙',
    contactPhone,
  ])
  const accounts = await entrust(db, duties(own, other))
  const cookies = await signIn(db, accounts)
  const world = { db, dataDir, market, office, all, own, other, accounts, cookies }
  const paid = await buy(world, { method: 'express' })
  const atStation = await buy(world, { method: 'stationPickup', stationId: own.stationId })
  const complained = await buy(world, { method: 'express' })
  await drain(db)
  await ship(world, atStation)
  await ship(world, complained)
  const parcel = await row<{ id: string }>(db, 'select id from logistics.shipment where order_id = $1', [
    atStation.orderId,
  ])
  const shipmentId = parcel?.id ?? ''
  await post(world, 'operator', `/api/stations/${own.stationId}/parcels/${shipmentId}/arrive`)
  await post(world, 'buyer', `/api/orders/${own.storeId}/${complained.orderId}/receive`)
  const { afterSaleId } = await post<{ afterSaleId: string }>(
    world,
    'buyer',
    `/api/orders/${own.storeId}/${complained.orderId}/after-sales`,
    { kind: 'other', askedAmount: 100, description: '悄悄话备注' },
  )
  await drain(db)
  return {
    ...world,
    paid,
    atStation: { ...atStation, shipmentId },
    complained: { ...complained, afterSaleId },
    ...(await small(world)),
    close: async () => {
      await Promise.all([market, office, all].map((app) => app.close()))
    },
  }
}

async function entrust(db: Db, held: Record<PersonName, Duty[]>): Promise<Record<PersonName, string>> {
  const people = Object.entries(held).map(([name, of], index) => ({
    id: newId(),
    name: `示例${name}`,
    phone: name === 'buyer' ? buyerPhone : `1980000${String(index).padStart(4, '0')}`,
    duties: of,
    isSample: true,
  }))
  await importPeople(db, people, secret)
  return Object.fromEntries(Object.keys(held).map((name, index) => [name, people[index]?.id])) as Record<
    PersonName,
    string
  >
}

async function signIn(db: Db, accounts: Record<PersonName, string>): Promise<Record<ActorName, string>> {
  const cookies = { visitor: '', guest: `guest=${newToken()}` } as Record<ActorName, string>
  for (const [name, id] of Object.entries(accounts)) {
    cookies[name as PersonName] = `${await sessionCookieFor(db, id, true)}; guest=${newToken()}`
  }
  return cookies
}

type Unfinished = Pick<World, 'db' | 'market' | 'office' | 'own' | 'accounts' | 'cookies'>

/** Does something that must succeed, on the server of either face. */
async function post<Answer>(
  world: Unfinished,
  who: ActorName,
  url: string,
  payload?: object,
  { method = 'POST' as 'POST' | 'PUT', face = 'market' as 'market' | 'office' } = {},
): Promise<Answer> {
  const answer = await world[face].inject({
    method,
    url,
    headers: { cookie: world.cookies[who], 'idempotency-key': newToken() },
    ...(payload ? { payload } : {}),
  })
  if (answer.statusCode >= 300) throw new Error(`${who} ${method} ${url}: ${answer.statusCode} ${answer.body}`)
  return (answer.body ? answer.json() : undefined) as Answer
}

/** The buyer buys and pays. */
async function buy(world: Unfinished, how: object): Promise<Bought> {
  const { storeId, skuId } = world.own
  await post(world, 'buyer', '/api/basket/lines', { skuId, quantity: 1 })
  await post(
    world,
    'buyer',
    '/api/basket/address',
    { recipient: '欧阳问兰', phone: buyerPhone, regionCode: '310000', detail: '藏经路 77 号 502 室' },
    { method: 'PUT' },
  )
  const order = { storeId, channel: 'wechat', confirmedExempt: true, note: '悄悄话备注', ...how }
  const bought = await post<Bought & { redirectUrl: string }>(world, 'buyer', '/api/orders', order)
  const paid = await world.market.inject({
    method: 'POST',
    url: bought.redirectUrl,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'action=pay',
  })
  if (paid.statusCode !== 303) throw new Error(`${paid.statusCode} ${paid.body}`)
  await drain(world.db)
  return bought
}

function ship(world: Unfinished, { orderId }: Bought): Promise<unknown> {
  const url = `/api/orders/${world.own.storeId}/${orderId}/ship`
  return post(world, 'owner', url, { carrier: 'sf', trackingNumber: `SF${orderId.slice(-12)}`.toUpperCase() })
}

/** The small things that routes name by an id of their own. */
async function small(world: Unfinished) {
  const { db, own, accounts } = world
  const today = dayOf(new Date())
  const certificate = { type: 'green', certificateNumber: 'GF320322190012', holder: '示例合作社' }
  const { id: certificationId } = await post<{ id: string }>(
    world,
    'owner',
    `/api/products/${own.productId}/certifications`,
    { ...certificate, validFrom: addDays(today, -30), validTo: addDays(today, 300) },
  )
  const office = { face: 'office' as const }
  const { id: announcementId } = await post<{ id: string }>(
    world,
    'village',
    '/api/announcements',
    { divisionCode: own.villageCode, kind: 'announcement', title: '示例公告', body: '示例' },
    office,
  )
  const { id: sheetId } = await post<{ id: string }>(
    world,
    'county',
    '/api/sheets',
    { table: 'coverage', ext: 'csv', code: own.villageCode },
    office,
  )
  await drain(db)
  const { token } = await post<{ token: string }>(
    world,
    'county',
    '/api/invitations',
    { phone: buyerPhone, role: 'station_operator', divisionCode: own.villageCode },
    office,
  )
  const photoId = newId()
  await change(db, `insert into kernel.file (id, owner_account_id, sizes) values ($1, $2, '{}')`, [
    photoId,
    accounts.owner,
  ])
  const [notice] = await rows<{ id: string }>(db, 'select id from notices.notification where account_id = $1 limit 1', [
    accounts.owner,
  ])
  if (!notice) throw new Error('the owner was told of an order')
  const [dutyId, officeDutyId] = [await dutyOf(db, accounts.operator), await dutyOf(db, accounts.village)]
  return {
    certificationId,
    announcementId,
    sheetId,
    invitationToken: token,
    photoId,
    noticeId: notice.id,
    dutyId,
    officeDutyId,
  }
}

async function dutyOf(db: Db, accountId: string): Promise<string> {
  const duty = await row<{ id: string }>(db, 'select id from accounts.duty where account_id = $1 limit 1', [accountId])
  return duty?.id ?? ''
}
