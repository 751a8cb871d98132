import { besideZones, plain, zones } from './place-words.ts'
import type { PathPart } from './read-divisions.ts'
import { inLatin } from './spell.ts'

/** 桃源村村委会 and 桃源村委会 → 桃源村: a place as people say it, without the name of its committee. */
export function shortName(name: string): string {
  const village = name.replace(/(?:村民委员会|村委会)$/, '')
  if (village !== name && village.length > 1) return /[村居区]$/.test(village) ? village : `${village}村`
  // The register has 居委, 居民委会, 居委员 … as well.
  const short = name.replace(/(?:居民?委+员?会?|委员会)$/, '')
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
  const county = partInLatin({ name: at('county'), level: 'county' }).replace(/ (?:District|County)$/, '')
  return [partInLatin({ name: at('village'), level: 'village' }), county].filter(Boolean).join(', ')
}

const words: Readonly<Record<string, string>> = { ...besideZones, ...zones, ...plain }

/** Of several endings the leftmost match is the longest: 社区 before 区, 综合保税 before 保税. */
const endingIn = (...patterns: readonly string[]) => new RegExp(`(?:${patterns.join('|')})$`)
// One character alone before such a word belongs to it: 都市 is no city, 果林场 no forest farm.
const afterAName = (list: object) => `(?<=^|^[市县]|..)(?:${Object.keys(list).join('|')})`

const aZone = endingIn(afterAName(zones))
const anyWord = endingIn(afterAName({ ...besideZones, ...zones }))
const firstWord: Record<PathPart['level'], RegExp> = {
  province: endingIn('省', '市'),
  city: endingIn('市'),
  county: endingIn('市', '县', '区', afterAName(zones)),
  township: endingIn('街道(?:办事处)?', '镇', '乡', '区', afterAName({ ...besideZones, ...zones })),
  village: endingIn('社区', '村', afterAName(zones)),
}

/** 江苏省国营江心沙农场, 南通市海门区包场渔场: where it lies, and then its name. */
const afterItsPlace = /(?<=^江苏省?|^国家|^省属|^.{2,3}市|^.{2,3}市..[市区]|^..?县|国营)(?!省|$)/

const spelled = new Map<string, string>()
const spelledAtMost = 20_000

/** One step of a path for readers of Latin letters: 江宁区 → Jiangning District, 江宁滨江开发区 → Jiangningbinjiang Development Zone. */
export function partInLatin({ name, level }: Pick<PathPart, 'name' | 'level'>): string {
  // The same name ends otherwise at another level: 社区 is a community among villages only.
  const key = `${level} ${name}`
  const known = spelled.get(key)
  if (known) return known
  const said = inParts(name, level)
  if (spelled.size >= spelledAtMost) spelled.clear()
  spelled.set(key, said)
  return said
}

/** Some names are two: 三星镇（叠石桥家纺产业园区）, 虞山林场三峰管理社区. Only the last has the level's own ending. */
function inParts(name: string, level: PathPart['level']): string {
  // 东青社区居委会（含东青村村委） says what else its committee serves; 郭庄村（居）委会 is either kind of committee.
  const own = level === 'village' ? shortName(name.replace(/（含.*|（居）/, '')) : name
  // 花园居委会 is called so; there is nothing else in its name.
  if (level === 'village' && own in zones) return inLatin(own)
  const parts = own.split(/(?=[（(])|(?<=[）)])|-|(?<=开发区|科技新城|[农林盐种]场|集团)(?=..)/)
  const last = parts.findLastIndex((part) => !/^[（(]/.test(part))
  const said = parts.map((part, at) => {
    if (at === last) return inWords(level === 'village' ? shortName(part) : part, level)
    const inside = /^[（(](.*)[）)]$/.exec(part)?.[1]
    if (inside === '新') return '(New)'
    return inside ? `(${inWords(inside, 'township')})` : inWords(part, 'township')
  })
  return said.join(' ')
}

/** Taken off from its end, word by word: 启东生命健康产业园 → 启东 | Life and Health | Industrial Park. */
function inWords(name: string, level: PathPart['level']): string {
  const said: string[] = []
  let rest = name
  let ending = firstWord[level]
  for (let end = ending.exec(rest)?.[0]; end; end = ending.exec(rest)?.[0]) {
    // 花园村 is a village of that name, 太湖花园社区 the community of a garden.
    if (end === rest && ending === aZone) break
    rest = rest.slice(0, -end.length)
    // 江阴市 is Jiangyin, 如皋市蚕种场 Rugao City Silkworm Farm.
    said.unshift((said.length > 0 ? besideZones[end] : undefined) ?? words[end] ?? '')
    ending = said.length === 1 && end in plain ? aZone : anyWord
  }
  const own = said.length > 0 && ending === anyWord ? rest.split(afterItsPlace).map(spellPlace) : [inLatin(rest)]
  return [...own, ...said].filter(Boolean).join(' ') || inLatin(name)
}

function spellPlace(part: string): string {
  return besideZones[part] ?? inLatin(part.replace(/(?<=..)[省市区县]$/, ''))
}

/** The same part with its name in both scripts. */
export function withLatin<Part extends Pick<PathPart, 'name' | 'level'>>(part: Part): Part & { nameEn: string } {
  return { ...part, nameEn: partInLatin(part) }
}
