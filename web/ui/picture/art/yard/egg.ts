import type { Pen } from '../../pen.ts'
import { type Art, tableWays } from '../art.ts'

function drawEgg(pen: Pen) {
  pen.cut(
    [
      [0, -92],
      [42, -76],
      [74, -4],
      [62, 70],
      [0, 98],
      [-62, 70],
      [-74, -4],
      [-42, -76],
    ],
    pen.main,
  )
  pen.flat(
    [
      [40, -50],
      [68, 4],
      [56, 66],
      [0, 90],
      [-20, 84],
      [36, 48],
    ],
    pen.dark,
  )
  pen.gouges(
    [
      [-40, -6, 60, 98, 8],
      [-22, -30, 36, 104, 4],
    ],
    pen.light,
  )
  pen.dots(
    [
      [-10, 20],
      [10, -20],
      [20, 30],
      [-26, 48],
      [30, -2],
      [2, 60],
    ],
    4,
    pen.dark,
  )
}

export const egg: Art = { draw: drawEgg, colours: ['blush', 'chalk', 'celadon', 'clay'], ways: tableWays, lean: 16 }
