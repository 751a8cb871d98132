import Type from 'typebox'
import { requireAccount } from '../../kernel/actor.ts'
import type { Routes } from '../../kernel/http.ts'
import { sessionCookie } from './carry-cookies.ts'
import { consentsOf, giveConsent, withdrawConsent } from './consents.ts'
import { eraseAccount } from './erase-account.ts'
import { meOf } from './me.ts'
import { myData } from './my-data.ts'
import { ConsentKind, Consents, GiveConsent, Me, MyData } from './shapes.ts'

const mine = { who: 'signed_in' } as const
const tags = ['accounts']

/** What a person sees and decides about themselves. */
export const meRoutes: Routes = async (app) => {
  app.get(
    '/api/me',
    {
      config: { who: 'anyone' },
      schema: { tags, summary: 'Who I am and what I am entrusted with', response: { 200: Me } },
    },
    (request) => meOf(app.db, request.actor),
  )
  app.get(
    '/api/me/data',
    { config: mine, schema: { tags, summary: 'All this room keeps about me', response: { 200: MyData } } },
    (request) => myData(app.db, request.actor),
  )
  app.post(
    '/api/me/erasure',
    { config: mine, schema: { tags, summary: 'Erase my account', response: { 204: Type.Null() } } },
    async (request, reply) => {
      await app.transact((tx) => eraseAccount(tx, request.actor))
      return reply.clearCookie(sessionCookie, { path: '/' }).code(204).send(null)
    },
  )
  app.get(
    '/api/me/consents',
    { config: mine, schema: { tags, summary: 'What I agreed to', response: { 200: Consents } } },
    (request) => consentsOf(app.db, requireAccount(request.actor)),
  )
  app.post(
    '/api/me/consents',
    { config: mine, schema: { tags, summary: 'Agree', body: GiveConsent, response: { 204: Type.Null() } } },
    async (request, reply) => {
      await app.transact((tx) => giveConsent(tx, request.actor, request.body.kind))
      return reply.code(204).send(null)
    },
  )
  app.post(
    '/api/me/consents/:kind/withdraw',
    {
      config: mine,
      schema: {
        tags,
        summary: 'Take a consent back',
        params: Type.Object({ kind: ConsentKind }),
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await app.transact((tx) => withdrawConsent(tx, request.actor, request.params.kind))
      return reply.code(204).send(null)
    },
  )
}
