import Type, { type Static } from 'typebox'
import { DivisionCode, PathPartShape } from '../divisions/index.ts'

export const bases = ['thirdPartyTest', 'selfTest', 'internalControl', 'selfPledge'] as const
export const traceKinds = [
  'harvested',
  'pledged',
  'packed',
  'stocked',
  'shipped',
  'received',
  'returned',
  'corrected',
] as const

const Id = Type.String({ format: 'uuid' })
const Day = Type.String({ format: 'date' })
export const LotNumber = Type.String({ pattern: '^[A-Z0-9-]{4,20}$' })
export const Gtin = Type.String({ pattern: '^[0-9]{14}$' })

export const CreateLot = Type.Object(
  {
    productId: Id,
    lotNumber: Type.Optional(LotNumber),
    harvestedOn: Day,
    quantityGrams: Type.Integer({ minimum: 1, maximum: 1_000_000_000 }),
    producerName: Type.Optional(Type.String({ maxLength: 40 })),
    plot: Type.Optional(Type.String({ maxLength: 60 })),
  },
  { additionalProperties: false },
)
export type CreateLot = Static<typeof CreateLot>

export const IssuePledge = Type.Object({ basis: Type.Enum(bases) }, { additionalProperties: false })

export const Pledge = Type.Object({
  pledgeNumber: Type.String(),
  productName: Type.String(),
  quantityGrams: Type.Integer(),
  origin: Type.String(),
  pledger: Type.String(),
  contact: Type.String(),
  basis: Type.Enum(bases),
  issuedOn: Day,
})
export type Pledge = Static<typeof Pledge>

export const Lot = Type.Object({
  id: Id,
  productId: Id,
  merchantId: Id,
  villageCode: DivisionCode,
  lotNumber: LotNumber,
  harvestedOn: Day,
  quantityGrams: Type.Integer(),
  producerName: Type.String(),
  plot: Type.String(),
  pledgeNumber: Type.Union([Type.String(), Type.Null()]),
  isSample: Type.Boolean(),
})
export type Lot = Static<typeof Lot>

/** What happened to the lot; sales are told per place as sums, so that no buyer can be read from them. */
export const JourneyStep = Type.Object({
  kind: Type.Enum(traceKinds),
  firstAt: Type.String(),
  lastAt: Type.String(),
  place: Type.String(),
  divisionCode: Type.Union([Type.String(), Type.Null()]),
  note: Type.String(),
  quantity: Type.Union([Type.Integer(), Type.Null()]),
  times: Type.Integer(),
})
export type JourneyStep = Static<typeof JourneyStep>

export const TracePage = Type.Object({
  gtin: Gtin,
  lot: Lot,
  product: Type.Object({
    id: Id,
    name: Type.String(),
    nameEn: Type.String(),
    label: Type.String(),
    categoryCode: Type.String(),
  }),
  merchant: Type.Object({ id: Id, name: Type.String(), kind: Type.String() }),
  path: Type.Array(PathPartShape),
  pledge: Type.Union([Pledge, Type.Null()]),
  certifications: Type.Array(
    Type.Object({
      type: Type.String(),
      certificateNumber: Type.String(),
      holder: Type.String(),
      validTo: Type.Union([Day, Type.Null()]),
    }),
  ),
  journey: Type.Array(JourneyStep),
})
export type TracePage = Static<typeof TracePage>
