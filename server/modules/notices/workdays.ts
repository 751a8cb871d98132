import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readCsv } from '../../../data/read-csv.ts'
import { root } from '../../kernel/config.ts'
import { addDays, type Day } from '../../kernel/time.ts'

/** Days on which the calendar of the State Council differs from Monday to Friday: true is a workday. */
export type Calendar = ReadonlyMap<Day, boolean>

/** Is work done on this day in China? */
export function isWorkday(day: Day, calendar: Calendar): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return calendar.get(day) ?? (weekday !== 0 && weekday !== 6)
}

/** The n-th workday after this day, as a period of n workdays counts: the day itself is not in it. */
export function addWorkdays(day: Day, n: number, calendar: Calendar): Day {
  let [at, left] = [day, n]
  while (left > 0) {
    at = addDays(at, 1)
    if (isWorkday(at, calendar)) left--
  }
  return at
}

let known: Calendar | undefined

/** Holidays and make-up workdays from data/workdays.csv (day, kind: holiday or workday); weekends only, without it. */
export function workCalendar(): Calendar {
  known ??= readCalendar(join(root, 'data', 'workdays.csv'))
  return known
}

function readCalendar(path: string): Calendar {
  if (!existsSync(path)) return new Map()
  return new Map(readCsv(path).map(({ day = '', kind }) => [day, kind === 'workday']))
}
