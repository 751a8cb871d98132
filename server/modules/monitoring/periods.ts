import { addMonths, type Month } from '../../kernel/time.ts'
import { badPeriod } from './refusals.ts'

/** A month `2026-11` or a year `2026`, as its first and last month. */
export interface Period {
  text: string
  from: Month
  to: Month
}

export function periodOf(text: string): Period {
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return { text, from: text, to: text }
  if (/^\d{4}$/.test(text)) return { text, from: `${text}-01`, to: `${text}-12` }
  throw badPeriod({ period: text }, 'period')
}

/** The period just before: last month, or last year. */
export function periodBefore({ text }: Period): Period {
  return text.length === 7 ? periodOf(addMonths(text, -1)) : periodOf(String(Number(text) - 1))
}

/** The same period a year earlier, for 同比. */
export function yearBefore({ text }: Period): Period {
  return text.length === 7 ? periodOf(addMonths(text, -12)) : periodOf(String(Number(text) - 1))
}
