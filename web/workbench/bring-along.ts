import { ask, type Category } from './api.ts'
import { keepValue } from './keep.ts'
import type { Carrier } from './rows.tsx'
import type { Person } from './screens.tsx'
import { merchantsOf } from './sell-screen.tsx'

/** Reads what selling and sending need before they are begun: where the goods grow there may be no network. */
export async function bringAlong(me: Person): Promise<void> {
  await Promise.allSettled([
    merchantsOf(me).then((found) => keepValue(`merchants:${me.account.id}`, found)),
    ask<Category[]>('GET', '/api/categories').then((found) => keepValue('categories', found)),
    ask<Carrier[]>('GET', '/api/carriers').then((found) => keepValue('carriers', found)),
  ])
}
