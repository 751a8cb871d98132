import { isYear, type Period } from './period.ts'

export type Language = 'zh' | 'en'

const grouped = (digits: number) =>
  new Intl.NumberFormat('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })
const whole = grouped(0)
const cents = grouped(2)

/** A count with thousands apart. */
export function count(value: number): string {
  return whole.format(value)
}

const exact = new Intl.NumberFormat('en-US', { maximumFractionDigits: 4 })

/** A number of any kind with the decimals it has: 1.7, 0.0008, 200,000. */
export function number(value: number): string {
  return exact.format(value)
}

/** To the fen, as it stands in the books: ¥1,234,567.89. */
export function exactYuan(fen: number): string {
  return `${fen < 0 ? '−' : ''}¥${cents.format(Math.abs(fen) / 100)}`
}

/** As an officer says it: 元 below ten thousand, then 万元, then 亿元; `beside` is the largest amount it stands beside. */
export function sayMoney(fen: number, language: Language, beside = fen): { amount: string; unit: string } {
  if (fen === 0) return { amount: '0', unit: '' }
  const yuan = fen / 100
  // In a column all are said in the unit of the largest, except what would then read as nothing.
  const size = Math.abs(fen) * 20_000 < Math.abs(beside) ? Math.abs(yuan) : Math.abs(beside) / 100
  if (language === 'zh') {
    if (size >= 1e8) return { amount: cents.format(yuan / 1e8), unit: '亿元' }
    if (size >= 1e4) return { amount: cents.format(yuan / 1e4), unit: '万元' }
    return { amount: cents.format(yuan), unit: '元' }
  }
  if (size >= 1e9) return { amount: `¥${cents.format(yuan / 1e9)}`, unit: 'bn' }
  if (size >= 1e6) return { amount: `¥${cents.format(yuan / 1e6)}`, unit: 'm' }
  if (size >= 1e4) return { amount: `¥${cents.format(yuan / 1e3)}`, unit: 'k' }
  return { amount: `¥${cents.format(yuan)}`, unit: '' }
}

/** How much more or less than before, or undefined where there was nothing to compare with. */
export function changeOf(now: number, before: number): number | undefined {
  return before > 0 ? (now - before) / before : undefined
}

/** +10.0%, or ×267 from eleven times as much on: a percentage of six digits tells nobody anything. */
export function sayChange(change: number): string {
  if (change >= 10) return `×${whole.format(change + 1)}`
  return `${change > 0 ? '+' : change < 0 ? '−' : ''}${Math.abs(change * 100).toFixed(1)}%`
}

export function percentOf(part: number, of: number): number {
  return of === 0 ? 0 : (part / of) * 100
}

/** 34.2%, and never 100.0% while something is missing. */
export function sayPercent(part: number, of: number): string {
  if (of === 0) return '—'
  if (part === of) return '100%'
  return `${Math.min(99.9, percentOf(part, of)).toFixed(1)}%`
}

export function sayPeriod(period: Period, language: Language): string {
  if (isYear(period)) return language === 'zh' ? `${period}年` : period
  const [year, month] = period.split('-').map(Number)
  if (language === 'zh') return `${year}年${month}月`
  return new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${period}-01`),
  )
}

const inChina = (language: Language, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { timeZone: 'Asia/Shanghai', ...options })

/** As people say it: 11月24日 16:05. */
export function sayTime(iso: string, language: Language): string {
  return inChina(language, {
    month: language === 'zh' ? 'long' : 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(iso))
}

/** In full, for the reader who hovers. */
export function fullTime(iso: string, language: Language): string {
  return inChina(language, { dateStyle: 'full', timeStyle: 'medium', hourCycle: 'h23' }).format(new Date(iso))
}

export function sayClock(iso: string, language: Language): string {
  return inChina(language, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }).format(
    new Date(iso),
  )
}
