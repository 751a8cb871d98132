import type { Answer } from '../../api/client.ts'
import { type Language, percentOf, sayMoney } from '../parts/format.ts'
import type { Measure } from '../paths.ts'

export type Figures = Answer<'/api/figures/divisions/{code}'>['self']
export type Step = 1 | 2 | 3 | 4 | 5

/** How a place is shaded, and what the shades mean. */
export interface Scale {
  stepOf(figures: Figures): Step | undefined
  /** The words of the steps that occur, palest first. */
  legend: { step: Step; words: string }[]
}

/** Coverage is always read against the same five steps; sales against steps that fit the places in view. */
export function scaleFor(measure: Measure, places: readonly Figures[], language: Language): Scale {
  return measure === 'coverage' ? coverageScale : salesScale(places, language)
}

const coverageScale: Scale = {
  stepOf: ({ covered, villages }) =>
    villages === 0 ? undefined : (Math.min(5, Math.floor(percentOf(covered, villages) / 20) + 1) as Step),
  legend: [1, 2, 3, 4, 5].map((step) => ({ step: step as Step, words: `${(step - 1) * 20}–${step * 20}%` })),
}

function salesScale(places: readonly Figures[], language: Language): Scale {
  const sold = places.flatMap(({ sales, orders }) => (orders > 0 && sales > 0 ? [sales] : [])).sort((a, b) => a - b)
  const cuts = [...new Set([0.2, 0.4, 0.6, 0.8].map((part) => rounded(sold[Math.floor(sold.length * part)] ?? 0)))]
    .filter((cut) => cut > (sold[0] ?? 0))
    .sort((a, b) => a - b)
  const stepOf = ({ sales, orders }: Figures) =>
    orders === 0 ? undefined : stepFor(cuts.filter((cut) => sales >= cut).length, cuts.length)
  const say = (fen: number) => {
    const { amount, unit } = sayMoney(fen, language)
    return `${amount.replace(/\.?0+$/, '')}${unit}`
  }
  const legend = [0, ...cuts].map((from, position) => {
    const to = cuts[position]
    const words =
      to === undefined
        ? from === 0
          ? say(sold.at(-1) ?? 0)
          : `≥ ${say(from)}`
        : from === 0
          ? `< ${say(to)}`
          : `${say(from)}–${say(to)}`
    return { step: stepFor(position, cuts.length), words }
  })
  return { stepOf, legend: sold.length === 0 ? [] : legend }
}

// Fewer than five classes keep to the dark end apart from each other: 1 of 1 is the middle.
function stepFor(position: number, cuts: number): Step {
  if (cuts === 0) return 3
  return (1 + Math.round((position * 4) / cuts)) as Step
}

// Two figures that a person can say; never above what it stands for, or the largest place would miss its own class.
function rounded(fen: number): number {
  if (fen <= 0) return 0
  const size = 10 ** (Math.floor(Math.log10(fen)) - 1)
  return Math.floor(fen / size) * size
}
