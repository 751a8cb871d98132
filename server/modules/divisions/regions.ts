import { join } from 'node:path'
import { readCsv } from '../../../data/read-csv.ts'
import { root } from '../../kernel/config.ts'
import type { Db } from '../../kernel/db.ts'
import { recentlyFrom } from '../../kernel/recent.ts'
import { pathOf } from './read-divisions.ts'
import { unknownRegion } from './refusals.ts'

export interface Province {
  /** Six digits, `310000`: a buyer outside Jiangsu is known by province only. */
  code: string
  name: string
  nameEn: string
}

let kept: Province[] | undefined

/** All provinces, for delivery addresses. */
export function provinces(): Province[] {
  kept ??= readCsv(join(root, 'data/provinces.csv')).map((line) => ({
    code: line.code ?? '',
    name: line.name_zh ?? '',
    nameEn: line.name_en ?? '',
  }))
  return kept
}

/**
 * The full name of a delivery region: a 12-digit Jiangsu code gives 江苏省苏州市…, a six-digit code a province.
 * Refuses a code that is neither.
 */
export function regionName(on: Db, regionCode: string): Promise<string> {
  return names(on, regionCode, () => findName(on, regionCode))
}

// Names of places change once in years; every buyer asks for one.
const names = recentlyFrom<string>({ ms: 60_000, entries: 2000 })

async function findName(on: Db, regionCode: string): Promise<string> {
  if (regionCode.length === 6) {
    const province = provinces().find(({ code }) => code === regionCode)
    if (province) return province.name
  } else {
    const path = await pathOf(on, regionCode)
    if (path.at(-1)?.code === regionCode) return path.map((part) => part.name).join('')
  }
  throw unknownRegion({ code: regionCode }, 'regionCode')
}
