import { refusal } from '../../kernel/errors.ts'

export const unknownLot = refusal<{ lot: string }>('traceability.unknown_lot', 404, 'There is no such lot')
export const lotNumberTaken = refusal<{ lotNumber: string }>(
  'traceability.lot_number_taken',
  409,
  'This product already has a lot with this number',
)
export const notYetHarvested = refusal<{ day: string }>(
  'traceability.not_yet_harvested',
  422,
  'A lot cannot be harvested on a day to come, nor more than two years ago',
)
export const alreadyPledged = refusal<{ lotNumber: string }>(
  'traceability.already_pledged',
  409,
  'This lot already has its conformity pledge',
)
export const unknownTrace = refusal<{ lotNumber: string }>(
  'traceability.unknown_trace',
  404,
  'No lot is found for this code',
)
