import type { Language } from '../../../server/kernel/actor.ts'
import { type Day, dayOf, type Instant, monthOf } from '../../../server/kernel/time.ts'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'June', 'July', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec']

/** The month it is in China, 1 to 12, wherever the server stands. */
export function monthNow(): number {
  return Number(monthOf(new Date()).slice(5))
}

/** A day as people say it: 11月24日, and the year only where it is another one. */
export function sayDay(day: Day, language: Language, today: Day = dayOf(new Date())): string {
  const [year = '', month = '', date = ''] = day.split('-')
  const other = year !== today.slice(0, 4)
  if (language === 'en') return `${Number(date)} ${months[Number(month) - 1] ?? ''}${other ? ` ${year}` : ''}`
  return `${other ? `${year}年` : ''}${Number(month)}月${Number(date)}日`
}

/** A moment as a clock in China shows it: 11月24日 15:20. */
export function sayMoment(at: Instant, language: Language): string {
  return `${sayDay(dayOf(at), language)} ${clock(at).slice(0, 5)}`
}

/** In full, for whoever points at it. */
export function inFull(at: Instant): string {
  return `${dayOf(at)} ${clock(at)} UTC+8`
}

function clock(at: Instant): string {
  return new Date(Date.parse(at) + 8 * 3600_000).toISOString().slice(11, 19)
}

/** A day in the page. */
export function DayTime({ day, language }: { day: Day; language: Language }) {
  return (
    <time datetime={day} title={day}>
      {sayDay(day, language)}
    </time>
  )
}

/** A moment in the page. */
export function Moment({ at, language }: { at: Instant; language: Language }) {
  return (
    <time class="tabular" datetime={at} title={inFull(at)}>
      {sayMoment(at, language)}
    </time>
  )
}
