import { tablesIn } from '../../kernel/db.ts'
import type { Day } from '../../kernel/time.ts'
import type { StationKind, StationService, StationTier } from './rules.ts'

interface StationTable {
  id: string
  tier: StationTier
  kind: StationKind
  divisionCode: string
  name: string
  address: string
  phone: string
  services: StationService[]
  pickup: boolean
  openedOn: Day
  closedOn: Day | null
  isSample: boolean
}

interface OperatorTable {
  stationId: string
  accountId: string
  fromOn: Day
  toOn: Day | null
}

/** Our tables. A query on another room's table does not compile. */
export const tables = tablesIn<{ station: StationTable; operator: OperatorTable }>('stations')

/** A station as the room passes it on. */
export const stationColumns = [
  'id',
  'tier',
  'kind',
  'divisionCode',
  'name',
  'address',
  'phone',
  'services',
  'pickup',
  'openedOn',
  'closedOn',
  'isSample',
] as const satisfies readonly (keyof StationTable)[]
