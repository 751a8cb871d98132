import type { Pen, Point } from '../../pen.ts'
import { type Art, tableWays } from '../art.ts'

function drawShell(pen: Pen) {
  pen.cut(
    [
      [-16, 72, 1],
      [-80, 62],
      [-104, 0],
      [-60, -66],
      [0, -84],
      [60, -66],
      [104, 0],
      [80, 62],
      [16, 72, 1],
      [14, 90],
      [-14, 90],
    ],
    pen.main,
  )
  for (const reach of [0.78, 0.55, 0.32]) {
    const arc: Point[] = [
      [-88, 30],
      [-66, -54],
      [0, -80],
      [66, -54],
      [88, 30],
    ]
    pen.lines([arc.map(([x, y]): Point => [x * reach, 74 + (y - 74) * reach])], pen.weight * (reach + 0.3), pen.dark)
  }
  pen.gouges(
    [
      [-62, 6, 60, 42, 5],
      [-34, -20, 84, 66, 5],
      [0, -28, 96, 90, 5],
      [34, -20, 84, 114, 5],
      [62, 6, 60, 138, 5],
    ],
    pen.light,
    true,
  )
}

export const shell: Art = { draw: drawShell, colours: ['clay', 'blush', 'stone', 'straw'], ways: tableWays, lean: 24 }
