import type { Say } from '../../words/words.ts'
import { count, type Language, sayMoney, sayPercent } from '../parts/format.ts'
import type { Figures } from './scale.ts'

/** A place and its figures in one breath, for those who listen. */
export function sayFigures({ name, sales, orders, covered, villages }: Figures, say: Say, language: Language): string {
  const { amount, unit } = sayMoney(sales, language)
  return say('office.place_told', {
    name,
    sales: `${amount}${unit}`,
    orders: count(orders),
    covered,
    villages,
    share: sayPercent(covered, villages),
  })
}
