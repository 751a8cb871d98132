import Type from 'typebox'
import type { Routes } from '../../kernel/http.ts'
import { sheetTypes } from '../../kernel/sheet.ts'
import { monthOf } from '../../kernel/time.ts'
import { readersOfFigures } from '../orders/index.ts'
import { askSheet, fetchSheet, removeSheet, sheetsOf } from './ask-sheet.ts'
import { AskSheet, SheetState } from './shapes.ts'

const tags = ['monitoring']
const config = { who: readersOfFigures, face: 'office' } as const
const One = Type.Object({ id: Type.String({ format: 'uuid' }) })

export const sheetRoutes: Routes = async (app) => {
  app.post(
    '/api/sheets',
    {
      config,
      schema: {
        tags,
        summary: 'Have a table written as a file, however long it takes',
        body: AskSheet,
        response: { 201: SheetState },
      },
    },
    async (request, reply) => {
      const { period = monthOf(new Date()), ...of } = request.body
      const sheet = await app.transact((tx) => askSheet(tx, request.actor, request.say, { period, ...of }))
      return reply.code(201).send(sheet)
    },
  )
  app.get(
    '/api/sheets',
    {
      config,
      schema: {
        tags,
        summary: 'My tables that are being written, or wait to be fetched',
        response: { 200: Type.Array(SheetState) },
      },
    },
    (request) => sheetsOf(app.db, request.actor),
  )
  app.get(
    '/api/sheets/:id',
    { config, schema: { tags, summary: 'The file of a table that is ready; kept for a day', params: One } },
    async (request, reply) => {
      const { table, code, period, ext, file } = await fetchSheet(app.db, request.actor, request.params.id)
      return reply
        .type(sheetTypes[ext])
        .header('content-disposition', `attachment; filename="${table}-${code}-${period}.${ext}"`)
        .send(file)
    },
  )
  app.delete(
    '/api/sheets/:id',
    {
      config,
      schema: { tags, summary: 'Let go of a table, or stop its writing', params: One, response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      await app.transact((tx) => removeSheet(tx, request.actor, request.params.id))
      return reply.code(204).send(null)
    },
  )
}
