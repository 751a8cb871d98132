import { hash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from './actor.ts'
import { languageOf } from './i18n.ts'
import { newToken } from './ids.ts'

const guestCookie = 'guest'
const ninetyDays = 90 * 86_400

/** What a browser says about itself before anyone signs in: its language, and the guest it is when it shops. */
export function visitorOf(request: FastifyRequest, reply: FastifyReply): Pick<Actor, 'language' | 'guestId'> {
  const language = languageOf(request.cookies.lang, request.headers['accept-language'])
  const token =
    request.cookies[guestCookie] ?? (request.routeOptions.config.who === 'buyer' ? newGuest(reply, request) : undefined)
  return token && token.length <= 64 ? { language, guestId: guestIdOf(token) } : { language }
}

/** Guests are known in the database by a hash only: who reads the database cannot act for them. */
export function guestIdOf(token: string): string {
  return hash('sha256', token, 'base64url').slice(0, 32)
}

function newGuest(reply: FastifyReply, request: FastifyRequest): string {
  const token = newToken()
  reply.setCookie(guestCookie, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: request.protocol === 'https',
    maxAge: ninetyDays,
  })
  return token
}
