import Type from 'typebox'
import { changeKinds } from './change-divisions.ts'
import { levels } from './codes.ts'

/** Twelve digits of the statistical register (NBS); nests by prefix. */
export const DivisionCode = Type.String({ pattern: '^[0-9]{12}$' })

const part = { code: DivisionCode, name: Type.String(), level: Type.Enum(levels) }
const named = { ...part, nameEn: Type.String({ description: 'In Latin letters: Jiangning District' }) }

export const PathPart = Type.Object(part)

export const Division = Type.Object({
  ...named,
  parentCode: Type.Union([DivisionCode, Type.Null()]),
  kind: Type.String(),
  lng: Type.Union([Type.Number(), Type.Null()]),
  lat: Type.Union([Type.Number(), Type.Null()]),
  coordKind: Type.Union([Type.Enum(['geonames', 'synthetic']), Type.Null()]),
  validFrom: Type.String({ format: 'date' }),
  validTo: Type.Union([Type.String({ format: 'date' }), Type.Null()]),
})

const validity = { validFrom: Type.String({ format: 'date' }), validTo: Division.properties.validTo }

export const DivisionWithPath = Type.Object({
  ...Division.properties,
  path: Type.Array(Type.Object(named)),
  flags: Type.Array(Type.Object({ flag: Type.String(), ...validity, source: Type.String() })),
  groups: Type.Array(Type.Object({ group: Type.String(), kind: Type.String(), ...validity })),
})

export const DivisionHistory = Type.Array(
  Type.Object({
    kind: Type.Enum(changeKinds),
    fromCode: DivisionCode,
    toCode: DivisionCode,
    oldName: Type.Union([Type.String(), Type.Null()]),
    newName: Type.Union([Type.String(), Type.Null()]),
    changedOn: Type.String({ format: 'date' }),
    basis: Type.String(),
  }),
)

export const Province = Type.Object({
  code: Type.String({ pattern: '^[0-9]{6}$' }),
  name: Type.String(),
  nameEn: Type.String(),
})
