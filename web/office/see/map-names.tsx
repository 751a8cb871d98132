import { boundsOf } from './bounds.ts'
import type { Place } from './map-place.tsx'
import { namesThatFit } from './place-names.ts'

interface NamesProps {
  regions: readonly Place[]
  pointed: string | undefined
  unit: number
  view: { x: number; width: number }
}

/** The names on the map, above all its shapes: a neighbour drawn later would cover half of one. The links say them already. */
export function MapNames({ regions, pointed, unit, view }: NamesProps) {
  const size = 13 * unit
  // A dot carries its name above it; an outline in its middle, where it has the room.
  const places = regions
    .map(({ code, d, x, y, step, figures: { name, sales } }) => ({
      ...{ code, d, x, name, step },
      y: d ? y : y - 15 * unit,
      weight: code === pointed ? Infinity : sales,
    }))
    .filter(({ code, d, name }) => code === pointed || !d || boundsOf(d).width > name.length * size)
  const middles = namesThatFit(places, size, { left: view.x, right: view.x + view.width })
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of names takes no focus.
    <g aria-hidden="true">
      {places
        .filter(({ code }) => middles.has(code))
        .map(({ code, d, y, step, name }) => (
          <text
            key={code}
            className={`place-name${d && step && step >= 4 ? ' on-dark' : ''}`}
            x={middles.get(code)}
            y={y}
            fontSize={size}
            strokeWidth={3 * unit}
          >
            {name}
          </text>
        ))}
    </g>
  )
}
