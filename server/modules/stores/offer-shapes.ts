import Type, { type Static } from 'typebox'
import { DivisionCode, PathPartShape } from '../divisions/index.ts'

const Id = Type.String({ format: 'uuid' })
const Fen = Type.Integer()
const Nullable = <T extends Type.TSchema>(of: T) => Type.Union([of, Type.Null()])

export const certificationTypes = ['pollutionFree', 'green', 'organic', 'geographicIndication'] as const

const card = {
  productId: Id,
  storeId: Id,
  name: Type.String(),
  nameEn: Type.String(),
  place: Type.String(),
  placeEn: Type.String(),
  villageCode: DivisionCode,
  countyCode: DivisionCode,
  categoryCode: Type.String(),
  /** Names the drawn picture where there is no photo. */
  form: Type.String(),
  cover: Nullable(Id),
  price: Fen,
  /** Fen per 500 g (斤). */
  unitPrice: Fen,
  certifications: Type.Array(Type.String()),
  seasonMonths: Type.Array(Type.Integer()),
  inStock: Type.Boolean(),
  sold: Type.Integer(),
  isSample: Type.Boolean(),
}

/** An offer in a list. */
export const OfferCard = Type.Object(card)
export type OfferCard = Static<typeof OfferCard>

export const OfferPage = Type.Object({
  items: Type.Array(OfferCard),
  next: Type.Optional(Type.String()),
  /** What was searched instead, where nothing was found for what was typed. */
  meant: Type.Optional(Type.String()),
})
export type OfferPage = Static<typeof OfferPage>

/** All that a product page shows. */
export const OfferDetail = Type.Object({
  ...card,
  store: Type.Object({ id: Id, name: Type.String(), closingOn: Nullable(Type.String()) }),
  merchant: Type.Object({ id: Id, name: Type.String(), kind: Type.String(), uscc: Nullable(Type.String()) }),
  category: Type.Object({ code: Type.String(), name: Type.String(), nameEn: Type.String() }),
  path: Type.Array(PathPartShape),
  story: Type.String(),
  storyEn: Type.String(),
  photos: Type.Array(Id),
  returnPolicy: Type.String(),
  coldChain: Type.Boolean(),
  /** At most so many of one package in one order. */
  atMost: Type.Integer(),
  skus: Type.Array(
    Type.Object({
      skuId: Id,
      label: Type.String(),
      price: Fen,
      unitPrice: Fen,
      weightGrams: Type.Integer(),
      gtin: Type.String(),
      inStock: Type.Boolean(),
      /** Said only when few are left (20 or fewer). */
      left: Type.Optional(Type.Integer()),
    }),
  ),
  lots: Type.Array(
    Type.Object({
      lotId: Id,
      lotNumber: Type.String(),
      harvestedOn: Type.String({ format: 'date' }),
      producerName: Type.String(),
      pledgeNumber: Nullable(Type.String()),
      /** Path of the trace page, as printed on the box. */
      trace: Type.String(),
    }),
  ),
  seals: Type.Array(
    Type.Object({
      type: Type.String(),
      certificateNumber: Type.String(),
      holder: Type.String(),
      validTo: Nullable(Type.String()),
    }),
  ),
})
export type OfferDetail = Static<typeof OfferDetail>

export const filters = {
  category: Type.Optional(Type.String({ pattern: '^[a-z]+(\\.[a-zA-Z]+)?$', maxLength: 60 })),
  county: Type.Optional(DivisionCode),
  village: Type.Optional(DivisionCode),
  store: Type.Optional(Id),
  certification: Type.Optional(Type.Enum(certificationTypes)),
  /** A month, 1 to 12: what is in season then. */
  season: Type.Optional(Type.Integer({ minimum: 1, maximum: 12 })),
  sort: Type.Enum(['rank', 'price'], { default: 'rank' }),
  cursor: Type.Optional(Type.String({ maxLength: 200 })),
  limit: Type.Integer({ minimum: 1, maximum: 60, default: 20 }),
}

export const OfferQuery = Type.Object({ q: Type.Optional(Type.String({ maxLength: 80 })), ...filters })
export type OfferQuery = Static<typeof OfferQuery>

/** One line of a basket or an order, as the market offers it now. */
export interface Offered {
  skuId: string
  productId: string
  storeId: string
  storeName: string
  merchantId: string
  villageCode: string
  name: string
  nameEn: string
  label: string
  price: number
  weightGrams: number
  gtin: string
  returnPolicy: 'sevenDay' | 'perishableExempt' | 'confirmedExempt'
  categoryCode: string
  coldChain: boolean
  form: string
  cover: string | null
  isSample: boolean
}
