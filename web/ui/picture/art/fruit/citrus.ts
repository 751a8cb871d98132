import { inks } from '../../inks.ts'
import { oval, type Pen } from '../../pen.ts'
import { type Art, fruitWays } from '../art.ts'
import { leafed, shine } from './shared.ts'

function drawCitrus(pen: Pen) {
  pen.cut(oval(0, 12, 84, 76, 0, 9), pen.main)
  pen.flat(
    [
      [74, -14],
      [80, 20],
      [44, 82],
      [-10, 86],
      [44, 52],
    ],
    pen.dark,
  )
  pen.dots(
    [
      [-20, 30],
      [10, 52],
      [-44, 44],
      [24, 12],
      [-6, 0],
      [42, -18],
      [-20, -22],
      [-4, 70],
    ],
    5,
    pen.dark,
  )
  leafed(pen, 0, -54, 74, 24, -24)
  leafed(pen, 0, -54, 66, 22, 196)
  pen.limbs(
    [
      [
        [0, -56],
        [4, -76],
      ],
    ],
    7,
    inks.brown,
  )
  shine(pen, -52, 2, 48)
}

export const citrus: Art = { draw: drawCitrus, colours: ['persimmon', 'ochre', 'lemon'], ways: fruitWays }
