import { inks } from '../../inks.ts'
import type { Pen, Point } from '../../pen.ts'
import type { Art } from '../art.ts'

function drawNoodle(pen: Pen) {
  const strands = [-40, -24, -8, 8, 24, 40]
  pen.cut(
    [
      [-52, -92, 1],
      [0, -98],
      [52, -92, 1],
      [36, -10],
      [56, 90, 1],
      [0, 98],
      [-56, 90, 1],
      [-36, -10],
    ],
    pen.main,
  )
  pen.lines(
    strands.map((x): Point[] => [
      [x, -88],
      [x * 0.7, 0],
      [x * 1.1, 90],
    ]),
    pen.weight * 0.6,
    pen.dark,
  )
  pen.gouges(
    strands.map((x) => [x * 0.95 + 5, 44, 50, 90 - x * 0.2, 4] as const),
    pen.light,
  )
  pen.cut(
    [
      [-44, -18],
      [0, -10],
      [44, -18],
      [42, 12],
      [0, 20],
      [-42, 12],
    ],
    inks.vermilion,
  )
  pen.gouges(
    [
      [-20, 2, 16, 90, 4],
      [0, 4, 16, 90, 4],
      [20, 2, 16, 90, 4],
    ],
    inks.chalk,
  )
}

export const noodle: Art = {
  draw: drawNoodle,
  colours: ['straw', 'chalk', 'lemon'],
  ways: ['one', 'pair', 'three', 'plate'],
  lean: 12,
}
