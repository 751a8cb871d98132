import Type, { type Static, type TSchema } from 'typebox'
import { DivisionCode } from '../divisions/index.ts'
import { certificationTypes, productStates, returnPolicies, signatureStates, verificationStatuses } from './rules.ts'

const strict = { additionalProperties: false }
const Id = Type.String({ format: 'uuid' })
const Day = Type.String({ format: 'date' })
const Instant = Type.String({ format: 'date-time' })
const orNull = <Shape extends TSchema>(shape: Shape) => Type.Union([shape, Type.Null()])
/** One line that a person typed: something visible, no control characters. */
const line = (maxLength: number) =>
  Type.String({
    minLength: 1,
    maxLength,
    pattern: '^[^\\u0000-\\u001f\\u007f]*[^\\u0000-\\u001f\\u007f\\s][^\\u0000-\\u001f\\u007f]*$',
  })
/** Text of several lines; control characters other than line breaks are refused. */
const text = (maxLength: number) =>
  Type.String({ maxLength, pattern: '^[^\\u0000-\\u0009\\u000b\\u000c\\u000e-\\u001f]*$' })
export const IdParams = Type.Object({ id: Id })
const Cursor = Type.Optional(Type.String({ maxLength: 200 }))
const Limit = Type.Integer({ minimum: 1, maximum: 100, default: 20 })

const CategoryCode = Type.String({ minLength: 1, maxLength: 60, pattern: '^[a-zA-Z0-9.]+$' })
const Months = Type.Array(Type.Integer({ minimum: 1, maximum: 12 }), { maxItems: 12, uniqueItems: true })

export const Category = Type.Object({
  code: CategoryCode,
  parentCode: orNull(CategoryCode),
  name: Type.String(),
  nameEn: Type.String(),
  alsoCalled: Type.Array(Type.String()),
  form: Type.String(),
  seasonMonths: Type.Array(Type.Integer()),
  returnPolicy: Type.Enum(returnPolicies),
  foodKind: Type.Enum(['primary', 'packaged', 'processed', 'nonFood']),
  fishery: Type.Boolean(),
  coldChain: Type.Boolean(),
  shelfLifeDays: orNull(Type.Integer()),
  soldBy: orNull(Type.String()),
})
export type Category = Static<typeof Category>

export const NewSku = Type.Object(
  {
    label: line(40),
    weightGrams: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
    price: Type.Integer({ minimum: 1, maximum: 100_000_000, description: 'Fen' }),
  },
  strict,
)
export type NewSku = Static<typeof NewSku>

export const ChangedSku = Type.Object({ id: Type.Optional(Id), ...NewSku.properties }, strict)
export type ChangedSku = Static<typeof ChangedSku>

const productFacts = {
  name: line(60),
  nameEn: Type.Optional(text(120)),
  categoryCode: CategoryCode,
  villageCode: DivisionCode,
  story: Type.Optional(text(4000)),
  storyEn: Type.Optional(text(4000)),
  seasonMonths: Type.Optional(Months),
  returnPolicy: Type.Optional(Type.Enum(returnPolicies)),
  photos: Type.Optional(Type.Array(Id, { maxItems: 9, uniqueItems: true })),
}

export const CreateProduct = Type.Object(
  { merchantId: Id, ...productFacts, skus: Type.Optional(Type.Array(NewSku, { maxItems: 20 })) },
  strict,
)
export type CreateProduct = Static<typeof CreateProduct>

export const ChangeProduct = Type.Object(
  {
    version: Type.Integer({ minimum: 1, description: 'The version that was read; a newer one refuses the change' }),
    ...productFacts,
    skus: Type.Array(ChangedSku, { maxItems: 20, description: 'All skus; one that is left out is withdrawn' }),
  },
  strict,
)
export type ChangeProduct = Static<typeof ChangeProduct>

export const WithdrawProduct = Type.Object({ reason: Type.Optional(line(200)) }, strict)

export const Sku = Type.Object({
  id: Id,
  label: Type.String(),
  weightGrams: Type.Integer(),
  price: Type.Integer(),
  gtin: Type.String(),
  withdrawn: Type.Boolean(),
})
export type Sku = Static<typeof Sku>

export const Certification = Type.Object({
  id: Id,
  type: Type.Enum(certificationTypes),
  certificateNumber: Type.String(),
  holder: Type.String(),
  validFrom: Day,
  validTo: orNull(Day),
  verificationStatus: Type.Enum(verificationStatuses),
  isRenewal: Type.Boolean(),
})
export type Certification = Static<typeof Certification>

export const Product = Type.Object({
  id: Id,
  merchantId: Id,
  villageCode: DivisionCode,
  categoryCode: CategoryCode,
  category: Category,
  name: Type.String(),
  nameEn: Type.String(),
  story: Type.String(),
  storyEn: Type.String(),
  seasonMonths: Type.Array(Type.Integer()),
  returnPolicy: Type.Enum(returnPolicies),
  state: Type.Enum(productStates),
  withdrawReason: orNull(Type.String()),
  photos: Type.Array(Id),
  createdAt: Instant,
  publishedAt: orNull(Instant),
  version: Type.Integer(),
  isSample: Type.Boolean(),
  skus: Type.Array(Sku),
  certifications: Type.Array(Certification, { description: 'Only those whose seal may be shown today' }),
})
export type Product = Static<typeof Product>

export const ListProducts = Type.Object({
  merchant: Type.Optional(Id),
  division: Type.Optional(DivisionCode),
  state: Type.Optional(Type.Enum(productStates)),
  cursor: Cursor,
  limit: Limit,
})
export const ProductPage = Type.Object({ items: Type.Array(Product), next: Type.Optional(Type.String()) })

export const AddCertification = Type.Object(
  {
    type: Type.Enum(certificationTypes),
    certificateNumber: line(40),
    holder: line(80),
    validFrom: Day,
    validTo: Type.Optional(Day),
    isRenewal: Type.Optional(Type.Boolean()),
  },
  strict,
)
export type AddCertification = Static<typeof AddCertification>
export const VerifyCertification = Type.Object({ status: Type.Enum(['verifiedByRegistry', 'rejected']) }, strict)

export const SubmitSignature = Type.Object(
  { villageCode: DivisionCode, categoryCode: CategoryCode, name: line(40), story: Type.Optional(text(2000)) },
  strict,
)
export type SubmitSignature = Static<typeof SubmitSignature>

export const ReviewSignature = Type.Object(
  { decision: Type.Enum(['pass', 'return']), reason: Type.Optional(line(200)) },
  strict,
)
export type ReviewSignature = Static<typeof ReviewSignature>
export const WithdrawSignature = Type.Object({ reason: line(200) }, strict)

export const SignatureProduct = Type.Object({
  id: Id,
  villageCode: DivisionCode,
  categoryCode: CategoryCode,
  name: Type.String(),
  story: Type.String(),
  state: Type.Enum(signatureStates),
  returnReason: orNull(Type.String()),
  submittedBy: orNull(Id),
  submittedAt: Instant,
  publishedAt: orNull(Instant),
  isSample: Type.Boolean(),
})
export type SignatureProduct = Static<typeof SignatureProduct>
export const ListSignatures = Type.Object({
  division: DivisionCode,
  state: Type.Optional(Type.Enum(signatureStates)),
  cursor: Cursor,
  limit: Limit,
})
export const SignaturePage = Type.Object({ items: Type.Array(SignatureProduct), next: Type.Optional(Type.String()) })
