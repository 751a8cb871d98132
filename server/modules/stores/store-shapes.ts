import Type, { type Static } from 'typebox'
import { DivisionCode } from '../divisions/index.ts'

export const storeStates = ['submitted', 'active', 'returned', 'paused', 'closed'] as const
export type StoreState = (typeof storeStates)[number]

const Id = Type.String({ format: 'uuid' })
const Day = Type.String({ format: 'date' })

export const OpenStore = Type.Object(
  {
    merchantId: Id,
    name: Type.String({ minLength: 1, maxLength: 40 }),
    intro: Type.String({ maxLength: 2000, default: '' }),
    introEn: Type.Optional(Type.String({ maxLength: 2000 })),
  },
  { additionalProperties: false },
)
export type OpenStore = Static<typeof OpenStore>

export const ReviewStore = Type.Object(
  { decision: Type.Enum(['pass', 'return']), reason: Type.Optional(Type.String({ minLength: 2, maxLength: 500 })) },
  { additionalProperties: false },
)
export type ReviewStore = Static<typeof ReviewStore>

export const CloseStore = Type.Object({ closingOn: Type.Optional(Day) }, { additionalProperties: false })

export const Store = Type.Object({
  id: Id,
  merchantId: Id,
  villageCode: DivisionCode,
  name: Type.String(),
  intro: Type.String(),
  introEn: Type.String(),
  state: Type.Enum(storeStates),
  returnReason: Type.Union([Type.String(), Type.Null()]),
  openedAt: Type.Union([Type.String(), Type.Null()]),
  closingOn: Type.Union([Day, Type.Null()]),
  isSample: Type.Boolean(),
})
export type Store = Static<typeof Store>

/** The whole life of a store: what may be done, and from which states. */
export const storeSteps = {
  review: ['submitted'],
  pause: ['active'],
  resume: ['paused'],
  close: ['active', 'paused'],
} as const satisfies Record<string, readonly StoreState[]>
