import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Basket } from '../../server/modules/orders/index.ts'

/** Tells every page how many packages lie in the basket, without a question to the database on each. */
export function countBasket(request: FastifyRequest, reply: FastifyReply, { stores }: Pick<Basket, 'stores'>): void {
  const count = stores.flatMap(({ lines }) => lines).reduce((sum, { quantity }) => sum + quantity, 0)
  // The page about to be drawn reads it already.
  request.cookies.basket = String(count)
  const options = { path: '/', sameSite: 'lax', httpOnly: true, secure: request.protocol === 'https' } as const
  if (count === 0) reply.clearCookie('basket', options)
  else reply.setCookie('basket', String(count), { ...options, maxAge: 90 * 86_400 })
}
