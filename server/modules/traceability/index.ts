export { checks } from './checks.ts'
export { createLot } from './create-lot.ts'
export { drawQr } from './draw-qr.ts'
export { lotChanged } from './events.ts'
export { importLots, importPledges, type LotRow, type PledgeRow } from './import-lots.ts'
export { issuePledge } from './issue-pledge.ts'
export { newLotNumber, newPledgeNumber, traceUrl } from './lot-numbers.ts'
export { lotsById, lotsOf, requireLot } from './read-lots.ts'
export { tracePageOf } from './read-trace.ts'
export {
  recordTraceEvent,
  recordTraceEvents,
  recordTraceEvents as importTraceEvents,
  type TraceEvent,
} from './record-trace-event.ts'
export { alreadyPledged, lotNumberTaken, notYetHarvested, unknownLot, unknownTrace } from './refusals.ts'
export { routes } from './routes.ts'
export type { JourneyStep, Lot, Pledge, TracePage } from './shapes.ts'
