import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import compress from '@fastify/compress'
import swagger, { type SwaggerTransform } from '@fastify/swagger'
import Type from 'typebox'
import { marketPages } from '../web/market/serve.tsx'
import { type Config, root } from './kernel/config.ts'
import { type Db, row } from './kernel/db.ts'
import { outOfReach } from './kernel/errors.ts'
import { type App, buildServer, type ServerParts } from './kernel/http.ts'
import { patiently } from './kernel/patience.ts'
import { workWaiting } from './kernel/work.ts'
import { findActor } from './modules/accounts/index.ts'
import { officePages } from './pages/office.ts'
import { workbenchPages } from './pages/workbench.ts'
import { allRoutes } from './rooms.ts'

/** The version in package.json. */
export const version: string = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version

export interface Parts {
  db: Db
  config: Config
  log?: ServerParts['log']
}

/** The market server: storefront, workbench and their API. */
export const buildMarket = (parts: Parts) => buildFace(parts, 'market')

/** The office server: programme officers' desk and its API. */
export const buildOffice = (parts: Parts) => buildFace(parts, 'office')

/** All routes of both faces, for the API description and for tests that walk every route. */
export const buildAll = (parts: Parts) => buildFace(parts, 'all')

async function buildFace({ db, config, log }: Parts, face: ServerParts['face']): Promise<App> {
  const app = await buildServer({ db, config, face, findActor: findActor({ db, settings: config }), log })
  await app.register(compress, { encodings: ['br', 'gzip'], threshold: 1024, brotliOptions: fastBrotli })
  await app.register(swagger, {
    openapi: description,
    transform: withKey,
    refResolver: { buildLocalReference: (json) => String(json.$id) },
  })
  await app.register(health)
  for (const routes of allRoutes) await app.register(routes)
  if (face === 'office') await app.register(officePages)
  if (face === 'market') {
    await app.register(marketPages)
    await app.register(workbenchPages)
  }
  return app
}

/** The header that a keyed route asks for, in its description only: the route itself says better what is missing. */
const withKey: SwaggerTransform = ({ schema, url, route }) => ({
  url,
  schema: route.config?.keyed ? { ...schema, headers: Type.Object({ 'Idempotency-Key': Key }) } : schema,
})
const Key = Type.String({
  minLength: 8,
  maxLength: 200,
  description: 'Chosen by the client; a repeat under the same key within 7 days gets the first answer',
})

// Level 4 is as small as gzip at 9 and takes a third of the time.
const fastBrotli = { params: { 0: 1, 1: 4 } }

const description = {
  openapi: '3.1.0' as const,
  info: {
    title: 'Yicun API',
    version,
    license: { name: 'Apache-2.0' },
    description:
      'Money is whole fen, weights are grams, instants ISO 8601 in UTC, days YYYY-MM-DD in China, places 12-digit statistical codes. Every error is {"error":{"code","message","field"}} with the message in the language of Accept-Language or the lang cookie.',
  },
}

async function health(app: App): Promise<void> {
  const askAll = patiently(async () => ({ database: await databaseState(app.db), jobs: await workWaiting(app.db) }))
  app.get(
    '/api/health',
    {
      config: { who: 'anyone' },
      schema: {
        tags: ['health'],
        summary: 'Is everything well? The age of the oldest waiting job tells whether work is being done',
        response: {
          200: Type.Object({
            status: Type.Literal('ok'),
            version: Type.String(),
            database: Type.Object({ version: Type.String(), migrations: Type.Integer() }),
            jobs: Type.Object({ waiting: Type.Integer(), oldestSeconds: Type.Number(), failed: Type.Integer() }),
          }),
        },
      },
    },
    async () => {
      const known = await askAll()
      if (!known) throw outOfReach()
      return { status: 'ok' as const, version, ...known }
    },
  )
  let described: object | undefined
  app.get(
    '/api/openapi.json',
    { config: { who: 'anyone' }, schema: { tags: ['health'], summary: 'This description' } },
    async () => {
      described ??= app.swagger()
      return described
    },
  )
}

async function databaseState(db: Db): Promise<{ version: string; migrations: number }> {
  const found = await row<{ version: string; migrations: number }>(
    db,
    `select current_setting('server_version') version, count(*) migrations from kernel.migration`,
  )
  return found ?? { version: '', migrations: 0 }
}
