import { firstIdAt } from '../../kernel/ids.ts'
import { addDays, type Day, dayOf, startOf } from '../../kernel/time.ts'

/**
 * Twenty digits a person can read out: day, millisecond of the day, and six more by chance. The moment in it is that of
 * the order's id, so an order is found by its number within one month's part.
 */
export function orderNumberAt(at: Date, chance: number): string {
  const day = dayOf(at)
  const millisecond = at.getTime() - startOf(day).getTime()
  const digits = Math.floor(chance * 1_000_000)
  return `${day.slice(2).replaceAll('-', '')}${String(millisecond).padStart(8, '0')}${String(digits).padStart(6, '0')}`
}

/** The ids an order with this number can have, or undefined when no order can have this number. */
export function idsOfNumber(orderNumber: string): { from: string; to: string } | undefined {
  const [, year, month, date, millisecond] = /^(\d\d)(\d\d)(\d\d)(\d{8})\d{6}$/.exec(orderNumber) ?? []
  const day: Day = `20${year}-${month}-${date}`
  if (!year || Number.isNaN(Date.parse(`${day}T00:00:00Z`)) || addDays(day, 0) !== day) return undefined
  const at = startOf(day).getTime() + Number(millisecond)
  return { from: firstIdAt(new Date(at)), to: firstIdAt(new Date(at + 1)) }
}
