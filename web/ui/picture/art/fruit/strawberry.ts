import { inks } from '../../inks.ts'
import type { Pen } from '../../pen.ts'
import { type Art, tableWays } from '../art.ts'

function drawStrawberry(pen: Pen) {
  pen.cut(
    [
      [0, -50],
      [50, -66],
      [88, -30],
      [64, 40],
      [0, 112],
      [-64, 40],
      [-88, -30],
      [-50, -66],
    ],
    pen.main,
  )
  pen.flat(
    [
      [60, -50],
      [84, -26],
      [60, 38],
      [6, 98],
      [30, 50],
      [56, 0],
    ],
    pen.dark,
  )
  pen.gouges(
    [
      [-50, -20, 12, 90, 5],
      [-18, -18, 12, 90, 5],
      [16, -18, 12, 90, 5],
      [48, -20, 12, 90, 5],
      [-34, 10, 12, 80, 5],
      [0, 12, 12, 90, 5],
      [34, 10, 12, 100, 5],
      [-20, 40, 12, 80, 5],
      [16, 42, 12, 95, 5],
      [-2, 66, 12, 90, 5],
    ],
    inks.straw,
    true,
  )
  pen.cut(
    [
      [0, -76, 1],
      [24, -74],
      [66, -66, 1],
      [36, -50],
      [30, -26, 1],
      [8, -44],
      [0, -18, 1],
      [-10, -44],
      [-32, -26, 1],
      [-36, -50],
      [-66, -64, 1],
      [-24, -74],
    ],
    pen.leaf,
  )
  pen.limbs(
    [
      [
        [0, -70],
        [4, -86],
        [16, -98],
      ],
    ],
    6,
    pen.leaf,
  )
}

export const strawberry: Art = { draw: drawStrawberry, colours: ['vermilion', 'rose'], ways: tableWays }
