/** A calendar day in China, `YYYY-MM-DD`. */
export type Day = string
/** A calendar month in China, `YYYY-MM`. */
export type Month = string
/** A moment, ISO 8601 in UTC. */
export type Instant = string

// China has kept one zone, UTC+8 without summer time, since 1991.
const chinaOffset = 8 * 3600_000

/** The day it is in China at this moment. */
export function dayOf(at: Date | Instant): Day {
  return clockOf(at).slice(0, 10)
}

/** A moment as China's clocks show it: 2026-11-24 16:05:09. */
export function clockOf(at: Date | Instant): string {
  return new Date(new Date(at).getTime() + chinaOffset).toISOString().slice(0, 19).replace('T', ' ')
}

/** The month it is in China at this moment. */
export function monthOf(at: Date | Instant): Month {
  return dayOf(at).slice(0, 7)
}

/** The moment a day begins in China. */
export function startOf(day: Day): Date {
  return new Date(`${day}T00:00:00+08:00`)
}

/** The day `days` later (or earlier, when negative). */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** The month `months` later (or earlier). */
export function addMonths(month: Month, months: number): Month {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7)
}
