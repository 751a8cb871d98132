import { execFileSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readCsv } from '../../../data/read-csv.ts'
import {
  countyShapes,
  mapBox,
  mapNote,
  prefectureShapes,
  projectPoint,
  provinceOutline,
  zonesWithoutShape,
} from './jiangsu.ts'

const data = (file: string) => join(import.meta.dirname, '../../../data', file)
const divisions = readCsv(data('divisions.csv.gz'))
const inBox = ({ x, y }: { x: number; y: number }) => x >= 0 && x <= mapBox.width && y >= 0 && y <= mapBox.height

/** The corners of a path of relative lines. */
function cornersOf(path: string): { x: number; y: number }[] {
  return (path.match(/M[^z]+z/g) ?? []).flatMap((ring) => {
    const numbers = (ring.match(/-?\d+/g) ?? []).map(Number)
    let [x, y] = [0, 0]
    return Array.from({ length: numbers.length / 2 }, (_, at) => {
      x += numbers[2 * at] ?? Number.NaN
      y += numbers[2 * at + 1] ?? Number.NaN
      return { x, y }
    })
  })
}

describe('the map of Jiangsu', () => {
  it('has an outline for each of the 95 counties, and lists the 9 zones that have none', () => {
    const codes = divisions.filter((row) => row.level === '3').map((row) => row.code?.slice(0, 6) ?? '')
    const zones = divisions.filter((row) => row.kind === 'development_zone').map((row) => row.code?.slice(0, 6) ?? '')
    expect(Object.keys(zonesWithoutShape).sort()).toEqual(zones.sort())
    expect(Object.keys(countyShapes)).toHaveLength(95)
    expect(codes.filter((code) => !countyShapes[code]).sort()).toEqual(zones)
    for (const host of Object.values(zonesWithoutShape)) expect(countyShapes[host]).toBeDefined()
  })
  it('has the 13 prefectures and the province', () => {
    const codes = divisions.filter((row) => row.level === '2').map((row) => row.code?.slice(0, 4))
    expect(Object.keys(prefectureShapes).sort()).toEqual(codes.sort())
    expect(cornersOf(provinceOutline).length).toBeGreaterThan(200)
  })
  it('draws whole numbers inside its box, in less than 60 KB', () => {
    for (const shape of [...Object.values(countyShapes), ...Object.values(prefectureShapes)]) {
      expect(shape.d).toMatch(/^(M\d+ \d+l[-\d ]+z)+$/)
      expect(cornersOf(shape.d).every(inBox) && inBox(shape)).toBe(true)
    }
    expect(statSync(join(import.meta.dirname, 'jiangsu.ts')).size).toBeLessThan(60_000)
    expect(mapNote.zh).toBe('示意图，非审定底图')
  })
  it('puts every known point into the box, and near its own county', () => {
    for (const { code = '', lng, lat } of readCsv(data('division_points.csv.gz'))) {
      const point = projectPoint(Number(lng), Number(lat))
      expect(inBox(point)).toBe(true)
      const county = code.slice(0, 6)
      const corners = cornersOf(countyShapes[zonesWithoutShape[county] ?? county]?.d ?? '')
      const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)]
      // Boundaries of 2017 and zones that reach over them: near is enough.
      const slack = 25
      expect(point.x).toBeGreaterThan(Math.min(...xs) - slack)
      expect(point.x).toBeLessThan(Math.max(...xs) + slack)
      expect(point.y).toBeGreaterThan(Math.min(...ys) - slack)
      expect(point.y).toBeLessThan(Math.max(...ys) + slack)
    }
  })
  it('is what the drawing tool draws', () => {
    const drawn = execFileSync(process.execPath, [data('tools/draw-map.mjs'), '--print'], { encoding: 'utf8' })
    const plain = (text: string) => text.replace(/[\s'",]/g, '')
    expect(plain(readFileSync(join(import.meta.dirname, 'jiangsu.ts'), 'utf8'))).toBe(plain(drawn))
  })
})
