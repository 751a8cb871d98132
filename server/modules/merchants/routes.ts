import { requireDuty } from '../../kernel/actor.ts'
import type { Routes } from '../../kernel/http.ts'
import { InvitedShape, textInvitation } from '../accounts/index.ts'
import { correctMerchant } from './correct-merchant.ts'
import { entrustMerchant } from './entrust-merchant.ts'
import { inviteMissingOwner, inviteOwner } from './invite-owner.ts'
import { asSeenBy, maySee, merchantsOf, merchantsOwnedBy, requireMerchant } from './read-merchants.ts'
import { unknownMerchant } from './refusals.ts'
import { registerMerchant } from './register-merchant.ts'
import {
  CorrectMerchant,
  EntrustMerchant,
  GivenDuty,
  ListMerchants,
  Merchant,
  MerchantId,
  MerchantPage,
  Reason,
  RegisterMerchant,
} from './shapes.ts'
import { returnMerchant, suspendMerchant, verifyMerchant } from './verify-merchant.ts'

const tags = ['merchants']

export const routes: Routes = async (app) => {
  app.post(
    '/api/merchants',
    {
      config: { who: 'signed_in' },
      schema: { tags, summary: 'Register who sells', body: RegisterMerchant, response: { 201: Merchant } },
    },
    async (request, reply) => {
      const merchant = await app.transact((tx) => registerMerchant(tx, request.actor, request.body))
      // The owner's duty is new in this very transaction, so the actor does not carry it yet.
      return reply.code(201).send(request.body.onBehalf ? asSeenBy(request.actor, merchant) : merchant)
    },
  )
  app.get(
    '/api/merchants',
    {
      config: { who: ['officer', 'auditor', 'station_operator'] },
      schema: {
        tags,
        summary: 'Merchants inside a division',
        querystring: ListMerchants,
        response: { 200: MerchantPage },
      },
    },
    async (request) => {
      const { division, ...page } = request.query
      requireDuty(request.actor, ['officer', 'auditor', 'station_operator'], { divisionCode: division })
      const { items, next } = await merchantsOf(app.db, division, page)
      return { items: items.map((merchant) => asSeenBy(request.actor, merchant)), next }
    },
  )
  app.get(
    '/api/merchants/mine',
    {
      config: { who: 'signed_in' },
      schema: { tags, summary: 'The merchants that I own', response: { 200: MerchantPage } },
    },
    async (request) => ({ items: await merchantsOwnedBy(app.db, request.actor) }),
  )
  app.get(
    '/api/merchants/:id',
    {
      config: { who: 'signed_in' },
      schema: { tags, summary: 'One merchant', params: MerchantId, response: { 200: Merchant } },
    },
    async (request) => {
      const merchant = await requireMerchant(app.db, request.params.id)
      // Whether it exists is nobody else's business either.
      if (!maySee(request.actor, merchant)) throw unknownMerchant()
      return asSeenBy(request.actor, merchant)
    },
  )
  app.put(
    '/api/merchants/:id',
    {
      config: { who: 'signed_in' },
      schema: {
        tags,
        summary: 'Correct and submit again',
        params: MerchantId,
        body: CorrectMerchant,
        response: { 200: Merchant },
      },
    },
    async (request) => {
      const merchant = await app.transact((tx) => correctMerchant(tx, request.actor, request.params.id, request.body))
      return asSeenBy(request.actor, merchant)
    },
  )
  app.post(
    '/api/merchants/:id/owners',
    {
      config: { who: ['merchant_owner', 'officer'] },
      schema: {
        tags,
        summary: 'Make a person owner',
        params: MerchantId,
        body: EntrustMerchant,
        response: { 201: GivenDuty },
      },
    },
    async (request, reply) => {
      const { accountId } = request.body
      const given = await app.transact((tx) => entrustMerchant(tx, request.actor, request.params.id, accountId))
      return reply.code(201).send(given)
    },
  )
  app.post(
    '/api/merchants/:id/verify',
    {
      config: { who: ['officer'], face: 'office' },
      schema: { tags, summary: 'The county verifies', params: MerchantId, response: { 200: Merchant } },
    },
    async (request) => {
      const { merchant, invited } = await app.transact(async (tx) => {
        const verified = await verifyMerchant(tx, request.actor, request.params.id)
        return { merchant: verified, invited: await inviteMissingOwner(tx, request.actor, verified) }
      })
      if (invited) await textInvitation(app, invited.phone, invited.invitation)
      return asSeenBy(request.actor, merchant)
    },
  )
  app.post(
    '/api/merchants/:id/invite-owner',
    {
      config: { who: ['officer'], face: 'office' },
      schema: {
        tags,
        summary: 'The county invites the contact of a verified merchant to be its owner, by a text to their phone',
        params: MerchantId,
        response: { 201: InvitedShape },
      },
    },
    async (request, reply) => {
      const invited = await app.transact((tx) => inviteOwner(tx, request.actor, request.params.id))
      await textInvitation(app, invited.phone, invited.invitation)
      return reply.code(201).send(invited.invitation)
    },
  )
  for (const [step, run] of [
    ['return', returnMerchant],
    ['suspend', suspendMerchant],
  ] as const) {
    app.post(
      `/api/merchants/:id/${step}`,
      {
        config: { who: ['officer'], face: 'office' },
        schema: {
          tags,
          summary: `The county ${step}s, with a reason`,
          params: MerchantId,
          body: Reason,
          response: { 200: Merchant },
        },
      },
      async (request) =>
        asSeenBy(
          request.actor,
          await app.transact((tx) => run(tx, request.actor, request.params.id, request.body.reason)),
        ),
    )
  }
}
