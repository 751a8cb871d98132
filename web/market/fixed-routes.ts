import { join } from 'node:path'
import serveStatic from '@fastify/static'
import Type from 'typebox'
import { root } from '../../server/kernel/config.ts'
import { notFound } from '../../server/kernel/errors.ts'
import type { Routes } from '../../server/kernel/http.ts'
import { recently } from '../../server/kernel/recent.ts'
import { offerDetail } from '../../server/modules/stores/index.ts'
import { formFor } from '../ui/picture/choose-form.ts'
import { drawPicture } from '../ui/picture/draw.ts'
import { insideOnly } from './inside-only.ts'

const config = { who: 'anyone', face: 'market' } as const
const hide = { hide: true }
const year = 31_536_000
const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><path fill="#2f6b3a" d="M4 6l28-2 28 3-2 27 2 26-29-2-27 2 2-28z"/><path fill="none" stroke="#fbf9f4" stroke-width="5" stroke-linecap="round" d="M12 32q20-5 40 0"/></svg>'

/** Pictures, icons, styles, and the two choices a reader makes for every page. */
export const fixedPages: Routes = async (app) => {
  await app.register(pictures)
  app.get('/icon.svg', { config, schema: hide }, async (_request, reply) => reply.type('image/svg+xml').send(icon))
  // Pages that name no icon, the sandbox's among them, make browsers ask for this one.
  app.get('/favicon.ico', { config, schema: hide }, (_request, reply) => reply.redirect('/icon.svg', 302))
  const Next = Type.Optional(Type.String({ maxLength: 500 }))
  app.get(
    '/language',
    { config, schema: { ...hide, querystring: Type.Object({ to: Type.Enum(['zh', 'en']), next: Next }) } },
    async (request, reply) => {
      const { to, next } = request.query
      reply.setCookie('lang', to, { path: '/', sameSite: 'lax', maxAge: year })
      return reply.redirect(insideOnly(next) ?? '/', 303)
    },
  )
  app.get(
    '/type',
    { config, schema: { ...hide, querystring: Type.Object({ to: Type.Enum(['large', 'usual']), next: Next }) } },
    async (request, reply) => {
      const { to, next } = request.query
      if (to === 'large') reply.setCookie('type', to, { path: '/', sameSite: 'lax', maxAge: year })
      else reply.clearCookie('type', { path: '/' })
      return reply.redirect(insideOnly(next) ?? '/', 303)
    },
  )
  await app.register(async (files) => {
    files.addHook('onRoute', (route) => {
      route.config = { ...config, ...route.config }
      route.schema = { ...hide, ...route.schema }
    })
    await files.register(serveStatic, {
      root: join(root, 'dist/market'),
      prefix: '/assets/',
      immutable: true,
      maxAge: '365d',
      decorateReply: false,
    })
  })
}

const pictures: Routes = async (app) => {
  app.get(
    '/pictures/:form/:code',
    {
      config,
      schema: {
        ...hide,
        params: Type.Object({ form: Type.String({ maxLength: 40 }), code: Type.String({ maxLength: 60 }) }),
        querystring: Type.Object({ n: Type.Optional(Type.String({ maxLength: 80 })) }),
      },
    },
    async (request, reply) => {
      const { form, code } = request.params
      if (!code.endsWith('.svg')) throw notFound({ what: 'picture' })
      return reply
        .type('image/svg+xml')
        .header('cache-control', `public, max-age=${year}, immutable`)
        .send(drawPicture({ form: formFor(form, request.query.n ?? ''), code: code.slice(0, -4) }))
    },
  )
  // Turning a drawing into points takes a core some 50 ms: only what is on sale is drawn, one at a time, and kept a while.
  const kept = recently<Buffer>({ ms: 3600_000, entries: 200 })
  let last: Promise<unknown> = Promise.resolve()
  app.get(
    '/pictures/products/:productId.png',
    { config, schema: { ...hide, params: Type.Object({ productId: Type.String({ format: 'uuid' }) }) } },
    async (request, reply) => {
      const { productId } = request.params
      const picture = await kept(productId, async () => {
        const { form, name } = await offerDetail(app.db, productId)
        const drawn = last.then(() =>
          drawPoints(drawPicture({ form: formFor(form, name), code: productId, size: 800 })),
        )
        last = drawn.catch(() => {})
        return drawn
      })
      return reply.type('image/png').header('cache-control', 'public, max-age=86400').send(picture)
    },
  )
}

async function drawPoints(svg: string): Promise<Buffer> {
  // Loaded at the first use: few processes are ever asked for one.
  const { default: sharp } = await import('sharp')
  return sharp(Buffer.from(svg)).resize(800, 800).png({ palette: true, colours: 64, effort: 4 }).toBuffer()
}
