import Type from 'typebox'
import { requireAccount, requireDuty } from '../../kernel/actor.ts'
import { countAttempt } from '../../kernel/attempts.ts'
import { badInput } from '../../kernel/errors.ts'
import type { Routes } from '../../kernel/http.ts'
import { DivisionCode } from '../divisions/index.ts'
import { acceptInvitation, invitationOf } from './accept-invitation.ts'
import { auditTrail } from './audit-trail.ts'
import { carryCookies } from './carry-cookies.ts'
import { dutiesIn, findDuty } from './duties.ts'
import { endDuty } from './end-duty.ts'
import { giveDuty } from './give-duty.ts'
import { handOver } from './hand-over.ts'
import { invite } from './invite.ts'
import { unknownDuty } from './refusals.ts'
import { resetAccess } from './reset-access.ts'
import {
  Accepted,
  AcceptInvitation,
  AuditPage,
  DutyPage,
  GiveDuty,
  GivenDuty,
  HandedOver,
  HandOver,
  Id,
  InvitationPage,
  InvitationToken,
  Invite,
  Invited as InvitedShape,
} from './shapes.ts'
import { forgetWrongPasswords, signInByPassword } from './sign-in.ts'
import { textInvitation } from './text-invitation.ts'

const tags = ['accounts']
const limit = Type.Integer({ minimum: 1, maximum: 100, default: 50 })
const cursor = Type.Optional(Type.String({ maxLength: 200 }))
const OneDuty = Type.Object({ id: Id })

/** Entrusting, inviting, handing over, and the trail of it all. */
export const dutyRoutes: Routes = async (app) => {
  app.get(
    '/api/duties',
    {
      config: { who: 'signed_in' },
      schema: {
        tags,
        summary: 'Who holds which duty in a division, or over a merchant or store',
        querystring: Type.Object({
          division: Type.Optional(DivisionCode),
          merchant: Type.Optional(Id),
          store: Type.Optional(Id),
          cursor,
          limit,
        }),
        response: { 200: DutyPage },
      },
    },
    async (request) => {
      const { division, merchant, store, ...page } = request.query
      const scope = { divisionCode: division, merchantId: merchant, storeId: store }
      if (Object.values(scope).filter(Boolean).length !== 1)
        throw badInput({ detail: 'division / merchant / store' }, 'division')
      requireDuty(request.actor, division ? ['officer', 'auditor', 'admin'] : ['merchant_owner', 'store_owner'], scope)
      return dutiesIn(app.db, scope, page)
    },
  )
  app.post(
    '/api/duties',
    {
      config: { who: 'signed_in' },
      schema: { tags, summary: 'Entrust someone', body: GiveDuty, response: { 201: GivenDuty } },
    },
    async (request, reply) =>
      reply.code(201).send(await app.transact((tx) => giveDuty(tx, request.actor, request.body))),
  )
  app.post(
    '/api/duties/:id/end',
    {
      config: { who: 'signed_in' },
      schema: { tags, summary: 'End a duty at once', params: OneDuty, response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      await app.transact((tx) => endDuty(tx, request.actor, { dutyId: request.params.id }))
      return reply.code(204).send(null)
    },
  )
  app.post(
    '/api/duties/:id/hand-over',
    {
      config: { who: ['admin'], face: 'office' },
      schema: {
        tags,
        summary: "Hand over the whole office that this duty belongs to: all of its holder's duties in its division",
        params: OneDuty,
        body: HandOver,
        response: { 200: HandedOver },
      },
    },
    async (request) => {
      const done = await app.transact(async (tx) => {
        const duty = await findDuty(tx, request.params.id)
        if (!duty?.divisionCode) throw unknownDuty()
        const office = { fromAccountId: duty.accountId, divisionCode: duty.divisionCode }
        return handOver(tx, request.actor, { ...request.body, ...office })
      })
      if (done.invitation) await textInvitation(app, request.body.phone, done.invitation)
      return done
    },
  )
  app.post(
    '/api/duties/:id/reset-access',
    {
      config: { who: ['admin'], face: 'office' },
      schema: {
        tags,
        summary:
          "Take back the password, second factor and sessions of this duty's holder; a link lets them choose new ones",
        params: OneDuty,
        response: { 201: InvitedShape },
      },
    },
    async (request, reply) => {
      const { id: dutyId } = request.params
      return reply.code(201).send(await app.transact((tx) => resetAccess(tx, request.actor, { dutyId })))
    },
  )
  app.post(
    '/api/invitations',
    {
      config: { who: 'signed_in' },
      schema: { tags, summary: 'Invite someone to a duty', body: Invite, response: { 201: InvitedShape } },
    },
    async (request, reply) => {
      // Each invitation by phone sends a text to a number of the inviter's choice.
      await countAttempt(app.db, { what: 'invite', who: requireAccount(request.actor), atMost: 50, seconds: 86_400 })
      const invited = await app.transact((tx) => invite(tx, request.actor, request.body))
      await textInvitation(app, request.body.phone, invited)
      return reply.code(201).send(invited)
    },
  )
  app.get(
    '/api/invitations/:token',
    {
      config: { who: 'anyone' },
      schema: {
        tags,
        summary: 'What an invitation offers',
        params: InvitationToken,
        response: { 200: InvitationPage },
      },
    },
    async ({ params: { token } }) => {
      const invitation = await invitationOf(app.db, token)
      const { marketUrl, officeUrl } = app.settings
      return { ...invitation, acceptAt: `${invitation.by === 'phone' ? marketUrl : officeUrl}/invitations/${token}` }
    },
  )
  app.post(
    '/api/invitations/:token/accept',
    {
      config: { who: 'anyone' },
      schema: {
        tags,
        summary: 'Accept, once',
        params: InvitationToken,
        body: AcceptInvitation,
        response: { 200: Accepted },
      },
    },
    async (request, reply) => {
      const input = { ...request.params, ...request.body }
      const { accountId, madeUsername } = await app.transact((tx) => acceptInvitation(tx, request.actor, input))
      if (!madeUsername || !input.password) return { accountId, next: 'done' as const }
      // A new password is no guess at the old one, which may have locked the name.
      await forgetWrongPasswords(app, madeUsername)
      const step = await signInByPassword(app, { name: madeUsername, password: input.password, ip: request.ip })
      carryCookies(request, reply, step.cookies)
      return { accountId, next: step.next }
    },
  )
  app.get(
    '/api/audit',
    {
      config: { who: ['auditor', 'admin'], face: 'office' },
      schema: {
        tags,
        summary: 'The audit trail of the divisions I audit, newest first',
        querystring: Type.Object({
          division: Type.Optional(DivisionCode),
          subject: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
          cursor,
          limit,
        }),
        response: { 200: AuditPage },
      },
    },
    (request) => auditTrail(app.db, request.actor, request.query),
  )
}
