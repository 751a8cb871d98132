import Type, { type Static } from 'typebox'
import { Phone } from '../accounts/index.ts'
import { Channel } from '../payments/index.ts'
import { orderStates } from './steps.ts'

const strict = { additionalProperties: false }
const Uuid = Type.String({ format: 'uuid' })
const Instant = Type.String()
const MaybeInstant = Type.Union([Type.String(), Type.Null()])
const Fen = Type.Integer()
/** Text from a person: no control characters, so nothing can hide in it. */
const text = (least: number, most: number) =>
  Type.String({ minLength: least, maxLength: most, pattern: '^[^\\u0000-\\u001f\\u007f]*$' })
const longText = (most: number) =>
  Type.String({ maxLength: most, pattern: '^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$' })
export const returnPolicies = ['sevenDay', 'perishableExempt', 'confirmedExempt'] as const
export const methods = ['express', 'localDelivery', 'stationPickup'] as const
export const afterSaleKinds = ['damagedGoods', 'sevenDayReturn', 'notDelivered', 'other'] as const
export const afterSaleStates = ['open', 'accepted', 'refused', 'withdrawn', 'settled'] as const

export const BasketLineInput = Type.Object(
  { skuId: Uuid, quantity: Type.Integer({ minimum: 1, maximum: 999 }) },
  strict,
)
export type BasketLineInput = Static<typeof BasketLineInput>
export const Quantity = Type.Object({ quantity: Type.Integer({ minimum: 0, maximum: 999 }) }, strict)

export const Address = Type.Object(
  {
    recipient: text(1, 30),
    phone: Phone,
    regionCode: Type.String({ pattern: '^([0-9]{6}|[0-9]{12})$' }),
    detail: text(2, 120),
  },
  strict,
)
export type Address = Static<typeof Address>

export const PlaceOrder = Type.Object(
  {
    storeId: Uuid,
    method: Type.Enum(methods),
    stationId: Type.Optional(Uuid),
    note: Type.Optional(text(0, 200)),
    /** The buyer saw that these goods cannot be returned within seven days and said yes to this purchase. */
    confirmedExempt: Type.Optional(Type.Boolean()),
    channel: Channel,
    /** What the buyer saw; a different total is refused instead of charged. */
    expectedTotal: Type.Optional(Fen),
  },
  strict,
)
export type PlaceOrder = Static<typeof PlaceOrder>

export const PlacedOrder = Type.Object({ orderId: Uuid, orderNumber: Type.String(), total: Fen, intentId: Uuid })
export type PlacedOrder = Static<typeof PlacedOrder>

export const BasketLine = Type.Object({
  skuId: Uuid,
  productId: Type.Union([Uuid, Type.Null()]),
  name: Type.String(),
  /** Empty where the product has no English name. */
  nameEn: Type.String(),
  label: Type.String(),
  quantity: Type.Integer(),
  unitPrice: Fen,
  amount: Fen,
  weightGrams: Type.Integer(),
  returnPolicy: Type.Union([Type.Enum(returnPolicies), Type.Null()]),
  /** How many are left to buy; null when the goods are no longer sold. */
  available: Type.Union([Type.Integer(), Type.Null()]),
  isSample: Type.Boolean(),
})
export const BasketStore = Type.Object({
  storeId: Uuid,
  storeName: Type.String(),
  lines: Type.Array(BasketLine),
  goodsAmount: Fen,
  weightGrams: Type.Integer(),
  /** Null until there is an address, or when the store does not send there. */
  freight: Type.Union([
    Type.Object({ freight: Fen, daysMin: Type.Integer(), daysMax: Type.Integer(), shipsWithinHours: Type.Integer() }),
    Type.Null(),
  ]),
  freightRefusal: Type.Union([Type.String(), Type.Null()]),
  total: Fen,
  needsConfirmation: Type.Boolean(),
  orderable: Type.Boolean(),
})
export const Basket = Type.Object({
  stores: Type.Array(BasketStore),
  address: Type.Union([Type.Object({ ...Address.properties, regionName: Type.String() }), Type.Null()]),
})
export type Basket = Static<typeof Basket>
export type BasketStore = Static<typeof BasketStore>

export const OrderKey = Type.Object({ storeId: Uuid, orderId: Uuid })
export type OrderKey = Static<typeof OrderKey>
export const ShipOrder = Type.Object({ carrier: text(1, 20), trackingNumber: text(0, 40) }, strict)
export const CancelOrder = Type.Object({ reason: Type.Optional(text(0, 200)) }, strict)
export const PayAgain = Type.Object({ channel: Channel }, strict)
export const FindOrder = Type.Object({ orderNumber: Type.String({ pattern: '^[0-9]{20}$' }), phone: Phone }, strict)
export type FindOrder = Static<typeof FindOrder>

export const OpenAfterSale = Type.Object(
  {
    kind: Type.Enum(afterSaleKinds),
    /** Which lines; all, when left out. */
    lines: Type.Optional(
      Type.Array(Type.Integer({ minimum: 1, maximum: 60 }), { minItems: 1, maxItems: 60, uniqueItems: true }),
    ),
    damagedShare: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    photos: Type.Optional(Type.Array(Uuid, { maxItems: 9, uniqueItems: true })),
    description: Type.Optional(longText(500)),
    /** Less than the rule suggests, if the buyer likes; a seller may still give what the rule says. */
    askedAmount: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000_000 })),
  },
  strict,
)
export type OpenAfterSale = Static<typeof OpenAfterSale>
export const DecideAfterSale = Type.Object(
  {
    decision: Type.Enum(['accept', 'refuse'] as const),
    amount: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000_000 })),
    reason: Type.Optional(text(0, 200)),
    goodsComeBack: Type.Optional(Type.Boolean()),
  },
  strict,
)
export type DecideAfterSale = Static<typeof DecideAfterSale>

export const AfterSale = Type.Object({
  id: Uuid,
  storeId: Uuid,
  orderId: Uuid,
  kind: Type.Enum(afterSaleKinds),
  state: Type.Enum(afterSaleStates),
  lines: Type.Array(Type.Integer()),
  description: Type.String(),
  photos: Type.Array(Uuid),
  damagedShare: Type.Union([Type.Integer(), Type.Null()]),
  askedAmount: Fen,
  suggestedAmount: Fen,
  rule: Type.String(),
  decidedAmount: Type.Union([Fen, Type.Null()]),
  decisionReason: Type.Union([Type.String(), Type.Null()]),
  goodsComeBack: Type.Boolean(),
  openedAt: Instant,
  decidedAt: MaybeInstant,
  disputedAt: MaybeInstant,
})
export type AfterSale = Static<typeof AfterSale>

export const OrderLine = Type.Object({
  line: Type.Integer(),
  skuId: Uuid,
  productId: Uuid,
  name: Type.String(),
  /** Empty where the product has no English name. */
  nameEn: Type.String(),
  label: Type.String(),
  quantity: Type.Integer(),
  unitPrice: Fen,
  amount: Fen,
  weightGrams: Type.Integer(),
  returnPolicy: Type.Enum(returnPolicies),
})
export type OrderLine = Static<typeof OrderLine>

const summary = {
  storeId: Uuid,
  orderId: Uuid,
  orderNumber: Type.String(),
  state: Type.Enum(orderStates),
  total: Fen,
  refundedAmount: Fen,
  placedAt: Instant,
  payBefore: Instant,
  paidAt: MaybeInstant,
  isSample: Type.Boolean(),
}
export const OrderSummary = Type.Object({
  ...summary,
  storeName: Type.String(),
  /** Name and number of the first goods, and how many lines there are. */
  firstName: Type.String(),
  firstNameEn: Type.String(),
  firstLabel: Type.String(),
  firstProductId: Uuid,
  pieces: Type.Integer(),
  lineCount: Type.Integer(),
  /** Masked for everyone but the buyer. */
  recipient: Type.String(),
  phone: Type.String(),
  regionName: Type.String(),
  openAfterSaleId: Type.Union([Uuid, Type.Null()]),
})
export type OrderSummary = Static<typeof OrderSummary>
export const OrderSummaries = Type.Object({ items: Type.Array(OrderSummary), next: Type.Optional(Type.String()) })

export const OrderView = Type.Object({
  ...summary,
  storeName: Type.String(),
  merchantId: Uuid,
  villageCode: Type.String(),
  as: Type.Enum(['buyer', 'store', 'station', 'officer'] as const),
  goodsAmount: Fen,
  freightAmount: Fen,
  discountAmount: Fen,
  method: Type.Enum(methods),
  stationId: Type.Union([Uuid, Type.Null()]),
  recipient: Type.String(),
  phone: Type.String(),
  regionCode: Type.String(),
  regionName: Type.String(),
  addressDetail: Type.String(),
  note: Type.String(),
  shippedAt: MaybeInstant,
  receiveBefore: MaybeInstant,
  receivedAt: MaybeInstant,
  closedAt: MaybeInstant,
  lines: Type.Array(OrderLine),
  timeline: Type.Array(
    Type.Object({ kind: Type.String(), at: Instant, detail: Type.Record(Type.String(), Type.Unknown()) }),
  ),
  afterSales: Type.Array(AfterSale),
  /** What the reader may do now; the same table of steps decides on the server. */
  steps: Type.Array(Type.String()),
})
export type OrderView = Static<typeof OrderView>
export const Contact = Type.Object({
  recipient: Type.String(),
  phone: Type.String(),
  regionName: Type.String(),
  addressDetail: Type.String(),
})

export const Evidence = Type.Object({
  storeId: Uuid,
  orderId: Uuid,
  orderNumber: Type.String(),
  storeName: Type.String(),
  villageCode: Type.String(),
  productName: Type.String(),
  lineCount: Type.Integer(),
  quantity: Type.Integer(),
  goodsAmount: Fen,
  freightAmount: Fen,
  total: Fen,
  refundedAmount: Fen,
  state: Type.Enum(orderStates),
  paidAt: Instant,
  /** The buyer, masked. */
  buyer: Type.String(),
  regionName: Type.String(),
  isSample: Type.Boolean(),
})
export type Evidence = Static<typeof Evidence>
export const EvidencePage = Type.Object({ items: Type.Array(Evidence), next: Type.Optional(Type.String()) })
