import { useSay } from '../app/settings.tsx'
import type { Measure } from '../paths.ts'
import type { Scale } from './scale.ts'

/** What the shades and hatchings mean. */
export function MapLegend({
  legend,
  measure,
  hatched,
  unverified,
}: {
  legend: Scale['legend']
  measure: Measure
  hatched: boolean
  unverified: boolean
}) {
  const say = useSay()
  return (
    <ul className="legend small">
      {legend.map(({ step, words }) => (
        <li key={step}>
          <span className={`swatch swatch-${step}`} /> {words}
        </li>
      ))}
      {hatched && (
        <li>
          <span className="swatch swatch-none" /> {say(measure === 'sales' ? 'office.no_sales' : 'office.no_villages')}
        </li>
      )}
      {unverified && (
        <li>
          <span className="swatch swatch-unverified" /> {say('office.sample_unverified')}
        </li>
      )}
    </ul>
  )
}
