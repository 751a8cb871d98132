import { inks } from '../../inks.ts'
import { oval, type Pen } from '../../pen.ts'
import type { Art } from '../art.ts'

function drawHam(pen: Pen) {
  pen.limbs(
    [
      [
        [-30, -40],
        [-62, -88],
        [-80, -104],
      ],
    ],
    15,
    pen.chalk,
  )
  pen.cut(
    [
      [-58, -64],
      [-24, -78],
      [30, -54],
      [88, 0],
      [90, 62],
      [40, 94],
      [-20, 70],
      [-54, 10],
      [-68, -40],
    ],
    pen.main,
  )
  pen.flat(
    [
      [40, -30],
      [84, 10],
      [82, 58],
      [40, 86],
      [6, 76],
      [56, 50],
    ],
    pen.dark,
  )
  pen.gouges(
    [
      [-26, -20, 60, 56, 6],
      [0, -16, 50, 46, 5],
      [-22, 26, 50, 60, 5],
    ],
    pen.light,
  )
  pen.cut(oval(44, 44, 30, 26, 30), inks.blush)
  pen.dots([[46, 44]], 15, pen.chalk)
  pen.lines(
    [
      [
        [-66, -46],
        [-46, -54],
        [-34, -74],
      ],
    ],
    7,
    inks.straw,
  )
}

export const ham: Art = {
  draw: drawHam,
  colours: ['vermilion', 'brown', 'rose'],
  ways: ['one', 'pair', 'three', 'plate'],
  lean: 12,
}
