import { inks } from '../../inks.ts'
import type { Pen, Point } from '../../pen.ts'
import { type Art, fruitWays } from '../art.ts'
import { leafed, shine } from './shared.ts'

function drawPeach(pen: Pen) {
  leafed(pen, 8, 74, 78, 22, 12)
  leafed(pen, -8, 76, 80, 22, 172)
  const body: Point[] = [
    [8, -98, 1],
    [44, -74],
    [92, -30],
    [80, 50],
    [34, 88],
    [0, 80],
    [-34, 88],
    [-82, 48],
    [-90, -24],
    [-40, -72],
  ]
  pen.cut(body, pen.main)
  pen.flat(
    [
      [8, -96, 1],
      [44, -72],
      [88, -30],
      [78, 48],
      [40, 80],
      [60, 20],
      [44, -40],
    ],
    inks.rose,
  )
  pen.gouges(
    [
      [48, -44, 44, 58, 4],
      [66, -8, 44, 78, 4],
      [64, 30, 34, 104, 4],
    ],
    inks.vermilion,
  )
  pen.lines(
    [
      [
        [6, -92],
        [-22, -20],
        [0, 78],
      ],
    ],
    pen.weight * 0.9,
    pen.ink,
  )
  shine(pen, -58, 2, 56)
}

export const peach: Art = { draw: drawPeach, colours: ['blush', 'rose', 'straw'], ways: fruitWays, hang: 180 }
