import Type from 'typebox'
import type { Key } from '../../../web/words/words.ts'
import type { Routes } from '../../kernel/http.ts'
import { DivisionCode } from '../divisions/index.ts'
import { announcementsOf, publish, requireAnnouncement } from './publish.ts'
import { markAllRead, markRead, noticesOf, unreadOf } from './read-notices.ts'
import { Announcement, AnnouncementPage, Id, NoticePage, Publish } from './shapes.ts'

const tags = ['notices']
const mine = { who: 'signed_in' } as const
const cursor = Type.Optional(Type.String({ maxLength: 200 }))
const limit = Type.Integer({ minimum: 1, maximum: 100, default: 20 })
const One = Type.Object({ id: Id })

export const routes: Routes = async (app) => {
  app.get(
    '/api/notices',
    {
      config: mine,
      schema: {
        tags,
        summary: 'My messages, newest first',
        querystring: Type.Object({ cursor, limit }),
        response: { 200: NoticePage },
      },
    },
    async (request) => {
      const page = await noticesOf(app.db, request.actor, request.query)
      // A key is data here; one without words shows as itself.
      const items = page.items.map(({ params, ...notice }) => ({
        ...notice,
        text: request.say(notice.key as Key, params),
      }))
      return { ...page, items, unread: await unreadOf(app.db, request.actor) }
    },
  )
  app.post(
    '/api/notices/:id/read',
    { config: mine, schema: { tags, summary: 'Mark a message as read', params: One, response: { 204: Type.Null() } } },
    async (request, reply) => {
      await app.transact((tx) => markRead(tx, request.actor, request.params.id))
      return reply.code(204).send(null)
    },
  )
  app.post(
    '/api/notices/read-all',
    { config: mine, schema: { tags, summary: 'Mark all my messages as read', response: { 204: Type.Null() } } },
    async (request, reply) => {
      await app.transact((tx) => markAllRead(tx, request.actor))
      return reply.code(204).send(null)
    },
  )
  app.get(
    '/api/announcements',
    {
      config: { who: 'anyone' },
      schema: {
        tags,
        summary: 'What a division has published, newest first',
        querystring: Type.Object({ division: DivisionCode, cursor, limit }),
        response: { 200: AnnouncementPage },
      },
    },
    (request) => announcementsOf(app.db, request.query.division, request.query),
  )
  app.get(
    '/api/announcements/:id',
    {
      config: { who: 'anyone' },
      schema: { tags, summary: 'One announcement', params: One, response: { 200: Announcement } },
    },
    (request) => requireAnnouncement(app.db, request.params.id),
  )
  app.post(
    '/api/announcements',
    {
      config: { who: ['officer'], face: 'office' },
      schema: { tags, summary: 'Publish in the name of my division', body: Publish, response: { 201: Announcement } },
    },
    async (request, reply) =>
      reply.code(201).send(await app.transact((tx) => publish(tx, request.actor, request.body))),
  )
}
