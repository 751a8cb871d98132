import assert from 'node:assert/strict'
import type { IncomingMessage, ServerResponse } from 'node:http'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyRequest,
  LogController,
  type RawServerDefault,
} from 'fastify'
import type { Logger } from 'pino'
import { type Say, wordsFor } from '../../web/words/words.ts'
import type { Actor, Role } from './actor.ts'
import type { Config } from './config.ts'
import { type Db, type Tx, transact } from './db.ts'
import { keyMissing } from './errors.ts'
import { answerBrokenRequest, answerErrors, answerUnreadable } from './http-errors.ts'
import { admit, checkWho, refuseForeignOrigins, setSecurityHeaders } from './http-guards.ts'
import { strictShapes } from './http-validation.ts'
import { visitorOf } from './http-visitor.ts'
import { logTo } from './log.ts'
import { measureRequests } from './metrics.ts'

/**
 * Who may use a route: anyone at all; a buyer (signed in, or a guest with a cookie); anyone signed in; or holders of
 * one of these roles somewhere. The scope of a duty (which village, which store) is checked by the command itself.
 */
export type Who = 'anyone' | 'buyer' | 'signed_in' | readonly Role[]

/** A route as it was registered: what it is, who may use it and on which server. */
export interface Offered {
  method: string
  url: string
  who: Who
  face?: 'market' | 'office'
  keyed?: boolean
}

declare module 'fastify' {
  interface FastifyContextConfig {
    who?: Who
    /** Which server offers the route: the market (trade), the office (government), or both. Both, when left out. */
    face?: 'market' | 'office'
    /** Moves money or stock, or makes something: asks for an idempotency key (`keyOf`), and its description says so. */
    keyed?: boolean
  }
  interface FastifyInstance {
    db: Db
    settings: Config
    /** Every route there is, with who may use it: what is walked to prove that each is held to it. */
    offered: Offered[]
    /** Runs a command in one transaction. Routes open transactions; nothing below them does. */
    transact<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  }
  interface FastifyRequest {
    actor: Actor
    say: Say
    /** For the one inline script or style a page may need; see the Content-Security-Policy. */
    nonce: string
    /** Something is being done for it: it takes one of the places of `admit`. */
    isUnderWay: boolean
  }
}

export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>
export type Routes = (app: App) => Promise<void>

export interface ServerParts {
  db: Db
  config: Config
  face: 'market' | 'office' | 'all'
  /** Finds the signed-in person and their duties; the accounts room provides it. */
  findActor(request: FastifyRequest): Promise<Pick<Actor, 'accountId' | 'duties'> | undefined>
  /** Where to log; to standard output when left out. */
  log?: Logger | undefined
}

/** A request that is not whole by then, or a line on which nothing has moved for so long, is given up. */
const patienceMs = 5 * 60_000

/** A server with everything that every route needs: actor, language, guards, the one error format. */
export async function buildServer({ db, config, face, findActor, log = logTo() }: ServerParts): Promise<App> {
  const app = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 64 * 1024,
    requestTimeout: patienceMs,
    connectionTimeout: patienceMs,
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    trustProxy: proxiesIn(process.env.TRUST_PROXY),
    rewriteUrl: ({ url = '/' }) => readable(url),
    frameworkErrors: answerUnreadable,
    clientErrorHandler: answerBrokenRequest,
    ...strictShapes,
  }).withTypeProvider<TypeBoxTypeProvider>()

  app.decorate('db', db)
  app.decorate('settings', config)
  app.decorate('offered', [] as Offered[])
  app.decorate('transact', <T>(work: (tx: Tx) => Promise<T>) => transact(db, work))
  app.decorateRequest('actor', null as unknown as Actor)
  app.decorateRequest('say', null as unknown as Say)
  app.decorateRequest('nonce', '')
  await app.register(cookie, { secret: config.secret })
  await app.register(formbody)

  app.addHook('onRoute', (route) => {
    if (route.method === 'HEAD' || route.method === 'OPTIONS') return
    // A wildcard serves the files of a build, which are for anyone.
    if (route.url.endsWith('/*')) route.config = { who: 'anyone', ...route.config }
    if (!route.config?.who) throw new Error(`${route.method} ${route.url} does not say who may use it`)
    for (const method of [route.method].flat()) app.offered.push({ method, url: route.url, ...route.config } as Offered)
  })
  measureRequests(app, face)
  const admission = admit(app, face)
  setSecurityHeaders(app)
  answerErrors(app)
  app.addHook('onRequest', async (request, reply) => {
    refuseForeignOrigins(request)
    const visitor = visitorOf(request, reply)
    // Who asks is looked up in the database: that, too, is something done for the request.
    admission.enter(request)
    const person = await findActor(request).finally(() => admission.leave(request))
    request.actor = { duties: [], ...visitor, ...person }
    request.say = wordsFor(visitor.language)
    checkWho(request)
  })
  app.addHook('onResponse', async (request, reply) => {
    request.log.info({
      method: request.method,
      route: request.routeOptions.url,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    })
  })
  onlyFace(app, face)
  return app
}

/** An address that cannot be decoded means what it says, letter by letter: so the face can say that nothing is there. */
function readable(url: string): string {
  if (!url.includes('%')) return url
  const [path = ''] = url.split('?', 1)
  try {
    decodeURIComponent(path)
    return url
  } catch {
    return path.replaceAll('%', '%25') + url.slice(path.length)
  }
}

/**
 * Whose word counts for where a request comes from: `on` is the one balancer before us, a list names several by address.
 * Never whoever it is: a balancer adds its word to those that a stranger has sent along.
 */
function proxiesIn(said: string | undefined) {
  if (said === 'on') return (_address: string, hop: number) => hop === 0
  return !said || said === 'off' ? false : said
}

/** The idempotency key of a request that moves money or stock: 8 to 200 characters, chosen by the client. */
export function keyOf(request: FastifyRequest): string {
  assert(request.routeOptions.config.keyed, `${request.routeOptions.url} asks for a key without saying so`)
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string' || key.length < 8 || key.length > 200) throw keyMissing()
  return key
}

// Government applications may not trade (国办函〔2026〕12号), so a route of the other face does not exist here.
function onlyFace(app: App, face: ServerParts['face']): void {
  if (face === 'all') return
  app.addHook('onRequest', async (request, reply) => {
    const belongs = request.routeOptions.config.face
    if (belongs && belongs !== face) reply.callNotFound()
  })
}
