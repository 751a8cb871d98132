import type { Duplex } from 'node:stream'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { type Key, translate } from '../../web/words/words.ts'
import { isOutOfReach } from './db.ts'
import { badAddress, badInput, notFound, outOfReach, Refusal } from './errors.ts'
import type { App } from './http.ts'
import { languageOf, sayRefusal } from './i18n.ts'

export interface ErrorAnswer {
  error: { code: string; message: string; field?: string }
}

/** Draws a page for an error when a person's browser asked for one; set by the face that has pages. */
export type ErrorPage = (request: FastifyRequest, status: number, answer: ErrorAnswer) => string | undefined
const pages = new WeakMap<object, ErrorPage>()

/** Lets a face answer errors with a page of its own. */
export function drawErrors(app: App, page: ErrorPage): void {
  pages.set(app.server, page)
}

/** One format for every error: a code for programs, a message in the reader's language, the field to mend. */
export function answerErrors(app: App): void {
  app.setErrorHandler((error: FastifyError | Refusal, request, reply) => {
    const said =
      error instanceof Refusal ? error : brokenOff(request) ? badInput({ detail: 'HTTP' }) : refusalFor(error)
    const refused = said?.status === badInput.status && opensPage(app, request) ? notFound({ what: 'route' }) : said
    if (refused?.code === 'kernel.out_of_reach')
      request.log.warn(
        { err: error, route: request.routeOptions.url },
        'the database is out of reach, or others came first',
      )
    if (!refused) {
      request.log.error({ err: error, route: request.routeOptions.url }, 'a request failed')
      return send(app, request, reply, 500, {
        error: { code: 'kernel.broken', message: inWords(request, 'kernel.broken') },
      })
    }
    if (refused.status === 503 || refused.status === 429)
      reply.header('retry-after', String(refused.params.seconds ?? 1))
    const message = sayRefusal(refused, languageFor(request))
    return send(app, request, reply, refused.status, { error: { code: refused.code, message, field: refused.field } })
  })
  app.setNotFoundHandler({}, (request, reply) => {
    const refused = notFound({ what: 'route' })
    return send(app, request, reply, 404, {
      error: { code: refused.code, message: sayRefusal(refused, languageFor(request)) },
    })
  })
}

/** What never reaches a route, such as an address that is too long: the same format, for Fastify's constructor. */
export function answerUnreadable(_: FastifyError, request: FastifyRequest, reply: FastifyReply) {
  const refused = notFound({ what: 'route' })
  const message = sayRefusal(refused, languageOf(undefined, request.headers['accept-language']))
  const answer: ErrorAnswer = { error: { code: refused.code, message } }
  return reply.code(refused.status).headers(alone).type(json).serializer(JSON.stringify).send(answer)
}

/** What is not even HTTP, or has too long a head: an answer if the line still stands, and the end of the connection. */
export function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const [status, reason] = reasons[error.code ?? ''] ?? [400, 'Bad Request']
  const message = sayRefusal(badInput({ detail: 'HTTP' }), 'zh')
  const body = JSON.stringify({ error: { code: badInput.code, message } } satisfies ErrorAnswer)
  const headers = { 'content-type': json, 'content-length': Buffer.byteLength(body), connection: 'close', ...alone }
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  socket.end(`${[`HTTP/1.1 ${status} ${reason}`, ...head].join('\r\n')}\r\n\r\n${body}`)
}

const reasons: Record<string, [number, string]> = {
  HPE_HEADER_OVERFLOW: [431, 'Request Header Fields Too Large'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'Request Timeout'],
}

const json = 'application/json; charset=utf-8'
/** For answers that are given before the guards' hook could set its own. */
const alone = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
}

function send(app: App, request: FastifyRequest, reply: FastifyReply, status: number, answer: ErrorAnswer) {
  const page = wantsPage(request) ? pages.get(app.server)?.(request, status, answer) : undefined
  return page
    ? reply.code(status).type('text/html; charset=utf-8').send(page)
    : reply.code(status).type(json).serializer(JSON.stringify).send(answer)
}

const wantsPage = (request: FastifyRequest) => Boolean(request.headers.accept?.includes('text/html'))

/** Whoever opens a page has given its address and nothing else: one that cannot be is an address of nothing. */
function opensPage(app: App, request: FastifyRequest): boolean {
  return request.method === 'GET' && wantsPage(request) && pages.has(app.server)
}

/** Whoever goes away while he sends breaks a line, too, but not the one to the database. */
const brokenOff = ({ raw }: FastifyRequest) => raw.destroyed && !raw.complete

// What Fastify and PostgreSQL say about bad input, as our own refusals; anything else is our fault.
function refusalFor(error: FastifyError): Refusal | undefined {
  if (error.validation) {
    const [first] = error.validation
    const extra = first?.keyword === 'additionalProperties' ? `/${String(first.params.additionalProperty)}` : ''
    const missing = first?.keyword === 'required' ? `/${String(first.params.missingProperty)}` : ''
    const field = `${first?.instancePath ?? ''}${extra}${missing}`.slice(1).replaceAll('/', '.')
    // Whoever follows a link has filled nothing in.
    if (error.validationContext === 'params') return badAddress(undefined, field || undefined)
    return badInput(
      { detail: `${field || error.validationContext} ${first?.message ?? ''}`.trim() },
      field || undefined,
    )
  }
  if (isOutOfReach(error)) return outOfReach()
  // 22xxx: a value PostgreSQL cannot take (a NUL byte, a number out of range, a malformed uuid).
  if (typeof error.code === 'string' && /^22[0-9A-Z]{3}$/.test(error.code)) return badInput({ detail: 'value' })
  const status = error.statusCode ?? 500
  if (status >= 400 && status < 500)
    return new Refusal('kernel.bad_input', status, error.message, { detail: error.message }, undefined)
  return undefined
}

function languageFor(request: FastifyRequest) {
  return request.actor?.language ?? 'zh'
}

function inWords(request: FastifyRequest, key: Key): string {
  return translate(languageFor(request), key)
}
