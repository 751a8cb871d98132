import type { CsvRow } from '../data/read-csv.ts'
import { addDays, type Day } from '../server/kernel/time.ts'
import type { ImportedProduct } from '../server/modules/catalog/index.ts'
import { chance } from './random.ts'

type Mark = NonNullable<ImportedProduct['certifications']>[number]

/** Of a hundred products that may carry the mark, so many have had it; every sixth let it run out. */
const schemes = [
  {
    type: 'green',
    years: 3,
    share: 18,
    kinds: ['grain', 'vegetable', 'fruit', 'tea', 'mushroom', 'livestock', 'aquatic'],
  },
  { type: 'organic', years: 1, share: 6, kinds: ['grain', 'vegetable', 'fruit', 'tea', 'mushroom'] },
] as const

/** What a number of each kind of geographical indication looks like. */
const indications: Record<string, (serial: string, year: string) => string> = {
  农产品地理标志: (serial) => `AGI${serial}`,
  国家地理标志产品: (serial, year) => `${year}年第${Number(serial)}号`,
  地理标志商标: (serial) => `900${serial}`,
}

/**
 * The marks of a product: geographical indications where the sources name one, and only where the product comes from;
 * green and organic ones by chance. The chance hangs on the product, so that the rest of the world is what it is without.
 */
export function marksOf(pair: CsvRow, productId: string, number: number, elsewhere: boolean, today: Day): Mark[] {
  const luck = chance(Number.parseInt(productId.slice(-8), 16))
  const serial = String(number).padStart(5, '0')
  const kind = pair.category_code?.split('.')[0]
  const won = schemes.filter(({ kinds, share }) => kinds.some((each) => each === kind) && luck.below(100) < share)
  return [
    ...(elsewhere ? [] : indicationsOf(pair, serial)),
    ...won.map(({ type, years }) => {
      const days = years * 365
      const validTo =
        luck.below(6) === 0 ? addDays(today, -1 - luck.below(200)) : addDays(today, 30 + luck.below(days - 60))
      const validFrom = addDays(validTo, 1 - days)
      const year = validFrom.slice(2, 4)
      const code = type === 'green' ? `GF${pair.county_code}${year}${serial.slice(1)}` : `001OP${year}${serial}`
      return { type, certificateNumber: sample(code), holder: sampleHolder, validFrom, validTo }
    }),
  ]
}

function indicationsOf({ gi_type: types = '', gi_year, certificate_no, gi_holder }: CsvRow, serial: string): Mark[] {
  const year = gi_year || '2012'
  return types.split(';').flatMap((each) => {
    const numbered = indications[each]
    if (!numbered) return []
    const code = certificate_no || numbered(serial, year)
    const certificateNumber = sample(code)
    return {
      type: 'geographicIndication',
      certificateNumber,
      holder: gi_holder || sampleHolder,
      validFrom: `${year}-01-01`,
    }
  })
}

const sampleHolder = '示例持证人'
const sample = (code: string) => `示例-${code}`
