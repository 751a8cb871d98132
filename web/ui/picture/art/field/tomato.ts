import type { Pen } from '../../pen.ts'
import { type Art, tableWays } from '../art.ts'

function drawTomato(pen: Pen) {
  pen.cut(
    [
      [0, -56],
      [50, -68],
      [94, -20],
      [82, 54],
      [30, 92],
      [-30, 92],
      [-82, 54],
      [-94, -20],
      [-50, -68],
    ],
    pen.main,
  )
  pen.flat(
    [
      [62, -46],
      [88, -10],
      [76, 52],
      [26, 86],
      [-4, 86],
      [52, 46],
    ],
    pen.dark,
  )
  pen.gouges(
    [
      [-60, 0, 52, 80, 7],
      [-42, -6, 34, 80, 4],
      [10, -10, 50, 96, 3],
    ],
    pen.light,
  )
  pen.cut(
    [
      [0, -70, 1],
      [20, -60],
      [60, -70, 1],
      [30, -46],
      [42, -20, 1],
      [8, -42],
      [-8, -14, 1],
      [-16, -42],
      [-52, -30, 1],
      [-28, -54],
      [-46, -76, 1],
      [-12, -64],
    ],
    pen.leaf,
  )
  pen.limbs(
    [
      [
        [0, -60],
        [-2, -80],
        [8, -94],
      ],
    ],
    6,
    pen.leaf,
  )
}

export const tomato: Art = { draw: drawTomato, colours: ['vermilion', 'rose', 'persimmon'], ways: tableWays }
