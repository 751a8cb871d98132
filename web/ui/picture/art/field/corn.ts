import type { Pen, Point } from '../../pen.ts'
import { type Art, tableWays } from '../art.ts'

function drawCorn(pen: Pen) {
  pen.cut(
    [
      [0, -104, 1],
      [30, -84],
      [40, -20],
      [34, 70],
      [0, 92],
      [-34, 70],
      [-40, -20],
      [-30, -84],
    ],
    pen.main,
  )
  const rows = [-24, -8, 8, 24].flatMap((x) =>
    [-70, -52, -34, -16, 2, 20].map((y): Point => [x * (y < -60 ? 0.7 : 1), y + Math.abs(x) / 4]),
  )
  pen.dots(rows, 13, pen.dark).dots(
    rows.map(([x, y]): Point => [x - 1, y - 2]),
    9,
    pen.light,
  )
  pen.cut(
    [
      [-6, 94, 1],
      [-64, 80],
      [-74, 10],
      [-60, -48, 1],
      [-36, 10],
      [-4, 40],
    ],
    pen.leaf,
  )
  pen.cut(
    [
      [6, 94, 1],
      [64, 80],
      [72, 20],
      [66, -30, 1],
      [40, 20],
      [2, 50],
    ],
    pen.leaf,
  )
  pen.gouges(
    [
      [-48, 30, 80, 72, 3],
      [46, 36, 70, 108, 3],
      [-26, 60, 50, 50, 3],
      [24, 64, 46, 130, 3],
    ],
    pen.leafDark,
  )
}

export const corn: Art = { draw: drawCorn, colours: ['lemon', 'ochre', 'straw'], ways: tableWays, lean: 20 }
