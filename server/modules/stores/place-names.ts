import type { PathPart } from '../divisions/index.ts'
import { inLatin } from './spell.ts'

/** 桃源村村委会 → 桃源村: a place as people say it, without the name of its committee. */
export function shortName(name: string): string {
  const short = name.replace(/(?:居民委员会|村民委员会|居委会|村委会|委员会)$/, '')
  return short.length > 1 ? short : name
}

/** Where something comes from, for a card: 无锡市惠山区 桃源村. */
export function placeOf(path: readonly PathPart[]): string {
  const at = (level: PathPart['level']) => path.find((part) => part.level === level)?.name ?? ''
  return `${at('county')} ${shortName(at('village'))}`.trim()
}

/** The same for readers of Latin letters: Taoyuan Village, Huishan. */
export function placeInLatin(path: readonly PathPart[]): string {
  const at = (level: PathPart['level']) => path.find((part) => part.level === level)?.name ?? ''
  const county = inLatin(at('county').replace(/(?:新区|区|县|市)$/, ''))
  const village = shortName(at('village'))
  const kind = village.endsWith('社区') ? ' Community' : village.endsWith('村') ? ' Village' : ''
  const own = inLatin(village.replace(/(?:社区|村)$/, ''))
  return [own && `${own}${kind}`, county].filter(Boolean).join(', ')
}
