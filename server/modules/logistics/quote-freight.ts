import { type Db, row } from '../../kernel/db.ts'
import type { Fen } from '../../kernel/money.ts'
import { recentlyFrom } from '../../kernel/recent.ts'
import { freightFor, prefixesOfRegion, ruleFor, usualTemplate } from './freight.ts'
import { regionRefused } from './refusals.ts'
import type { FreightQuestion, FreightQuote, FreightRule } from './shapes.ts'

/** What a store asks for sending to one region, whatever the parcel. */
export interface FreightRate {
  rule: FreightRule
  freeFrom: Fen | null
  shipsWithinHours: number
  coldChain: boolean
}
type Found = FreightRule & Omit<FreightRate, 'rule'> & { hasRule: boolean }

/** What sending costs and how long it takes; refuses a region the store does not send to. One statement. */
export async function quoteFreight(on: Db, question: FreightQuestion): Promise<FreightQuote> {
  return quoteBy(await findRate(on, question), question)
}

type Way = Pick<FreightQuestion, 'storeId' | 'regionCode'>

/**
 * The rate that holds between a store and a region; refuses a region the store does not send to. A transaction sees this
 * very moment, a reader the last second.
 */
export function freightRateOf(on: Db, way: Way): Promise<FreightRate> {
  return rates(on, `${way.storeId} ${way.regionCode}`, () => findRate(on, way))
}

const rates = recentlyFrom<FreightRate>({ ms: 1000, entries: 2000 })

async function findRate(on: Db, { storeId, regionCode }: Way): Promise<FreightRate> {
  const found = await row<Found>(
    on,
    `select t.free_from, t.ships_within_hours, t.cold_chain, r.template_id is not null has_rule,
       r.first_grams, r.first_fen, r.further_grams, r.further_fen, r.days_min, r.days_max, r.refused
     from logistics.freight_template t
     left join lateral (
       select * from logistics.freight_rule r where r.template_id = t.id and r.region_prefix = any($2)
       order by length(r.region_prefix) desc limit 1) r on true
     where t.store_id = $1`,
    [storeId, prefixesOfRegion(regionCode)],
  )
  const rule = found ? (found.hasRule ? found : undefined) : ruleFor(usualTemplate.rules, regionCode)
  if (!rule || rule.refused) throw regionRefused(undefined, 'regionCode')
  const { freeFrom, shipsWithinHours, coldChain } = found ?? usualTemplate
  return { rule, freeFrom, shipsWithinHours, coldChain }
}

/** What a parcel costs by a rate. */
export function quoteBy(
  { rule, freeFrom, shipsWithinHours, coldChain }: FreightRate,
  parcel: Pick<FreightQuestion, 'grams' | 'goodsAmount'>,
): FreightQuote {
  return {
    freight: freightFor(rule, parcel, freeFrom),
    daysMin: rule.daysMin,
    daysMax: rule.daysMax,
    shipsWithinHours,
    coldChain,
  }
}
