import type { FastifyReply } from 'fastify'
import Type from 'typebox'
import type { Routes } from '../../server/kernel/http.ts'
import {
  askCode,
  carryCookies,
  eraseAccount,
  headersFor,
  myData,
  Phone,
  sandboxTexts,
  sessionCookie,
  signInByPhone,
  signOut,
} from '../../server/modules/accounts/index.ts'
import { paths } from '../paths.ts'
import { countBasket } from './basket-cookie.ts'
import { insideOnly } from './inside-only.ts'
import { AccountPage, ErasedPage, SignInPage } from './pages/account.tsx'
import { sendPage } from './send-page.ts'

const anyone = { who: 'anyone', face: 'market' } as const
const mine = { who: 'signed_in', face: 'market' } as const
const hide = { hide: true }
const Next = Type.Optional(Type.String({ maxLength: 200 }))

/** Signing in by phone, and what a person sees and decides about themselves, without script. */
export const accountPages: Routes = async (app) => {
  app.get(
    '/sign-in',
    { config: anyone, schema: { ...hide, querystring: Type.Object({ next: Next }) } },
    (request, reply) => sendPage(reply, <SignInPage request={request} next={request.query.next} />),
  )
  app.post(
    '/sign-in/code',
    { config: anyone, schema: { ...hide, body: Type.Object({ phone: Phone, next: Next }) } },
    async (request, reply) => {
      const { phone, next } = request.body
      await askCode(app.db, app.settings, { phone, ip: request.ip })
      // The sandbox sends no texts: what would have been sent is shown, and marked as such.
      const [text] = app.settings.sandbox ? await sandboxTexts(app.db, phone) : []
      return sendPage(reply, <SignInPage request={request} next={next} phone={phone} sandboxText={text?.text} />)
    },
  )
  app.post(
    '/sign-in',
    {
      config: anyone,
      schema: {
        ...hide,
        body: Type.Object({ phone: Phone, code: Type.String({ pattern: '^[0-9]{6}$' }), next: Next }),
      },
    },
    async (request, reply) => {
      const { phone, code, next } = request.body
      const { cookies } = await signInByPhone(app, { phone, code, ip: request.ip })
      carryCookies(request, reply, cookies)
      return reply.redirect(insideOnly(next) ?? paths.account(), 303)
    },
  )
  app.get('/account', { config: anyone, schema: hide }, async (request, reply) => {
    if (!request.actor.accountId) return reply.redirect(paths.signIn(paths.account()), 303)
    return sendPage(reply, <AccountPage request={request} data={await myData(app.db, request.actor)} />)
  })
  app.post('/account/sign-out', { config: anyone, schema: hide }, async (request, reply) => {
    carryCookies(request, reply, await signOut(app, headersFor(request)))
    // The basket stays with the account.
    countBasket(request, reply, { stores: [] })
    return reply.redirect(paths.home(), 303)
  })
  app.get('/account/data.json', { config: mine, schema: hide }, async (request, reply) =>
    asFile(reply).send(JSON.stringify(await myData(app.db, request.actor), null, 2)),
  )
  app.post(
    '/account/erase',
    { config: mine, schema: { ...hide, body: Type.Object({ sure: Type.Literal('yes') }) } },
    async (request, reply) => {
      await app.transact((tx) => eraseAccount(tx, request.actor))
      countBasket(request, reply, { stores: [] })
      return reply.clearCookie(sessionCookie, { path: '/' }).redirect(paths.erased(), 303)
    },
  )
  app.get('/account/erased', { config: anyone, schema: hide }, (request, reply) =>
    sendPage(reply, <ErasedPage request={request} />),
  )
}

const asFile = (reply: FastifyReply) =>
  reply
    .type('application/json; charset=utf-8')
    .header('content-disposition', 'attachment; filename="yicun-my-data.json"')
    .header('cache-control', 'no-store')
