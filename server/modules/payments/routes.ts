import Type from 'typebox'
import { requireDuty } from '../../kernel/actor.ts'
import type { App, Routes } from '../../kernel/http.ts'
import { requireStore } from '../stores/index.ts'
import { requirePayment } from './payments-of.ts'
import { callbackUrl } from './sandbox-delivery.ts'
import { sandboxRoutes } from './sandbox-routes.ts'
import { usePayments } from './settings.ts'
import { Channel, Payment, Statement } from './shapes.ts'
import { startPayment } from './start-payment.ts'
import { statementOf } from './statement.ts'
import { statementCsv } from './statement-csv.ts'
import { takeMessage } from './take-message.ts'

const IntentParams = Type.Object({ intentId: Type.String({ format: 'uuid' }) })
const StoreParams = Type.Object({ id: Type.String({ format: 'uuid' }) })
const MonthQuery = Type.Object({ month: Type.String({ pattern: '^20[0-9]{2}-(0[1-9]|1[0-2])$' }) })
const sellers = ['merchant_owner', 'store_owner', 'store_staff'] as const

export const routes: Routes = async (app) => {
  const { sandbox } = usePayments(app.settings)
  payRoutes(app)
  statementRoutes(app)
  await app.register(callbackRoutes)
  if (sandbox) await app.register(sandboxRoutes)
}

function payRoutes(app: App): void {
  app.get(
    '/api/payments/:intentId',
    {
      config: { who: 'buyer', face: 'market' },
      schema: {
        tags: ['payments'],
        summary: 'One payment and its state',
        params: IntentParams,
        response: { 200: Payment },
      },
    },
    (request) => requirePayment(app.db, request.params.intentId),
  )
  app.post(
    '/api/payments/:intentId/start',
    {
      config: { who: 'buyer', face: 'market' },
      schema: {
        tags: ['payments'],
        summary: 'Where to go to pay; another channel may be chosen. The address may be a path on this server',
        params: IntentParams,
        querystring: Type.Object({ channel: Type.Optional(Channel) }),
        response: { 200: Type.Object({ redirectUrl: Type.String() }) },
      },
    },
    (request) =>
      startPayment(app.db, request.params.intentId, { notifyUrl: callbackUrl(app), channel: request.query.channel }),
  )
}

function statementRoutes(app: App): void {
  const config = { who: sellers, face: 'market' } as const
  app.get(
    '/api/stores/:id/statement',
    {
      config,
      schema: {
        tags: ['payments'],
        summary: 'What a store earned in a month: gross, freight, refunds, fee, net',
        params: StoreParams,
        querystring: MonthQuery,
        response: { 200: Statement },
      },
    },
    async (request) => {
      const { id: storeId, merchantId } = await requireStore(app.db, request.params.id)
      requireDuty(request.actor, sellers, { storeId, merchantId })
      return statementOf(app.db, storeId, request.query.month)
    },
  )
  app.get(
    '/api/stores/:id/statement.csv',
    {
      config,
      schema: {
        tags: ['payments'],
        summary: 'The same for a spreadsheet',
        params: StoreParams,
        querystring: MonthQuery,
      },
    },
    async (request, reply) => {
      const { id: storeId, merchantId, isSample } = await requireStore(app.db, request.params.id)
      requireDuty(request.actor, sellers, { storeId, merchantId })
      const statement = await statementOf(app.db, storeId, request.query.month)
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="statement-${statement.month}.csv"`)
        .send(statementCsv(request.say, statement, isSample))
    },
  )
}

/** Providers sign the body as it is, byte for byte, so here it stays text. */
const callbackRoutes: Routes = async (app) => {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body))
  app.post(
    '/api/payments/callbacks/:provider',
    {
      config: { who: 'anyone', face: 'market' },
      schema: {
        tags: ['payments'],
        summary: 'Signed messages of payment providers',
        params: Type.Object({ provider: Type.String({ maxLength: 20 }) }),
      },
    },
    async (request) => {
      const body = typeof request.body === 'string' ? request.body : ''
      await takeMessage(app.db, request.params.provider, { headers: request.headers, body })
      return { ok: true }
    },
  )
}
