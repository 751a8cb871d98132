import Type from 'typebox'
import { DivisionCode } from '../divisions/index.ts'
import { tables } from './export-sheets.ts'

const count = Type.Integer({ minimum: 0 })
const fen = Type.Integer({ description: 'fen' })
const nullableNumber = Type.Union([Type.Number(), Type.Null()])
const nullableText = Type.Union([Type.String(), Type.Null()])

/** A month `2026-11` or a year `2026`. */
export const PeriodText = Type.String({ pattern: '^[0-9]{4}(-(0[1-9]|1[0-2]))?$' })

export const Figures = Type.Object({
  code: DivisionCode,
  name: Type.String(),
  nameEn: Type.String({ description: 'In Latin letters' }),
  level: Type.Integer({ minimum: 1, maximum: 5 }),
  sales: fen,
  gross: fen,
  refunded: fen,
  orders: count,
  salesBefore: fen,
  salesYearAgo: fen,
  villages: count,
  covered: count,
  withProduct: count,
  withStore: count,
  withStation: count,
  sampleOrders: count,
})

export const DivisionView = Type.Object({
  period: PeriodText,
  asOf: Type.String({ format: 'date-time' }),
  self: Figures,
  children: Type.Array(Figures),
})

export const Trend = Type.Array(Type.Object({ month: Type.String(), orders: count, sales: fen }))

export const CoveragePage = Type.Object({
  items: Type.Array(
    Type.Object({
      villageCode: DivisionCode,
      name: Type.String(),
      nameEn: Type.String(),
      productPublished: Type.Boolean(),
      storeActive: Type.Boolean(),
      lastSaleAt: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
      stationOpen: Type.Boolean(),
      covered: Type.Boolean(),
    }),
  ),
  next: Type.Optional(Type.String()),
  asOf: Type.String({ format: 'date-time' }),
  isSample: Type.Boolean({ description: 'Sample data is among what covers villages here' }),
})

export const PlanTarget = Type.Object({
  code: Type.String(),
  name: Type.String(),
  nameEn: Type.String(),
  kind: Type.String(),
  value: nullableNumber,
  valueMax: nullableNumber,
  unit: Type.String(),
  unitEn: Type.String(),
  deadline: nullableText,
  baselineValue: nullableNumber,
  baselineYear: Type.Union([Type.Integer(), Type.Null()]),
  numerator: Type.String(),
  denominator: Type.String(),
  indicator: nullableText,
  responsible: Type.String(),
  responsibleEn: Type.String(),
  planRef: Type.String(),
  note: Type.String(),
  measured: nullableNumber,
})

export const PlanTargets = Type.Object({
  items: Type.Array(PlanTarget),
  asOf: Type.String({ format: 'date-time' }),
  isSample: Type.Boolean({ description: 'Sample data is among what is measured' }),
})

export const Definition = Type.Object({
  indicator: Type.String(),
  version: Type.Integer(),
  name: Type.String(),
  nameEn: Type.String(),
  unit: Type.String(),
  meaning: Type.String(),
  meaningEn: Type.String(),
  rule: Type.Record(Type.String(), Type.Unknown()),
  evidenceLevel: Type.String(),
  source: Type.String(),
  validFrom: Type.String({ format: 'date' }),
})

export const kinds = ['all', 'gaps', 'covered'] as const

export const AskSheet = Type.Object({
  table: Type.Enum(tables),
  ext: Type.Enum(['xlsx', 'csv']),
  code: DivisionCode,
  period: Type.Optional(PeriodText),
  only: Type.Enum(kinds, { default: 'all' }),
})

export const SheetState = Type.Object({
  id: Type.String({ format: 'uuid' }),
  title: Type.String(),
  table: Type.Enum(tables),
  ext: Type.Enum(['xlsx', 'csv']),
  code: DivisionCode,
  period: PeriodText,
  only: Type.Enum(kinds),
  state: Type.Enum(['waiting', 'writing', 'ready', 'failed']),
  rowsDone: count,
  rowsAll: Type.Integer({ minimum: 0, description: '0 until they are counted' }),
  refused: Type.String({ description: 'Why it cannot be written, if there is a reason to act on' }),
  askedAt: Type.String({ format: 'date-time' }),
})
