import { inks } from '../../inks.ts'
import type { Pen, Point } from '../../pen.ts'
import { type Art, tableWays } from '../art.ts'

function drawGarlic(pen: Pen) {
  pen.cut(
    [
      [-10, -104],
      [12, -102],
      [12, -60],
      [70, -10],
      [74, 50],
      [30, 88],
      [-30, 88],
      [-74, 50],
      [-70, -10],
      [-12, -60],
    ],
    pen.main,
  )
  pen.flat(
    [
      [10, -56],
      [66, -8],
      [70, 48],
      [28, 84],
      [52, 30],
      [30, -10],
    ],
    pen.dark,
  )
  pen.lines(
    [
      [
        [-2, -64],
        [-52, 0],
        [-22, 84],
      ],
      [
        [2, -64],
        [6, 10],
        [0, 88],
      ],
      [
        [8, -60],
        [54, 0],
        [26, 84],
      ],
    ],
    pen.weight * 0.8,
    pen.ink,
  )
  pen.gouges(
    [
      [-44, 20, 60, 82, 5],
      [-12, 20, 60, 88, 4],
      [22, 10, 60, 82, 3],
    ],
    inks.rose,
  )
  pen.lines(
    [-18, -8, 0, 9, 18].map((x): Point[] => [
      [x, 88],
      [x * 1.3, 100],
    ]),
    3,
    pen.ink,
  )
}

export const garlic: Art = { draw: drawGarlic, colours: ['chalk'], ways: tableWays, lean: 12 }
