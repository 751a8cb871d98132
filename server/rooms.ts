import type { Check } from './kernel/checks.ts'
import type { Routes } from './kernel/http.ts'
import * as accounts from './modules/accounts/index.ts'
import * as divisions from './modules/divisions/index.ts'
import type { Room } from './modules.ts'

interface Door {
  routes?: Routes
  checks?: Check[]
}

/** Every room's door, lowest first: what the servers offer and what `yicun verify` checks. */
export const rooms = {
  divisions,
  accounts,
} satisfies Partial<Record<Room, Door>>

export const allRoutes: Routes[] = Object.values(rooms as Record<string, Door>).flatMap((door) => door.routes ?? [])
export const allChecks: Check[] = Object.values(rooms as Record<string, Door>).flatMap((door) => door.checks ?? [])
