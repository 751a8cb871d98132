import type { PathPart } from './read-divisions.ts'
import { inLatin } from './spell.ts'

/** 桃源村村委会 and 桃源村委会 → 桃源村: a place as people say it, without the name of its committee. */
export function shortName(name: string): string {
  const village = name.replace(/(?:村民委员会|村委会)$/, '')
  if (village !== name && village.length > 1) return /[村居区]$/.test(village) ? village : `${village}村`
  const short = name.replace(/(?:居民委员会|居委会|委员会)$/, '')
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

const endings: readonly (readonly [RegExp, string])[] = [
  [/(?:街道)(?:办事处)?$/, ' Subdistrict'],
  [/镇$/, ' Town'],
  [/乡$/, ' Township'],
  [/县$/, ' County'],
  [/(?:新)?区$/, ' District'],
  [/社区$/, ' Community'],
  [/村$/, ' Village'],
  [/[省市]$/, ''],
]

const spelled = new Map<string, string>()
const spelledAtMost = 20_000

/** One step of a path for readers of Latin letters: 江宁区 → Jiangning District. */
export function partInLatin({ name, level }: Pick<PathPart, 'name' | 'level'>): string {
  const known = spelled.get(name)
  if (known) return known
  const short = level === 'village' ? shortName(name) : name
  // 社区 ends in 区, so a village's own endings come first.
  const ending = (level === 'village' ? endings.slice(5) : endings).find(([pattern]) => pattern.test(short))
  const own = ending ? short.replace(ending[0], '') : short
  const said = own ? `${inLatin(own)}${ending?.[1] ?? ''}` : inLatin(short)
  if (spelled.size >= spelledAtMost) spelled.clear()
  spelled.set(name, said)
  return said
}

/** The same part with its name in both scripts. */
export function withLatin<Part extends Pick<PathPart, 'name' | 'level'>>(part: Part): Part & { nameEn: string } {
  return { ...part, nameEn: partInLatin(part) }
}
