import type { Check } from './kernel/checks.ts'
import type { Routes } from './kernel/http.ts'
import { photoRoutes } from './kernel/photo-routes.ts'
import * as accounts from './modules/accounts/index.ts'
import * as catalog from './modules/catalog/index.ts'
import * as divisions from './modules/divisions/index.ts'
import * as inventory from './modules/inventory/index.ts'
import * as logistics from './modules/logistics/index.ts'
import * as merchants from './modules/merchants/index.ts'
import * as monitoring from './modules/monitoring/index.ts'
import * as notices from './modules/notices/index.ts'
import * as orders from './modules/orders/index.ts'
import * as payments from './modules/payments/index.ts'
import * as stations from './modules/stations/index.ts'
import * as stores from './modules/stores/index.ts'
import * as traceability from './modules/traceability/index.ts'
import type { Room } from './modules.ts'

interface Door {
  routes?: Routes
  checks?: Check[]
}

/** Every room's door, lowest first: what the servers offer and what `yicun verify` checks. */
export const rooms: Record<Room, Door> = {
  divisions,
  accounts,
  notices,
  merchants,
  stations,
  catalog,
  traceability,
  inventory,
  stores,
  payments,
  logistics,
  orders,
  monitoring,
}

const doors: Door[] = Object.values(rooms)
export const allRoutes: Routes[] = [photoRoutes, ...doors.flatMap((door) => door.routes ?? [])]
export const allChecks: Check[] = doors.flatMap((door) => door.checks ?? [])
