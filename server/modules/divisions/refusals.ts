import { refusal } from '../../kernel/errors.ts'

export const unknownDivision = refusal<{ code: string }>('divisions.unknown', 404, 'There is no such division')
export const wrongLevel = refusal<{ code: string; wanted: string }>(
  'divisions.wrong_level',
  422,
  'This division is not of the level that is needed',
)
export const unknownRegion = refusal<{ code: string }>('divisions.unknown_region', 422, 'There is no such region')
