import type { Routes } from '../../kernel/http.ts'
import { meOf } from './me.ts'
import { Me } from './shapes.ts'

const tags = ['accounts']

/** What a person sees and decides about themselves. */
export const meRoutes: Routes = async (app) => {
  app.get(
    '/api/me',
    { config: { who: 'anyone' }, schema: { tags, summary: 'Who I am and what I am entrusted with', response: { 200: Me } } },
    (request) => meOf(app.db, request.actor),
  )
}
