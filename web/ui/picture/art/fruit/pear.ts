import { inks } from '../../inks.ts'
import type { Pen } from '../../pen.ts'
import { type Art, fruitWays } from '../art.ts'
import { leafed, shine } from './shared.ts'

function drawPear(pen: Pen) {
  pen.limbs(
    [
      [
        [2, -66],
        [6, -90],
        [20, -102],
      ],
    ],
    6,
    inks.brown,
  )
  leafed(pen, 8, -84, 66, 20, -8)
  pen.cut(
    [
      [-4, -74],
      [28, -70],
      [34, -28],
      [84, 20],
      [64, 92],
      [0, 84],
      [-64, 92],
      [-84, 20],
      [-36, -28],
      [-30, -70],
    ],
    pen.main,
  )
  pen.flat(
    [
      [30, -50],
      [36, -20],
      [80, 24],
      [62, 86],
      [20, 86],
      [52, 50],
      [44, 10],
    ],
    pen.dark,
  )
  pen.dots(
    [
      [-10, -30],
      [12, 8],
      [-18, 24],
      [4, 46],
      [-38, 58],
      [28, 62],
      [-2, -2],
    ],
    6,
    pen.dark,
  )
  shine(pen, -46, 34, 50)
}

export const pear: Art = { draw: drawPear, colours: ['straw', 'jade', 'ochre'], ways: fruitWays }
