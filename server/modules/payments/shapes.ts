import Type, { type Static } from 'typebox'

const Id = Type.String({ format: 'uuid' })
const Moment = Type.String({ format: 'date-time' })
const Money = Type.Integer({ description: 'Whole fen' })

/** The ways to pay that a buyer may choose from. */
export const channels = ['wechat', 'alipay'] as const
export const Channel = Type.Enum(channels)
export type Channel = Static<typeof Channel>

export const Payment = Type.Object({
  intentId: Id,
  paysFor: Id,
  storeId: Id,
  channel: Channel,
  amount: Money,
  state: Type.Enum(['open', 'closed', 'captured', 'surplus']),
  subject: Type.String(),
  returnPath: Type.String(),
  createdAt: Moment,
  capturedAt: Type.Union([Moment, Type.Null()]),
})
export type Payment = Static<typeof Payment>

export const Refund = Type.Object({
  refundId: Id,
  intentId: Id,
  amount: Money,
  reason: Type.String(),
  state: Type.Enum(['requested', 'settled']),
  isSurplus: Type.Boolean(),
  requestedAt: Moment,
  settledAt: Type.Union([Moment, Type.Null()]),
})
export type Refund = Static<typeof Refund>

export const StatementLine = Type.Object({
  /** What happened: a split, a later refund that took shares back, or an order given back whole before any split. */
  kind: Type.Enum(['split', 'takenBack', 'refunded']),
  orderId: Id,
  subject: Type.String(),
  paidAt: Moment,
  settledAt: Moment,
  gross: Money,
  goods: Money,
  freight: Money,
  refunded: Money,
  fee: Money,
  net: Money,
})
export type StatementLine = Static<typeof StatementLine>

export const StatementSums = Type.Object({
  lines: Type.Integer(),
  gross: Money,
  goods: Money,
  freight: Money,
  refunded: Money,
  fee: Money,
  net: Money,
})
export type StatementSums = Static<typeof StatementSums>

export const Statement = Type.Object({
  storeId: Id,
  month: Type.String(),
  /** At most 10,000; the sums cover all. */
  lines: Type.Array(StatementLine),
  sums: StatementSums,
})
export type Statement = Static<typeof Statement>
