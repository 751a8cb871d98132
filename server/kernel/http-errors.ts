import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { type Key, translate } from '../../web/words/words.ts'
import { badInput, notFound, Refusal } from './errors.ts'
import type { App } from './http.ts'
import { sayRefusal } from './i18n.ts'

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
    const refused = error instanceof Refusal ? error : refusalFor(error)
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

function send(app: App, request: FastifyRequest, reply: FastifyReply, status: number, answer: ErrorAnswer) {
  const page = request.headers.accept?.includes('text/html')
    ? pages.get(app.server)?.(request, status, answer)
    : undefined
  return page
    ? reply.code(status).type('text/html; charset=utf-8').send(page)
    : reply.code(status).type('application/json; charset=utf-8').serializer(JSON.stringify).send(answer)
}

// What Fastify and PostgreSQL say about bad input, as our own refusals; anything else is our fault.
function refusalFor(error: FastifyError): Refusal | undefined {
  if (error.validation) {
    const [first] = error.validation
    const extra = first?.keyword === 'additionalProperties' ? `/${String(first.params.additionalProperty)}` : ''
    const missing = first?.keyword === 'required' ? `/${String(first.params.missingProperty)}` : ''
    const field = `${first?.instancePath ?? ''}${extra}${missing}`.slice(1).replaceAll('/', '.')
    return badInput(
      { detail: `${field || error.validationContext} ${first?.message ?? ''}`.trim() },
      field || undefined,
    )
  }
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
