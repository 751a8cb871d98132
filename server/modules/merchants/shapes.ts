import Type, { type Static, type TSchema } from 'typebox'
import { DivisionCode } from '../divisions/index.ts'
import { merchantKinds, merchantStates } from './rules.ts'

const strict = { additionalProperties: false }
const Id = Type.String({ format: 'uuid' })
/** Text a person typed: something visible, no control characters. */
const words = (maxLength: number) =>
  Type.String({
    minLength: 1,
    maxLength,
    pattern: '^[^\\u0000-\\u001f\\u007f]*[^\\u0000-\\u001f\\u007f\\s][^\\u0000-\\u001f\\u007f]*$',
  })

const facts = {
  kind: Type.Enum(merchantKinds),
  name: words(60),
  uscc: Type.Optional(
    Type.String({ minLength: 18, maxLength: 18, description: 'Unified social credit code; natural persons need none' }),
  ),
  // The declaration itself, in the person's own words: what they grow or make, and where.
  selfProduced: Type.Optional(words(200)),
  villageCode: DivisionCode,
  contactName: words(40),
  contactPhone: Type.String({ pattern: '^[0-9+-]{7,20}$' }),
}

export const RegisterMerchant = Type.Object(
  {
    ...facts,
    onBehalf: Type.Optional(
      Type.Boolean({ description: 'An officer or station operator registers someone else', default: false }),
    ),
    ownerAccountId: Type.Optional(
      Type.String({ format: 'uuid', description: 'With onBehalf: whose merchant it is, if they have an account' }),
    ),
  },
  strict,
)
export type RegisterMerchant = Static<typeof RegisterMerchant>

export const CorrectMerchant = Type.Object(facts, strict)
export type CorrectMerchant = Static<typeof CorrectMerchant>

export const Reason = Type.Object({ reason: words(200) }, strict)
export const EntrustMerchant = Type.Object({ accountId: Id }, strict)
export const GivenDuty = Type.Object({ dutyId: Id })
export const MerchantId = Type.Object({ id: Id })

const orNull = <Shape extends TSchema>(shape: Shape) => Type.Union([shape, Type.Null()])

export const Merchant = Type.Object({
  id: Id,
  kind: Type.Enum(merchantKinds),
  name: Type.String(),
  uscc: orNull(Type.String()),
  selfProducedExempt: Type.Boolean(),
  selfProducedDeclaration: orNull(Type.String()),
  villageCode: DivisionCode,
  contactName: Type.String(),
  contactPhone: Type.String({ description: 'Masked, except for the owner' }),
  state: Type.Enum(merchantStates),
  returnReason: orNull(Type.String()),
  verifiedAt: orNull(Type.String({ format: 'date-time' })),
  verifyAgainOn: orNull(Type.String({ format: 'date' })),
  payeeReference: orNull(Type.String()),
  registeredAt: Type.String({ format: 'date-time' }),
  isSample: Type.Boolean(),
})
export type Merchant = Static<typeof Merchant>

export const MerchantPage = Type.Object({ items: Type.Array(Merchant), next: Type.Optional(Type.String()) })
export const ListMerchants = Type.Object({
  division: DivisionCode,
  state: Type.Optional(Type.Enum(merchantStates)),
  cursor: Type.Optional(Type.String({ maxLength: 200 })),
  limit: Type.Integer({ minimum: 1, maximum: 100, default: 20 }),
})
