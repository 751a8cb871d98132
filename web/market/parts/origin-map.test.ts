import { expect, test } from 'vitest'
import { countyShapes, mapBox } from '../../ui/map/jiangsu.ts'
import { boxOf } from './origin-map.tsx'

test('the box around a shape holds all of it, islands too', () => {
  expect(boxOf('M10 20l5 0 0 5-8 0zM40 40l2 3z')).toEqual({ x: 7, y: 20, width: 35, height: 23 })
  for (const { d, x, y } of Object.values(countyShapes)) {
    const box = boxOf(d)
    expect(box.x).toBeGreaterThanOrEqual(0)
    expect(box.x + box.width).toBeLessThanOrEqual(mapBox.width)
    expect(box.y + box.height).toBeLessThanOrEqual(mapBox.height)
    expect(x).toBeGreaterThan(box.x)
    expect(y).toBeLessThan(box.y + box.height)
  }
})
