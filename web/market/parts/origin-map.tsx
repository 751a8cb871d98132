import type { Language } from '../../../server/kernel/actor.ts'
import { countyShapes, mapBox, mapNote, prefectureShapes, projectPoint, provinceOutline } from '../../ui/map/jiangsu.ts'

/** Where a county lies in the province: two shapes, so that it weighs next to nothing. */
export function OriginMap({ countyCode, label, language }: { countyCode: string; label: string; language: Language }) {
  const county = countyShapes[countyCode.slice(0, 6)]
  const city = prefectureShapes[countyCode.slice(0, 4)]
  if (!county && !city) return null
  return (
    <figure class="origin-map">
      <svg viewBox={`0 0 ${mapBox.width} ${mapBox.height}`} role="img" aria-label={label}>
        <path class="origin-ground" d={provinceOutline} />
        {city && <path class="origin-city" d={city.d} />}
        {county && <path class="origin-county" d={county.d} />}
        {county && <circle class="origin-ring" cx={county.x} cy={county.y} r="46" />}
      </svg>
      <figcaption class="soft small">{mapNote[language]}</figcaption>
    </figure>
  )
}

export interface Spot {
  lng: number
  lat: number
  synthetic: boolean
  name: string
  href: string
}

/** One county, as large as the page allows, with its villages as points that lead to them. */
export function CountyMap(props: { countyCode: string; label: string; spots: readonly Spot[]; notes: string[] }) {
  const shape = countyShapes[props.countyCode.slice(0, 6)]
  if (!shape) return null
  const box = boxOf(shape.d)
  const unit = Math.max(box.width, box.height) / 100
  return (
    <figure class="map county-map">
      {/* biome-ignore lint/a11y/useSemanticElements: an <svg> holds the links; there is no element for a group of shapes. */}
      <svg
        viewBox={`${box.x - 4 * unit} ${box.y - 4 * unit} ${box.width + 8 * unit} ${box.height + 8 * unit}`}
        role="group"
        aria-label={props.label}
      >
        <path class="county-map-ground" d={shape.d} stroke-width={unit / 2} />
        {props.spots.map((spot) => {
          const { x, y } = projectPoint(spot.lng, spot.lat)
          return (
            <a key={spot.href} href={spot.href} aria-label={spot.name}>
              <title>{spot.name}</title>
              <circle class="map-reach" cx={x} cy={y} r={unit * 4} />
              <circle class="map-point" cx={x} cy={y} r={unit * 1.8} stroke-width={unit / 2} />
            </a>
          )
        })}
      </svg>
      <figcaption class="soft small">{props.notes.join(' · ')}</figcaption>
    </figure>
  )
}

/** The box around a path of absolute moves and relative lines, which is all that our maps are drawn with. */
export function boxOf(d: string): { x: number; y: number; width: number; height: number } {
  let [x, y] = [0, 0]
  let [left, top, right, bottom] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0, 0]
  for (const [, command, list = ''] of d.matchAll(/([ML l])([^MLlz]*)/g)) {
    const numbers = (list.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number)
    for (let at = 0; at + 1 < numbers.length; at += 2) {
      const absolute = command === 'M' && at === 0
      x = (absolute ? 0 : x) + (numbers[at] ?? 0)
      y = (absolute ? 0 : y) + (numbers[at + 1] ?? 0)
      left = Math.min(left, x)
      top = Math.min(top, y)
      right = Math.max(right, x)
      bottom = Math.max(bottom, y)
    }
  }
  return { x: left, y: top, width: right - left, height: bottom - top }
}
