import { inks } from '../../inks.ts'
import type { Pen, Point } from '../../pen.ts'
import { type Art, tableWays } from '../art.ts'

function drawTaro(pen: Pen) {
  pen.cut(
    [
      [0, -86],
      [36, -70],
      [74, -6],
      [64, 62],
      [0, 96],
      [-64, 62],
      [-74, -6],
      [-36, -70],
    ],
    pen.main,
  )
  pen.flat(
    [
      [40, -50],
      [70, 0],
      [60, 58],
      [10, 88],
      [44, 40],
    ],
    pen.dark,
  )
  pen.lines(
    [-46, -22, 4, 32, 60].map((y): Point[] => [
      [-66 + Math.abs(y) / 3, y - 6],
      [0, y + 14],
      [66 - Math.abs(y) / 3, y - 6],
    ]),
    pen.weight * 0.8,
    pen.ink,
  )
  pen.gouges(
    [
      [-30, -30, 12, 70, 3],
      [-10, -10, 12, 90, 3],
      [20, 14, 12, 100, 3],
      [-34, 22, 12, 80, 3],
      [6, 44, 12, 90, 3],
      [30, -26, 12, 110, 3],
      [-18, 66, 12, 80, 3],
    ],
    pen.light,
  )
  pen.cut(
    [
      [-24, -78],
      [-12, -102],
      [2, -86, 1],
      [12, -104],
      [24, -78],
      [0, -68],
    ],
    inks.rose,
  )
}

export const taro: Art = { draw: drawTaro, colours: ['clay', 'brown', 'ochre'], ways: tableWays, lean: 14 }
