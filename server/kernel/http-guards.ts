import type { FastifyRequest } from 'fastify'
import { foreignOrigin, notAllowed, signInFirst, tooBusy } from './errors.ts'
import type { App } from './http.ts'
import { newToken } from './ids.ts'
import { inFlight } from './metrics.ts'

// Past this many requests at once, waiting only makes everyone's answer later than they will wait for.
export const inFlightAtMost = Number(process.env.IN_FLIGHT ?? 400)

/**
 * Turns requests away early when too many are under way, so that those inside are served in good time. Under way is what
 * is being done for somebody, also when he has gone meanwhile: else a crowd that gives up and comes again would pile it
 * up without end. Whoever is only sending or being sent to takes nobody's place: a slow line costs nothing but time.
 */
export function admit(app: App, face: string) {
  let underWay = 0
  const gauge = inFlight.labels(face)
  const enter = (request: FastifyRequest) => {
    if (underWay >= inFlightAtMost && request.routeOptions.url !== '/api/health') throw tooBusy()
    request.isUnderWay = true
    gauge.set(++underWay)
  }
  const leave = (request: FastifyRequest) => {
    if (!request.isUnderWay) return
    request.isUnderWay = false
    gauge.set(--underWay)
  }
  app.decorateRequest('isUnderWay', false)
  app.addHook('onRoute', (route) => {
    const { handler } = route
    // A route's HEAD is made from its GET, which is counted already.
    if (route.method === 'HEAD') return
    route.handler = function (request, reply) {
      enter(request)
      const left = () => leave(request)
      const answer: unknown = handler.call(this, request, reply)
      // To one who has gone, Fastify does not always send the answer; what makes it ends all the same.
      if (answer instanceof Promise) answer.then(left, left)
      else reply.raw.once('close', left)
      return answer
    }
  })
  app.addHook('onSend', (request, _reply, _payload, done) => {
    leave(request)
    done()
  })
  return { enter, leave }
}

/**
 * Cookies travel only with our own pages' requests: a write from another site's page is refused, and so is one from a
 * page of a neighbour under the same domain. Programs that are no browsers send neither header and have no cookies.
 */
export function refuseForeignOrigins(request: FastifyRequest): void {
  if (request.method === 'GET' || request.method === 'HEAD') return
  const { origin, 'sec-fetch-site': site } = request.headers
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw foreignOrigin()
  // A page that keeps its address to itself says `null`; only the browser's own word makes it one of ours.
  if (origin === undefined || (origin === 'null' && site === 'same-origin')) return
  if (hostIn(origin) !== request.host) throw foreignOrigin()
}

/** Browsers send well-formed origins; from others anything may come. */
function hostIn(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}

/** The route says who may use it; this is where it is held to it. */
export function checkWho(request: FastifyRequest): void {
  const who = request.routeOptions.config.who
  if (who === undefined || who === 'anyone' || who === 'buyer') return
  if (!request.actor.accountId) throw signInFirst()
  if (who === 'signed_in') return
  if (!request.actor.duties.some((duty) => who.includes(duty.role))) throw notAllowed()
}

/** A year; only what came by https promises to come by it again. */
const httpsOnly = { 'strict-transport-security': 'max-age=31536000' }

/** Headers that hold for every answer. Nothing inline runs, except what carries the request's nonce. */
export function setSecurityHeaders(app: App): void {
  app.addHook('onRequest', async (request, reply) => {
    request.nonce = newToken(12)
    if (request.protocol === 'https') reply.headers(httpsOnly)
    reply.headers({
      // Nothing is kept on the way unless its route says so.
      'cache-control': 'no-store',
      'content-security-policy': `default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'nonce-${request.nonce}'; script-src 'self' 'nonce-${request.nonce}'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'`,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'permissions-policy': 'camera=(self), geolocation=(self), microphone=()',
      'cross-origin-opener-policy': 'same-origin',
    })
  })
}
