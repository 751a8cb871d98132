import type { Pen, Point } from '../../pen.ts'
import { type Art, tableWays } from '../art.ts'

function drawOnion(pen: Pen) {
  pen.cut(
    [
      [-6, -104, 1],
      [14, -66],
      [80, -30],
      [88, 40],
      [36, 90],
      [-36, 90],
      [-88, 40],
      [-80, -30],
      [-16, -64],
      [-24, -96, 1],
    ],
    pen.main,
  )
  pen.flat(
    [
      [30, -50],
      [76, -24],
      [82, 40],
      [34, 84],
      [4, 84],
      [54, 36],
    ],
    pen.dark,
  )
  pen.gouges(
    [
      [-56, 14, 80, 84, 5],
      [-28, 14, 104, 88, 5],
      [2, 14, 110, 92, 5],
      [32, 12, 100, 96, 5],
    ],
    pen.light,
  )
  pen.lines(
    [-16, -5, 6, 17].map((x): Point[] => [
      [x, 88],
      [x * 1.4, 102],
    ]),
    3,
    pen.ink,
  )
}

export const onion: Art = { draw: drawOnion, colours: ['plum', 'ochre', 'rose'], ways: tableWays, lean: 12 }
