import type { FastifyReply, FastifyRequest } from 'fastify'
import Type from 'typebox'
import { requireAccount } from '../../kernel/actor.ts'
import { notFound } from '../../kernel/errors.ts'
import type { Routes } from '../../kernel/http.ts'
import { askCode } from './ask-code.ts'
import { carryCookies, headersFor } from './carry-cookies.ts'
import { sandboxTexts, sandboxTotp } from './sandbox.ts'
import { AskCode, BackupCode, Enrol, Enrolled, Next, OfficerSignIn, Phone, PhoneSignIn, TotpCode } from './shapes.ts'
import {
  enrol,
  type Step,
  signInByBackupCode,
  signInByPassword,
  signInByPhone,
  signInByTotp,
  signOut,
} from './sign-in.ts'

const anyone = { who: 'anyone' } as const
const tags = ['accounts']

/** Signing in and out, by phone for people, by password and second factor for officers. */
export const signInRoutes: Routes = async (app) => {
  app.post(
    '/api/auth/phone/code',
    {
      config: anyone,
      schema: { tags, summary: 'Send a one-time code to a phone', body: AskCode, response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      await askCode(app.db, app.settings, { phone: request.body.phone, ip: request.ip })
      return reply.code(204).send(null)
    },
  )
  app.post(
    '/api/auth/phone/verify',
    {
      config: anyone,
      schema: { tags, summary: 'Sign in with the code; makes the account', body: PhoneSignIn, response: { 200: Next } },
    },
    async (request, reply) => take(request, reply, await signInByPhone(app, { ...request.body, ip: request.ip })),
  )
  app.post(
    '/api/auth/officer/sign-in',
    {
      config: anyone,
      schema: {
        tags,
        summary: 'Officers: name and password, first half',
        body: OfficerSignIn,
        response: { 200: Next },
      },
    },
    async (request, reply) => take(request, reply, await signInByPassword(app, { ...request.body, ip: request.ip })),
  )
  app.post(
    '/api/auth/officer/enrol',
    {
      config: { who: 'signed_in' },
      schema: { tags, summary: 'Officers: set up the second factor', body: Enrol, response: { 200: Enrolled } },
    },
    (request) => enrol(app, headersFor(request), { ...request.body, accountId: requireAccount(request.actor) }),
  )
  app.post(
    '/api/auth/officer/totp',
    {
      config: anyone,
      schema: { tags, summary: 'Officers: code of the app, second half', body: TotpCode, response: { 200: Next } },
    },
    async (request, reply) =>
      take(request, reply, await signInByTotp(app, headersFor(request), { ...request.body, ip: request.ip })),
  )
  app.post(
    '/api/auth/officer/backup-code',
    {
      config: anyone,
      schema: { tags, summary: 'Officers: a kept code instead of the app', body: BackupCode, response: { 200: Next } },
    },
    async (request, reply) =>
      take(request, reply, await signInByBackupCode(app, headersFor(request), { ...request.body, ip: request.ip })),
  )
  app.post(
    '/api/auth/sign-out',
    { config: anyone, schema: { tags, summary: 'End this session at once', response: { 204: Type.Null() } } },
    async (request, reply) => {
      carryCookies(request, reply, await signOut(app, headersFor(request)))
      return reply.code(204).send(null)
    },
  )
  app.get(
    '/api/sandbox/sms',
    {
      config: anyone,
      schema: {
        tags,
        summary: 'Sandbox only: the last texts to a phone',
        querystring: Type.Object({ phone: Phone }),
        response: { 200: Type.Array(Type.Object({ text: Type.String(), at: Type.String() })) },
      },
    },
    async (request) => {
      if (!app.settings.sandbox) throw notFound({ what: 'route' })
      return sandboxTexts(app.db, request.query.phone)
    },
  )
  app.get(
    '/api/sandbox/totp',
    {
      config: anyone,
      schema: {
        tags,
        summary: 'Sandbox only: the current code of a sample officer',
        querystring: Type.Object({ name: Type.String({ minLength: 1, maxLength: 60 }) }),
        response: { 200: Type.Object({ code: Type.String() }) },
      },
    },
    async (request) => {
      const code = app.settings.sandbox ? await sandboxTotp(app, request.query.name) : undefined
      if (!code) throw notFound({ what: 'account' })
      return { code }
    },
  )
}

function take<Word extends string>(request: FastifyRequest, reply: FastifyReply, { next, cookies }: Step<Word>) {
  carryCookies(request, reply, cookies)
  return { next }
}
