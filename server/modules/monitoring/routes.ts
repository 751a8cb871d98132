import Type from 'typebox'
import type { Routes } from '../../kernel/http.ts'
import { sheetFile, sheetTypes } from '../../kernel/sheet.ts'
import { monthOf } from '../../kernel/time.ts'
import { DivisionCode } from '../divisions/index.ts'
import { readersOfFigures } from '../orders/index.ts'
import { exportSheet, tables } from './export-sheets.ts'
import { CoveragePage, Definition, DivisionView, kinds, PeriodText, PlanTargets, Trend } from './shapes.ts'
import { sheetRoutes } from './sheet-routes.ts'
import { definitionOf, definitions, targets } from './targets.ts'
import { coverageOf } from './view-coverage.ts'
import { divisionView, salesTrend } from './view-division.ts'

const OfDivision = Type.Object({ code: DivisionCode })
const config = { who: readersOfFigures, face: 'office' } as const

export const routes: Routes = async (app) => {
  app.get(
    '/api/figures/divisions/:code',
    {
      config,
      schema: {
        tags: ['monitoring'],
        summary: 'Sales and coverage of a division and of what lies directly inside, for a month or a year',
        params: OfDivision,
        querystring: Type.Object({ period: Type.Optional(PeriodText) }),
        response: { 200: DivisionView },
      },
    },
    (request) =>
      divisionView(app.db, request.actor, {
        code: request.params.code,
        period: request.query.period ?? monthOf(new Date()),
      }),
  )
  app.get(
    '/api/figures/divisions/:code/trend',
    {
      config,
      schema: { tags: ['monitoring'], summary: 'The last 13 months', params: OfDivision, response: { 200: Trend } },
    },
    (request) => salesTrend(app.db, request.actor, request.params.code),
  )
  app.get(
    '/api/figures/coverage/:code',
    {
      config,
      schema: {
        tags: ['monitoring'],
        summary: 'Villages with the legs of their coverage',
        params: OfDivision,
        querystring: Type.Object({
          only: Type.Enum(kinds, { default: 'all' }),
          cursor: Type.Optional(Type.String({ maxLength: 200 })),
          limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
        }),
        response: { 200: CoveragePage },
      },
    },
    (request) => coverageOf(app.db, request.actor, { code: request.params.code, ...request.query }),
  )
  app.get(
    '/api/figures/targets',
    {
      config,
      schema: {
        tags: ['monitoring'],
        summary: 'The plan’s targets and what is measured',
        response: { 200: PlanTargets },
      },
    },
    () => targets(app.db),
  )
  app.get(
    '/api/figures/definitions',
    {
      config,
      schema: { tags: ['monitoring'], summary: 'What every figure means', response: { 200: Type.Array(Definition) } },
    },
    () => definitions(app.db),
  )
  app.get(
    '/api/figures/definitions/:indicator',
    {
      config,
      schema: {
        tags: ['monitoring'],
        summary: 'What one figure means',
        params: Type.Object({ indicator: Type.String({ maxLength: 60 }) }),
        response: { 200: Definition },
      },
    },
    (request) => definitionOf(app.db, request.params.indicator),
  )
  app.get(
    '/api/exports/:table.:ext',
    {
      config,
      schema: {
        tags: ['monitoring'],
        summary: 'A table as xlsx or CSV, with definition, cut-off and evidence; at most 20,000 rows',
        params: Type.Object({ table: Type.Enum(tables), ext: Type.Enum(['xlsx', 'csv']) }),
        querystring: Type.Object({
          code: DivisionCode,
          period: Type.Optional(PeriodText),
          only: Type.Optional(Type.Enum(kinds)),
        }),
      },
    },
    async (request, reply) => {
      const { table, ext } = request.params
      const { period = monthOf(new Date()), ...of } = request.query
      const sheet = await app.transact((tx) => exportSheet(tx, request.actor, request.say, { table, period, ...of }))
      return reply
        .type(sheetTypes[ext])
        .header('content-disposition', `attachment; filename="${table}-${of.code}-${period}.${ext}"`)
        .send(await sheetFile(sheet, ext))
    },
  )
  await app.register(sheetRoutes)
}
