import { addDays, dayOf } from '../../server/kernel/time.ts'
import { langOf as langIn } from '../ui/named.tsx'
import { kernel } from '../words/kernel.ts'
import { orders } from '../words/orders.ts'
import type { Pair } from '../words/pair.ts'
import { traceability } from '../words/traceability.ts'
import { workbench } from '../words/workbench.ts'

// Only the words that stand on these screens: a cheap phone need not carry those of the office.
const dictionary = { ...kernel, ...orders, ...traceability, ...workbench }
type Key = keyof typeof dictionary
type Params = Record<string, string | number>

/** The reader's language: what they chose here or on the market, else what the phone prefers, else Chinese. */
export const language: 'zh' | 'en' =
  /(?:^|; )lang=(zh|en)/.exec(document.cookie)?.[1] === 'en' ||
  (!/(?:^|; )lang=/.test(document.cookie) && navigator.language.startsWith('en'))
    ? 'en'
    : 'zh'

/** Says a word in the reader's language. */
export function t(key: Key, params: Params = {}): string {
  const pair: Pair = dictionary[key]
  return pair[language === 'zh' ? 0 : 1].replace(/\{(\w+)\}/g, (whole, name) => String(params[name] ?? whole))
}

/** A word whose key is data from the server; one without words is passed over. */
export function tFor(key: string, params: Params = {}): string {
  return key in dictionary ? t(key as Key, params) : ''
}

/** Chinese or English, whichever the reader reads. */
export function either(zh: string, en: string): string {
  return language === 'en' && en ? en : zh
}

/** The language of a name that people gave, where it is not the reader's. */
export function langOf(name: string): 'zh-CN' | undefined {
  return langIn(name, language)
}

/** Changes the language here and on the market. */
export function chooseLanguage(wanted: 'zh' | 'en'): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is not on every phone, and the server reads this cookie.
  document.cookie = `lang=${wanted}; path=/; max-age=31536000; samesite=lax`
  location.reload()
}

/** A day as people say it: 今天, 昨天, 11月24日; another year says its year. */
export function sayDay(at: string): string {
  const day = at.length === 10 ? at : dayOf(at)
  const today = dayOf(new Date())
  if (day === today) return t('workbench.today')
  if (day === addDays(today, -1)) return t('workbench.yesterday')
  return sayDate(day)
}

/** The date itself, for where the days stand under one another. */
export function sayDate(day: string): string {
  const [year = '', month, date] = day.split('-').map(Number)
  if (language === 'en') {
    const options = { day: 'numeric', month: 'short', timeZone: 'UTC' } as const
    return new Date(`${day}T00:00:00Z`).toLocaleDateString(
      'en-GB',
      year === thisYear() ? options : { ...options, year: 'numeric' },
    )
  }
  return `${year === thisYear() ? '' : `${year}年`}${month}月${date}日`
}

/** A month as people say it: 2026年11月. */
export function sayMonth(month: string): string {
  const [year, number] = month.split('-').map(Number)
  if (language === 'zh') return `${year}年${number}月`
  return new Date(`${month}-01T00:00:00Z`).toLocaleDateString('en-GB', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
}

/** A weight as it is weighed: 斤 from half a jin on, else grams. */
export function sayWeight(grams: number): string {
  return grams % 250 === 0
    ? t('workbench.jin', { count: sayCount(grams / 500) })
    : t('workbench.grams', { count: sayCount(grams) })
}

/** A number as it is read: 1,800,000. */
export function sayCount(count: number): string {
  return count.toLocaleString('en-US')
}

const thisYear = () => Number(dayOf(new Date()).slice(0, 4))
