import { refusal } from '../../kernel/errors.ts'

export const unknownDivision = refusal<{ code: string }>('divisions.unknown', 404, 'There is no such division')
export const wrongLevel = refusal<{ code: string; wanted: string }>(
  'divisions.wrong_level',
  422,
  'This division is not of the level that is needed',
)
export const dayImpossible = refusal<{ day: string }>(
  'divisions.day_impossible',
  422,
  'A change lies between the day the code came into force and today',
)
export const stillHasParts = refusal<{ code: string }>(
  'divisions.still_has_parts',
  409,
  'What lies inside has to be merged or recoded first',
)
export const unknownRegion = refusal<{ code: string }>('divisions.unknown_region', 422, 'There is no such region')
