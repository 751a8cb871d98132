// Draws web/ui/map/jiangsu.ts from the county boundaries: node data/tools/draw-map.mjs [--print]
// Borders are simplified arc by arc, so that neighbours still share every line.
import { readFileSync, writeFileSync } from 'node:fs'

const data = (file) => new URL(`../${file}`, import.meta.url)
const topology = JSON.parse(readFileSync(data('jiangsu_counties.topo.json'), 'utf8'))
const codes = readFileSync(data('county_code_map.csv'), 'utf8').trim().split('\n').slice(1)

const width = 1000
const smallestBend = 2.2 // a corner whose triangle is smaller than this (in square units) is dropped
const smallestIsland = 2.5
const { scale, translate } = topology.transform
const arcsInDegrees = topology.arcs.map((arc) => {
  let x = 0
  let y = 0
  return arc.map(([dx, dy]) => {
    x += dx
    y += dy
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]]
  })
})
const all = arcsInDegrees.flat()
const west = Math.min(...all.map(([lng]) => lng))
const east = Math.max(...all.map(([lng]) => lng))
const south = Math.min(...all.map(([, lat]) => lat))
const north = Math.max(...all.map(([, lat]) => lat))
// One degree of longitude is shorter than one of latitude; at this size the middle of the province decides for all.
const margin = 8
const perLng = (width - 2 * margin) / (east - west)
const perLat = perLng / Math.cos((((south + north) / 2) * Math.PI) / 180)
const height = Math.round((north - south) * perLat) + 2 * margin
const project = ([lng, lat]) => [margin + (lng - west) * perLng, margin + (north - lat) * perLat]

const triangle = ([ax, ay], [bx, by], [cx, cy]) => Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2

/** Visvalingam: takes away the least corner until the least left is large enough. */
function simplify(points) {
  const kept = [...points]
  const closed = kept[0][0] === kept.at(-1)[0] && kept[0][1] === kept.at(-1)[1]
  for (;;) {
    let least = smallestBend
    let at = -1
    for (let i = 1; i < kept.length - 1; i++) {
      const size = triangle(kept[i - 1], kept[i], kept[i + 1])
      if (size < least) {
        least = size
        at = i
      }
    }
    if (at < 0 || kept.length <= (closed ? 4 : 2)) return kept
    kept.splice(at, 1)
  }
}
const arcs = arcsInDegrees.map((arc) => simplify(arc.map(project)).map((point) => point.map(Math.round)))
const arcOf = (index) => (index < 0 ? [...arcs[~index]].reverse() : arcs[index])
const ringOf = (indexes) => indexes.flatMap((index, at) => (at === 0 ? arcOf(index) : arcOf(index).slice(1)))

const area = (ring) =>
  Math.abs(
    ring.reduce((sum, [x, y], i) => sum + x * ring[(i + 1) % ring.length][1] - ring[(i + 1) % ring.length][0] * y, 0),
  ) / 2

/** Rings of arcs as one path in whole, relative units; specks are left out unless nothing else is left. */
function pathOf(rings) {
  const large = rings.filter((ring) => area(ring) >= smallestIsland)
  const drawn = large.length > 0 ? large : [rings.reduce((a, b) => (area(b) > area(a) ? b : a))]
  let path = ''
  for (const ring of drawn) {
    let [x, y] = ring[0]
    path += `M${x} ${y}l`
    let steps = ''
    for (const [nextX, nextY] of ring.slice(1, -1)) {
      if (nextX === x && nextY === y) continue
      const [dx, dy] = [nextX - x, nextY - y]
      steps += `${steps && dx >= 0 ? ' ' : ''}${dx}${dy < 0 ? '' : ' '}${dy}`
      x = nextX
      y = nextY
    }
    path += `${steps}z`
  }
  return path
}

/** How far a point lies inside a ring (squared), or −1 outside. */
function roomAt(ring, x, y) {
  let inside = false
  let room = Number.POSITIVE_INFINITY
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, ay] = ring[i]
    const [bx, by] = ring[j]
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
    const length = (bx - ax) ** 2 + (by - ay) ** 2
    const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length))
    room = Math.min(room, (x - ax - t * (bx - ax)) ** 2 + (y - ay - t * (by - ay)) ** 2)
  }
  return inside ? room : -1
}

/** The point inside that lies farthest from every border (where a label or a dot belongs): coarsely, then finely. */
function middleOf(rings) {
  const ring = rings.reduce((a, b) => (area(b) > area(a) ? b : a))
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)]
  let best = { x: ring[0][0], y: ring[0][1], room: -1 }
  const look = (fromX, toX, fromY, toY, step) => {
    for (let x = fromX; x <= toX; x += step)
      for (let y = fromY; y <= toY; y += step) {
        const room = roomAt(ring, x, y)
        if (room > best.room) best = { x, y, room }
      }
  }
  look(Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys), 4)
  look(best.x - 4, best.x + 4, best.y - 4, best.y + 4, 1)
  return best
}

const polygonsOf = (geometry) => (geometry.type === 'Polygon' ? [geometry.arcs] : geometry.arcs)
const ringsOf = (geometry) => polygonsOf(geometry).flat().map(ringOf)
const shapeLine = (key, geometry) => {
  const rings = ringsOf(geometry)
  const { x, y } = middleOf(rings)
  return `  '${key}': { d: '${pathOf(rings)}', x: ${x}, y: ${y} },\n`
}

/** Border arcs that only one prefecture has make the outline of the province. */
function provinceRings() {
  const uses = new Map()
  for (const geometry of topology.objects.prefectures.geometries)
    for (const index of polygonsOf(geometry).flat(2))
      uses.set(index < 0 ? ~index : index, [...(uses.get(index < 0 ? ~index : index) ?? []), index])
  const open = [...uses.values()].filter((each) => each.length === 1).map(([index]) => arcOf(index))
  const rings = []
  while (open.length > 0) {
    let ring = open.pop()
    for (;;) {
      const [x, y] = ring.at(-1)
      if (ring.length > 1 && x === ring[0][0] && y === ring[0][1]) break
      const at = open.findIndex((arc) => arc[0][0] === x && arc[0][1] === y)
      if (at < 0) throw new Error('the outline of the province does not close')
      ring = [...ring, ...open.splice(at, 1)[0].slice(1)]
    }
    rings.push(ring)
  }
  return rings
}

const counties = new Map(topology.objects.counties.geometries.map((each) => [each.properties.adcode, each]))
let countyLines = ''
let zoneLines = ''
for (const line of codes) {
  const [code, , , polygon, , relation] = line.split(',')
  if (relation.startsWith('no_polygon')) zoneLines += `  '${code}': '${polygon}',\n`
  else countyLines += shapeLine(code, counties.get(polygon))
}
const prefectureLines = topology.objects.prefectures.geometries
  .sort((a, b) => a.properties.adcode.localeCompare(b.properties.adcode))
  .map((each) => shapeLine(each.properties.adcode.slice(0, 4), each))
  .join('')

const text = `// Drawn by data/tools/draw-map.mjs from data/jiangsu_counties.topo.json; change it there.

/** A place on the map: its outline and the point inside where a label or a dot belongs. */
export type MapShape = { readonly d: string; readonly x: number; readonly y: number }

/** Must stand wherever this map is drawn. */
export const mapNote = { zh: '示意图，非审定底图', en: 'Schematic, not an approved base map' } as const

/** The size of the drawing: viewBox="0 0 width height". */
export const mapBox = { width: ${width}, height: ${height} } as const

/** Where a WGS-84 point lies in the drawing. */
export function projectPoint(lng: number, lat: number): { x: number; y: number } {
  return {
    x: ${margin} + (lng - ${west.toFixed(6)}) * ${perLng.toFixed(4)},
    y: ${margin} + (${north.toFixed(6)} - lat) * ${perLat.toFixed(4)},
  }
}

/** The 95 counties by the first six digits of their code. */
export const countyShapes: Readonly<Record<string, MapShape>> = {
${countyLines}}

/** Statistical development zones have no outline of their own: each lies in the county named here, and is listed, not drawn. */
export const zonesWithoutShape: Readonly<Record<string, string>> = {
${zoneLines}}

/** The 13 prefectures by the first four digits of their code. */
export const prefectureShapes: Readonly<Record<string, MapShape>> = {
${prefectureLines}}

/** The outline of the province. */
export const provinceOutline =
  '${pathOf(provinceRings())}'
`
if (process.argv.includes('--print')) process.stdout.write(text)
else writeFileSync(new URL('../../web/ui/map/jiangsu.ts', import.meta.url), text)
