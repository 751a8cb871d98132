import type { Pen } from '../../pen.ts'
import { type Art, tableWays } from '../art.ts'

function drawEggplant(pen: Pen) {
  pen.cut(
    [
      [-52, -60],
      [-20, -76],
      [20, -44],
      [74, 10],
      [96, 60],
      [66, 94],
      [16, 80],
      [-30, 20],
      [-62, -30],
    ],
    pen.main,
  )
  pen.flat(
    [
      [30, -30],
      [74, 16],
      [90, 60],
      [64, 88],
      [40, 84],
      [66, 56],
      [50, 10],
    ],
    pen.dark,
  )
  pen.gouges(
    [
      [-8, 0, 90, 52, 7],
      [-26, -20, 40, 58, 4],
    ],
    pen.light,
  )
  pen.cut(
    [
      [-66, -66],
      [-44, -86],
      [-14, -74],
      [14, -44, 1],
      [-12, -46],
      [-16, -18, 1],
      [-38, -34],
      [-60, -14, 1],
      [-64, -42],
    ],
    pen.leaf,
  )
  pen.limbs(
    [
      [
        [-52, -72],
        [-70, -92],
        [-88, -92],
      ],
    ],
    9,
    pen.leaf,
  )
}

export const eggplant: Art = { draw: drawEggplant, colours: ['violet', 'plum', 'celadon'], ways: tableWays, lean: 16 }
