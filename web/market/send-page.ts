import type { FastifyReply } from 'fastify'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'

/** Sends a page as plain HTML: a buyer on a slow phone can read and order before any script arrives. */
export function sendPage(reply: FastifyReply, page: VNode, status = 200): FastifyReply {
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .header('cache-control', 'private, no-cache')
    .send(drawPage(page))
}

export function drawPage(page: VNode): string {
  return `<!doctype html>${renderToString(page)}`
}
