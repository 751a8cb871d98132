import type { FastifyRequest } from 'fastify'
import Type from 'typebox'
import type { Routes } from '../../kernel/http.ts'
import { payLinkExpired, payLinkInvalid } from './refusals.ts'
import { isOurLink, PayLink } from './sandbox.ts'
import { decideCharge } from './sandbox-books.ts'
import { deliver, posterOf } from './sandbox-delivery.ts'
import { sandboxPage } from './sandbox-page.ts'

const Params = Type.Object({ reference: Type.String({ format: 'uuid' }) })
const config = { who: 'anyone', face: 'market' } as const

/** The sandbox provider's own pages, where a buyer of a real provider would be on the provider's site. */
export const sandboxRoutes: Routes = async (app) => {
  app.get(
    '/sandbox/pay/:reference',
    {
      config,
      schema: { tags: ['sandbox'], summary: 'Where play money is paid', params: Params, querystring: PayLink },
    },
    (request, reply) => {
      requireLink(request.params.reference, request.query)
      const page = sandboxPage(request.say, request.actor.language, request.nonce, request.url, request.query)
      return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(page)
    },
  )
  app.post(
    '/sandbox/pay/:reference',
    {
      config,
      schema: {
        tags: ['sandbox'],
        summary: 'Pay, give up, or decide later; then the callback is sent and the buyer goes back to the shop',
        consumes: ['application/x-www-form-urlencoded'],
        params: Params,
        querystring: PayLink,
        body: Type.Object({ action: Type.Enum(['pay', 'cancel', 'later']) }, { additionalProperties: false }),
      },
    },
    async (request, reply) => {
      const { amount, notify: notifyUrl, back } = requireLink(request.params.reference, request.query)
      const { action } = request.body
      if (action !== 'later') {
        const state = action === 'pay' ? 'paid' : 'cancelled'
        const charge = await decideCharge(app.db, { reference: request.params.reference, amount, state, notifyUrl })
        await deliver(app.db, charge, posterOf(app))
      }
      return reply.redirect(back, 303)
    },
  )
}

function requireLink(reference: FastifyRequest['id'], link: PayLink): PayLink {
  if (!isOurLink(reference, link)) throw payLinkInvalid()
  if (link.expires < Date.now()) throw payLinkExpired()
  return link
}
