import Type from 'typebox'
import type { Routes } from '../../kernel/http.ts'
import { historyOf } from './change-divisions.ts'
import { levels } from './codes.ts'
import { withLatin } from './place-names.ts'
import { childrenOf, pathOf, requireDivision, saidOf, searchDivisions } from './read-divisions.ts'
import { provinces } from './regions.ts'
import { Division, DivisionCode, DivisionHistory, DivisionWithPath, Province } from './shapes.ts'

const Params = Type.Object({ code: DivisionCode })

export const routes: Routes = async (app) => {
  app.get(
    '/api/divisions',
    {
      config: { who: 'anyone' },
      schema: {
        tags: ['divisions'],
        summary: 'Find divisions by name or pinyin; at most 50',
        querystring: Type.Object({
          q: Type.String({ minLength: 1, maxLength: 40 }),
          level: Type.Optional(Type.Enum(levels)),
          within: Type.Optional(DivisionCode),
          limit: Type.Integer({ minimum: 1, maximum: 50, default: 20 }),
        }),
        response: { 200: Type.Array(Division) },
      },
    },
    async (request) => (await searchDivisions(app.db, request.query)).map(withLatin),
  )
  app.get(
    '/api/divisions/:code',
    {
      config: { who: 'anyone' },
      schema: {
        tags: ['divisions'],
        summary: 'One division, the way to it, its flags and groups',
        params: Params,
        response: { 200: DivisionWithPath },
      },
    },
    async (request) => {
      const division = await requireDivision(app.db, request.params.code)
      const [path, said] = await Promise.all([pathOf(app.db, division.code), saidOf(app.db, division.code)])
      return { ...withLatin(division), path: path.map(withLatin), ...said }
    },
  )
  app.get(
    '/api/divisions/:code/children',
    {
      config: { who: 'anyone' },
      schema: {
        tags: ['divisions'],
        summary: 'What lies directly inside',
        params: Params,
        response: { 200: Type.Array(Division) },
      },
    },
    async (request) => (await childrenOf(app.db, request.params.code)).map(withLatin),
  )
  app.get(
    '/api/divisions/:code/history',
    {
      config: { who: 'anyone' },
      schema: {
        tags: ['divisions'],
        summary: 'Merges, splits, renames and new codes',
        params: Params,
        response: { 200: DivisionHistory },
      },
    },
    (request) => historyOf(app.db, request.params.code),
  )
  app.get(
    '/api/provinces',
    {
      config: { who: 'anyone' },
      schema: {
        tags: ['divisions'],
        summary: 'Provinces for delivery addresses',
        response: { 200: Type.Array(Province) },
      },
    },
    async () => provinces(),
  )
}
