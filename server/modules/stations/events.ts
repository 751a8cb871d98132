import { event } from '../../kernel/events.ts'
import type { StationTier } from './rules.ts'

interface StationPlace {
  stationId: string
  divisionCode: string
  tier: StationTier
}

export const stationOpened = event<StationPlace>('stations.opened')
export const stationClosed = event<StationPlace>('stations.closed')
