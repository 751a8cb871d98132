import { existsSync, readFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { FastifyReply, FastifyRequest } from 'fastify'
import Type from 'typebox'
import { paths } from '../../web/office/paths.ts'
import { root } from '../kernel/config.ts'
import { notFound } from '../kernel/errors.ts'
import type { Routes } from '../kernel/http.ts'
import { drawErrors } from '../kernel/http-errors.ts'

const folder = join(root, 'dist/office')
const config = { who: 'anyone', face: 'office' } as const
const schema = { hide: true }
const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}
// Names carry the hash of what is inside, so a file under this name never changes.
const forever = 'public, max-age=31536000, immutable'

/** The office's pages: one HTML for every address in paths.ts, and the files it asks for. */
export const officePages: Routes = async (app) => {
  const files = existsSync(folder) ? new Set(await readdir(folder)) : new Set<string>()
  let html: string | undefined
  function draw(request: FastifyRequest): string {
    html ??= readFileSync(join(folder, 'index.html'), 'utf8')
    return html.replaceAll('__NONCE__', request.nonce)
  }
  function page(request: FastifyRequest, reply: FastifyReply) {
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(draw(request))
  }
  // An address of nothing shows the page as well: it says so, and leads back.
  drawErrors(app, (request, status) => (status === 404 && files.has('index.html') ? draw(request) : undefined))
  for (const path of Object.values(paths)) app.get(path, { config, schema }, page)

  const bodies = new Map<string, Promise<Buffer>>()
  app.get(
    '/assets/office/:file',
    { config, schema: { ...schema, params: Type.Object({ file: Type.String({ maxLength: 200 }) }) } },
    async (request, reply) => {
      const { file } = request.params
      const type = types[extname(file)]
      // Only what the build made: the set of names leaves no way to any other file.
      if (!files.has(file) || !type) throw notFound({ what: 'file' })
      const encoding = bestEncoding(request.headers['accept-encoding'], (ending) => files.has(`${file}${ending}`))
      const name = `${file}${encoding ? endings[encoding] : ''}`
      const body = bodies.get(name) ?? readFile(join(folder, name))
      bodies.set(name, body)
      if (encoding) reply.header('content-encoding', encoding)
      return reply
        .type(type)
        .header('cache-control', forever)
        .header('vary', 'accept-encoding')
        .send(await body)
    },
  )
}

const endings = { br: '.br', gzip: '.gz' } as const

function bestEncoding(accepted: string | string[] | undefined, has: (ending: string) => boolean) {
  const wanted = String(accepted ?? '')
  return (['br', 'gzip'] as const).find((encoding) => wanted.includes(encoding) && has(endings[encoding]))
}
