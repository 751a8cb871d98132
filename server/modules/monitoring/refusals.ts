import { refusal } from '../../kernel/errors.ts'

export const unknownIndicator = refusal<{ indicator: string }>(
  'monitoring.unknown_indicator',
  404,
  'There is no such indicator',
)
export const badPeriod = refusal<{ period: string }>(
  'monitoring.bad_period',
  400,
  'A period is a month (2026-11) or a year (2026)',
)
export const tooManySheets = refusal<{ most: number }>(
  'monitoring.too_many_sheets',
  429,
  'That many tables are being written for you already; please wait for them',
)
