import Type, { type Static } from 'typebox'

export const Id = Type.String({ format: 'uuid' })
const Moment = Type.String({ format: 'date-time' })
const MomentOrNull = Type.Union([Moment, Type.Null()])
const closed = { additionalProperties: false } as const

/** A 12-digit code in Jiangsu, or six digits for a province outside. */
export const RegionCode = Type.String({ pattern: '^([0-9]{12}|[0-9]{6})$' })
const Fen = Type.Integer({ minimum: 0, maximum: 1_000_000, description: 'Whole fen' })
const Grams = Type.Integer({ minimum: 1, maximum: 1_000_000 })
const Days = Type.Integer({ minimum: 0, maximum: 60 })

export const FreightRule = Type.Object(
  {
    regionPrefix: Type.String({
      pattern: '^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})?$',
      description: 'Start of a division code; empty means everywhere. The longest that fits counts',
    }),
    firstGrams: Grams,
    firstFen: Fen,
    furtherGrams: Grams,
    furtherFen: Fen,
    daysMin: Days,
    daysMax: Days,
    refused: Type.Boolean(),
  },
  closed,
)
export type FreightRule = Static<typeof FreightRule>

export const SaveFreightTemplate = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 40 }),
    freeFrom: Type.Union([Type.Integer({ minimum: 1, maximum: 100_000_000 }), Type.Null()]),
    shipsWithinHours: Type.Integer({ minimum: 1, maximum: 720 }),
    coldChain: Type.Boolean(),
    rules: Type.Array(FreightRule, { minItems: 1, maxItems: 60 }),
  },
  closed,
)
export type SaveFreightTemplate = Static<typeof SaveFreightTemplate>

export const FreightTemplate = Type.Object({
  storeId: Id,
  name: Type.String(),
  freeFrom: Type.Union([Type.Integer(), Type.Null()]),
  shipsWithinHours: Type.Integer(),
  coldChain: Type.Boolean(),
  /** True until the store has saved its own: the usual rates hold. */
  isUsual: Type.Boolean(),
  rules: Type.Array(FreightRule),
})
export type FreightTemplate = Static<typeof FreightTemplate>

export const FreightQuestion = Type.Object(
  {
    storeId: Id,
    regionCode: RegionCode,
    grams: Type.Integer({ minimum: 1, maximum: 10_000_000 }),
    goodsAmount: Type.Integer({ minimum: 0, maximum: 1_000_000_000_000 }),
  },
  closed,
)
export type FreightQuestion = Static<typeof FreightQuestion>

export const FreightQuote = Type.Object({
  freight: Type.Integer(),
  daysMin: Type.Integer(),
  daysMax: Type.Integer(),
  shipsWithinHours: Type.Integer(),
  coldChain: Type.Boolean(),
})
export type FreightQuote = Static<typeof FreightQuote>

export const methods = ['express', 'localDelivery', 'stationPickup'] as const
export type Method = (typeof methods)[number]
export const shipmentStates = ['prepared', 'shipped', 'arrived', 'delivered', 'returned'] as const
export type ShipmentState = (typeof shipmentStates)[number]

/** A parcel at a station, as its operator sees it: the buyer shows the code, so it is not in here. */
export const Parcel = Type.Object({
  shipmentId: Id,
  orderId: Id,
  storeId: Id,
  state: Type.Enum(shipmentStates),
  carrier: Type.Union([Type.String(), Type.Null()]),
  trackingNumber: Type.Union([Type.String(), Type.Null()]),
  shippedAt: MomentOrNull,
  arrivedAt: MomentOrNull,
  deliveredAt: MomentOrNull,
})
export type Parcel = Static<typeof Parcel>

export interface Shipment {
  shipmentId: string
  orderId: string
  storeId: string
  method: Method
  stationId: string | null
  pickupCode: string | null
  carrier: string | null
  trackingNumber: string | null
  state: ShipmentState
  villageCode: string
  toRegion: string
  weightGrams: number
  preparedAt: string
  shippedAt: string | null
  arrivedAt: string | null
  deliveredAt: string | null
}
