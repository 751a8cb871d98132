import { createHmac } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { cookiePrefix } from './identity.ts'
import { keyFor, same } from './secrets.ts'

export const sessionCookie = `${cookiePrefix}.session_token`

/** The session token in a request's cookie; undefined when there is none or its signature is not ours. */
export function sessionTokenOf(request: FastifyRequest, secret: string): string | undefined {
  const signed = request.cookies[sessionCookie]
  if (!signed || signed.length > 200) return undefined
  const dot = signed.lastIndexOf('.')
  const token = signed.slice(0, dot)
  const signature = createHmac('sha256', keyFor('identity', secret)).update(token).digest('base64')
  return dot > 0 && same(signed.slice(dot + 1), signature) ? token : undefined
}

/** What the identity library may know of a request: its cookies, nothing that identifies the device. */
export function headersFor(request: FastifyRequest): Headers {
  return new Headers({ cookie: request.headers.cookie ?? '' })
}

/** Hands the library's cookies on to the browser: httpOnly and SameSite=Lax as they come, Secure where we are on https. */
export function carryCookies(request: FastifyRequest, reply: FastifyReply, headers: Headers): void {
  for (const line of headers.getSetCookie()) {
    reply.header('set-cookie', request.protocol === 'https' && !/;\s*secure/i.test(line) ? `${line}; Secure` : line)
  }
}
