import {
  ask,
  type Duty,
  type OrderSummary,
  type Page,
  type Parcel,
  type Product,
  Refused,
  type Station,
  type Store,
} from './api.ts'
import type { Person } from './screens.tsx'

/** A parcel that lies at a station, or comes to it. */
export type StationParcel = Parcel & { stationId: string; stationName: string }

/** Everything that waits for this person. */
export interface Work {
  stores: Store[]
  disputed: OrderSummary[]
  toShip: OrderSummary[]
  toConfirm: Product[]
  coming: StationParcel[]
  toHandOver: StationParcel[]
  unread: number
  /** There is more than fits on a phone: the rest comes when this is done. */
  more: boolean
}

const placesAtMost = 10
const eachAtMost = 50

/** Asks for all of it at once; what a duty does not cover is left out. */
export async function findWork(me: Person): Promise<Work> {
  const [stores, stations] = await Promise.all([storesOf(me), stationsOf(me)])
  const ofStores = (among: Store[], query: string) =>
    pages<OrderSummary>(among.map(({ id }) => `/api/stores/${id}/orders?limit=${eachAtMost}&${query}`))
  // A station sends for the village's stores, but money is given back by the store alone.
  const own = stores.filter((store) => me.duties.some((duty) => worksFor(duty, store)))
  const parcels = async (state: string) => {
    const found = await Promise.all(
      stations.map(async ({ id, name }) => {
        const { items } = await orNone<Parcel>(`/api/stations/${id}/parcels?limit=${eachAtMost}&state=${state}`)
        return items.map((parcel) => ({ ...parcel, stationId: id, stationName: name }))
      }),
    )
    return found.flat()
  }
  const [disputed, toShip, toConfirm, coming, toHandOver, { unread }] = await Promise.all([
    ofStores(own, 'afterSale=open'),
    ofStores(stores, 'state=paid'),
    productsToConfirm(me),
    parcels('shipped'),
    parcels('arrived'),
    ask<{ unread: number }>('GET', '/api/notices?limit=1'),
  ])
  return {
    stores,
    disputed: disputed.items,
    // The buyer who has waited longest comes first.
    toShip: toShip.items.reverse(),
    toConfirm,
    coming,
    toHandOver,
    unread,
    more: disputed.more || toShip.more,
  }
}

/** The stores this person works for: their own, those of their merchants, those of the station's village. */
export async function storesOf(me: Person): Promise<Store[]> {
  const own = me.duties.flatMap(({ storeId }) => storeId ?? []).slice(0, placesAtMost)
  const villages = villagesOf(me)
  const [mine, around] = await Promise.all([
    Promise.all(own.map((id) => ask<Store>('GET', `/api/stores/${id}`))),
    Promise.all(villages.map((code) => orNone<Store>(`/api/stores?division=${code}&limit=${placesAtMost}`))),
  ])
  const all = [...mine, ...around.flatMap(({ items }) => items)]
  return all.filter((store, at) => all.findIndex(({ id }) => id === store.id) === at && store.state !== 'returned')
}

function worksFor({ storeId, merchantId }: Duty, store: Store): boolean {
  return storeId === store.id || merchantId === store.merchantId
}

/** The villages whose station this person runs. */
export function villagesOf(me: Person): string[] {
  const codes = me.duties.flatMap((duty) => (duty.role === 'station_operator' && duty.divisionCode) || [])
  return [...new Set(codes)].slice(0, placesAtMost)
}

async function stationsOf(me: Person): Promise<Station[]> {
  const found = await Promise.all(
    villagesOf(me).map((code) => orNone<Station>(`/api/stations?division=${code}&limit=50`)),
  )
  // The stations below belong to others: an operator runs the one of exactly this division.
  return found.flatMap(({ items }, at) => items.filter(({ divisionCode }) => divisionCode === villagesOf(me)[at]))
}

/** Goods that are written down but not on sale; only their owner decides. */
async function productsToConfirm(me: Person): Promise<Product[]> {
  const merchants = me.duties.flatMap((duty) => (duty.role === 'merchant_owner' && duty.merchantId) || [])
  const paths = merchants
    .slice(0, placesAtMost)
    .flatMap((id) => ['awaitingStore', 'draft'].map((state) => `/api/products?merchant=${id}&state=${state}&limit=20`))
  return (await pages<Product>(paths)).items
}

async function pages<Item>(paths: string[]): Promise<{ items: Item[]; more: boolean }> {
  const found = await Promise.all(paths.map((path) => orNone<Item>(path)))
  return { items: found.flatMap(({ items }) => items), more: found.some(({ next }) => next) }
}

async function orNone<Item>(path: string): Promise<Page<Item>> {
  try {
    return await ask<Page<Item>>('GET', path)
  } catch (error) {
    // Somebody whose duty ended a minute ago still has a list to see.
    if (error instanceof Refused && [403, 404].includes(error.status)) return { items: [] }
    throw error
  }
}
