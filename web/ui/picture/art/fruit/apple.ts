import { inks } from '../../inks.ts'
import type { Pen } from '../../pen.ts'
import { type Art, fruitWays } from '../art.ts'
import { leafed, shine } from './shared.ts'

function drawApple(pen: Pen) {
  pen.cut(
    [
      [0, -58],
      [34, -80],
      [92, -58],
      [88, 30],
      [44, 94],
      [0, 82],
      [-44, 94],
      [-88, 30],
      [-92, -58],
      [-34, -80],
    ],
    pen.main,
  )
  pen.flat(
    [
      [52, -66],
      [88, -54],
      [84, 28],
      [44, 90],
      [10, 84],
      [56, 50],
      [66, -10],
    ],
    pen.dark,
  )
  pen.gouges(
    [
      [-6, -30, 50, 82, 5],
      [18, -26, 58, 96, 5],
      [34, -12, 60, 104, 4],
      [-28, -20, 60, 78, 5],
    ],
    pen.light,
  )
  pen.flat(
    [
      [-30, -60],
      [0, -44],
      [30, -60],
      [0, -70],
    ],
    pen.dark,
  )
  pen.limbs(
    [
      [
        [0, -52],
        [2, -80],
        [14, -98],
      ],
    ],
    6,
    inks.brown,
  )
  leafed(pen, 6, -74, 64, 20, -20)
  shine(pen, -62, -8, 50)
}

export const apple: Art = { draw: drawApple, colours: ['vermilion', 'rose', 'jade'], ways: fruitWays }
