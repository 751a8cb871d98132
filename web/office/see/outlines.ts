import {
  countyShapes,
  type MapShape,
  mapBox,
  prefectureShapes,
  projectPoint,
  provinceOutline,
} from '../../ui/map/jiangsu.ts'
import { prefixOf } from '../app/me.tsx'
import { around, type Box, boundsOf, framed } from './bounds.ts'

/** What is drawn for a division: shapes to choose from, points to choose from, outlines behind. */
export interface Outlines {
  shapes: { code: string; shape: MapShape }[]
  points: { code: string; x: number; y: number; synthetic: boolean }[]
  behind: string[]
  /** The county one is in, where its parts are points. */
  own?: string | undefined
  view: Box
}

/** A child that may stand on the map. */
export interface Place {
  code: string
  lng?: number | null
  lat?: number | null
  coordKind?: string | null
}

const frame = mapBox.width / mapBox.height

/** Provinces show prefectures, prefectures counties; below, villages and townships are points in their county. */
export function outlinesFor(code: string, places: readonly Place[]): Outlines {
  const prefix = prefixOf(code)
  if (prefix.length === 2) {
    const shapes = pick(prefectureShapes, places, 4)
    return { shapes, points: [], behind: [provinceOutline], view: { x: 0, y: 0, ...mapBox } }
  }
  if (prefix.length === 4) {
    const shapes = pick(countyShapes, places, 6)
    const behind = Object.entries(prefectureShapes).flatMap(([key, { d }]) => (key === prefix ? [] : [d]))
    return { shapes, points: [], behind, view: framed(around(shapes.map(({ shape }) => boundsOf(shape.d))), frame) }
  }
  const county = prefix.slice(0, 6)
  const behind = Object.entries(countyShapes).flatMap(([key, { d }]) => (key === county ? [] : [d]))
  const points = places.flatMap(({ code, lng, lat, coordKind }) =>
    typeof lng === 'number' && typeof lat === 'number'
      ? [{ code, ...projectPoint(lng, lat), synthetic: coordKind === 'synthetic' }]
      : [],
  )
  const own = countyShapes[county]
  const boxes = [
    ...(own && prefix.length === 6 ? [boundsOf(own.d)] : []),
    ...points.map(({ x, y }) => ({ x: x - 6, y: y - 6, width: 12, height: 12 })),
  ]
  return {
    shapes: [],
    points,
    behind,
    own: own?.d,
    view: framed(boxes.length > 0 ? around(boxes) : own ? boundsOf(own.d) : { x: 0, y: 0, ...mapBox }, frame, 0.08),
  }
}

function pick(shapes: Readonly<Record<string, MapShape>>, places: readonly Place[], length: number) {
  return places.flatMap(({ code }) => {
    const shape = shapes[code.slice(0, length)]
    return shape ? [{ code, shape }] : []
  })
}
