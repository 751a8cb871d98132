import Type, { type Static } from 'typebox'
import { DivisionCode } from '../divisions/index.ts'
import { stationKinds, stationServices, stationTiers } from './rules.ts'

const strict = { additionalProperties: false }
const Id = Type.String({ format: 'uuid' })
const Day = Type.String({ format: 'date' })
/** One line that a person typed: something visible, no control characters. */
const line = (maxLength: number) =>
  Type.String({ minLength: 1, maxLength, pattern: '^[^\\u0000-\\u001f]*[^\\u0000-\\u001f\\s][^\\u0000-\\u001f]*$' })

export const OpenStation = Type.Object(
  {
    divisionCode: DivisionCode,
    name: line(60),
    kind: Type.Enum(stationKinds, { default: 'standard' }),
    address: line(120),
    phone: Type.String({ pattern: '^[0-9+-]{7,20}$', description: 'The public number of the station' }),
    services: Type.Array(Type.Enum(stationServices), { maxItems: 4, uniqueItems: true, default: [] }),
    pickup: Type.Boolean({ default: true }),
    openedOn: Day,
  },
  strict,
)
export type OpenStation = Static<typeof OpenStation>

export const AppointOperator = Type.Object({ accountId: Id }, strict)

export const StationId = Type.Object({ id: Id })

export const Station = Type.Object({
  id: Id,
  tier: Type.Enum(stationTiers),
  kind: Type.Enum(stationKinds),
  divisionCode: DivisionCode,
  name: Type.String(),
  address: Type.String(),
  phone: Type.String(),
  services: Type.Array(Type.Enum(stationServices)),
  pickup: Type.Boolean(),
  openedOn: Day,
  closedOn: Type.Union([Day, Type.Null()]),
  isSample: Type.Boolean(),
})
export type Station = Static<typeof Station>

export const ListStations = Type.Object({
  division: DivisionCode,
  tier: Type.Optional(Type.Enum(stationTiers)),
  cursor: Type.Optional(Type.String({ maxLength: 200 })),
  limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
})

export const StationPage = Type.Object({ items: Type.Array(Station), next: Type.Optional(Type.String()) })
