import { boundsOf } from './bounds.ts'
import type { Place } from './map-place.tsx'
import { nameOnMap, namesThatFit, widthOf } from './place-names.ts'

interface NamesProps {
  regions: readonly Place[]
  pointed: string | undefined
  unit: number
  view: { x: number; width: number }
}

/** The names on the map, above all its shapes: a neighbour drawn later would cover half of one. The links say them already. */
export function MapNames({ regions, pointed, unit, view }: NamesProps) {
  const size = 13 * unit
  const places = regions
    .map(({ code, d, x, y, step, figures }) => {
      const name = nameOnMap(figures.name)
      const spots = d ? [{ x, y }] : aroundDot({ x, y }, unit, widthOf(name, size) / 2)
      return { code, d, step, name, spots, weight: code === pointed ? Infinity : figures.sales }
    })
    // An outline carries its name in its middle, where it has the room.
    .filter(({ code, d, name }) => code === pointed || !d || boundsOf(d).width > widthOf(name, size))
  const dots = regions.filter(({ d }) => !d)
  const spots = namesThatFit(places, size, { left: view.x, right: view.x + view.width }, dots)
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of names takes no focus.
    <g aria-hidden="true">
      {places
        .filter(({ code }) => spots.has(code))
        .map(({ code, d, step, name }) => (
          <text
            key={code}
            className={`place-name${d && step && step >= 4 ? ' on-dark' : ''}`}
            {...spots.get(code)}
            fontSize={size}
            strokeWidth={3 * unit}
          >
            {name}
          </text>
        ))}
    </g>
  )
}

/** A dot carries its name above it, or else where there is room for it. */
function aroundDot({ x, y }: { x: number; y: number }, unit: number, half: number) {
  const [above, below, aside, beside] = [y - 15 * unit, y + 16 * unit, 0.7 * half, half + 11 * unit]
  return [
    { x, y: above },
    { x, y: below },
    { x: x + beside, y },
    { x: x - beside, y },
    ...[above, below].flatMap((y) => [
      { x: x + aside, y },
      { x: x - aside, y },
    ]),
  ]
}
