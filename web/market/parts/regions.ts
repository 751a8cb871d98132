import type { Db } from '../../../server/kernel/db.ts'
import { childrenOf, lineOf, provinces } from '../../../server/modules/divisions/index.ts'
import type { DivisionLevel } from '../../ui/market/index.ts'
import type { Say } from '../../words/words.ts'

const jiangsu = '320000000000'
export const regionLevels = ['province', 'city', 'county', 'township', 'village'] as const
type RegionLevel = (typeof regionLevels)[number]

/** What a buyer has chosen so far, a code for each level; outside Jiangsu the province alone. */
export type RegionChoice = Partial<Record<RegionLevel, string>>

/** The choice that leads to a kept region: six digits for a province, twelve for a place in Jiangsu. */
export function choiceOf(regionCode: string): RegionChoice {
  if (regionCode.length === 6) return { province: regionCode }
  const line = lineOf(regionCode)
  return Object.fromEntries(regionLevels.flatMap((level, i) => (line[i] ? [[level, line[i]]] : [])))
}

export interface RegionState {
  levels: DivisionLevel[]
  /** Where the choice has come to, once nothing below is left to choose. */
  regionCode?: string
  /** How many levels the way goes down. */
  depth: number
}

/** The selects of a picker for a choice; what no longer lies in the level above it is forgotten. */
export async function regionState(db: Db, chosen: RegionChoice, t: Say, language: 'zh' | 'en'): Promise<RegionState> {
  const outside = provinces().filter(({ code }) => code !== '320000')
  const named = (province: { name: string; nameEn: string }) =>
    language === 'en' ? `${province.nameEn} ${province.name}` : province.name
  const own = provinces().find(({ code }) => code === '320000')
  const first = [
    { code: jiangsu, name: own ? named(own) : jiangsu },
    ...outside.map((province) => ({ code: province.code, name: named(province) })),
  ]
  const levels: DivisionLevel[] = []
  let options: { code: string; name: string }[] = first
  for (const name of regionLevels) {
    const pick = options.find(({ code }) => code === chosen[name])?.code
    levels.push({ name, label: t(`market.region.${name}`), options, ...(pick ? { chosen: pick } : {}) })
    // The township is enough for a courier; the village only helps the last one on the way.
    if (!pick && name === 'village') return { levels, regionCode: chosen.township ?? '', depth: levels.length }
    if (!pick) return { levels, depth: chosen.province && chosen.province !== jiangsu ? 1 : regionLevels.length }
    options = pick.length === 12 && name !== 'village' ? await childrenOf(db, pick) : []
    if (options.length === 0) return { levels, regionCode: pick, depth: levels.length }
  }
  return { levels, depth: regionLevels.length }
}
