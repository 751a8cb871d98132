import { existsSync } from 'node:fs'
import { join } from 'node:path'
import serveStatic from '@fastify/static'
import Type from 'typebox'
import { root } from '../kernel/config.ts'
import type { Routes } from '../kernel/http.ts'

const folder = join(root, 'dist/workbench')

/** The phone app's files. Hashed names never change; the page and the service worker are asked for anew each time. */
export const workbenchPages: Routes = async (app) => {
  if (!existsSync(folder)) return
  app.addHook('onRoute', (route) => {
    route.config = { who: 'anyone', face: 'market', ...route.config }
    route.schema = { hide: true, ...route.schema }
  })
  await app.register(serveStatic, {
    root: folder,
    prefix: '/workbench/',
    redirect: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply.setHeader('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  const config = { config: { who: 'anyone', face: 'market' }, schema: { hide: true } } as const
  // One address to the router, two to the browser: only below the slash does the app work without a network.
  app.get('/workbench', config, (request, reply) =>
    /^\/workbench\/(\?|$)/.test(request.url) ? reply.sendFile('index.html') : reply.redirect('/workbench/', 302),
  )
  // Where texts lead that invite to a duty.
  app.get(
    '/invitations/:token',
    { ...config, schema: { hide: true, params: Type.Object({ token: Type.String({ pattern: '^[\\w-]{20,64}$' }) }) } },
    (request, reply) => reply.redirect(`/workbench/#invitation/${(request.params as { token: string }).token}`, 302),
  )
  // Where messages to sellers lead.
  app.get('/workbench/orders', config, (_request, reply) => reply.redirect('/workbench/#todo', 302))
}
