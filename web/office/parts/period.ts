import { monthOf } from '../../../server/kernel/time.ts'

/** A month `2026-11` or a year `2026`, in China's calendar. */
export type Period = string

/** The month it is in China now. */
export function thisMonth(now = new Date()): Period {
  return monthOf(now)
}

export function isYear(period: Period): boolean {
  return period.length === 4
}

/** The period some steps earlier (below zero) or later. */
export function stepPeriod(period: Period, steps: number): Period {
  if (isYear(period)) return String(Number(period) + steps)
  const [year = 0, month = 1] = period.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 + steps, 1)).toISOString().slice(0, 7)
}

/** The days a period spans: from its first day up to, not including, the next period's first. */
export function daysOf(period: Period): { from: string; to: string } {
  const next = stepPeriod(period, 1)
  return isYear(period) ? { from: `${period}-01-01`, to: `${next}-01-01` } : { from: `${period}-01`, to: `${next}-01` }
}

export function isPeriod(text: string | null | undefined): text is Period {
  return text !== null && text !== undefined && /^\d{4}(-(0[1-9]|1[0-2]))?$/.test(text)
}
