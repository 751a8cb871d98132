import Type from 'typebox'
import { DivisionCode } from '../divisions/index.ts'

export const Id = Type.String({ format: 'uuid' })
const Instant = Type.String({ format: 'date-time' })
const next = Type.Optional(Type.String())

export const NoticePage = Type.Object({
  items: Type.Array(
    Type.Object({
      id: Id,
      key: Type.String(),
      text: Type.String({ description: "In the reader's language" }),
      path: Type.String(),
      at: Instant,
      read: Type.Boolean(),
    }),
  ),
  next,
  unread: Type.Integer({ description: 'Counts to 100' }),
})

const kind = Type.Enum(['announcement', 'publicNotice'])

export const Publish = Type.Object(
  {
    divisionCode: DivisionCode,
    kind,
    title: Type.String({ minLength: 1, maxLength: 120 }),
    body: Type.String({ minLength: 1, maxLength: 20_000 }),
    workdays: Type.Optional(Type.Integer({ minimum: 1, maximum: 60 })),
  },
  { additionalProperties: false },
)

export const Announcement = Type.Object({
  id: Id,
  divisionCode: DivisionCode,
  kind,
  title: Type.String(),
  body: Type.String(),
  publishedAt: Instant,
  openUntil: Type.Optional(Type.String({ format: 'date' })),
  isSample: Type.Boolean(),
})
export const AnnouncementPage = Type.Object({ items: Type.Array(Announcement), next })
