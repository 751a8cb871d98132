import Type, { type Static } from 'typebox'

const Id = Type.String({ format: 'uuid' })

export const ReceiveStock = Type.Object(
  { skuId: Id, lotId: Id, quantity: Type.Integer({ minimum: 1, maximum: 1_000_000 }) },
  { additionalProperties: false },
)
export type ReceiveStock = Static<typeof ReceiveStock>

export const CorrectStock = Type.Object(
  { skuId: Id, lotId: Id, change: Type.Integer({ minimum: -1_000_000, maximum: 1_000_000 }) },
  { additionalProperties: false },
)
export type CorrectStock = Static<typeof CorrectStock>

export const StockLeft = Type.Object({ skuId: Id, left: Type.Integer() })
export type StockLeft = Static<typeof StockLeft>

export const SkuStock = Type.Object({
  skuId: Id,
  onHand: Type.Integer(),
  held: Type.Integer(),
  left: Type.Integer(),
  lots: Type.Array(
    Type.Object({
      lotId: Id,
      harvestedOn: Type.String({ format: 'date' }),
      received: Type.Integer(),
      onHand: Type.Integer(),
      held: Type.Integer(),
    }),
  ),
})
export type SkuStock = Static<typeof SkuStock>
