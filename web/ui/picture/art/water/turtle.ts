import { leaf, oval, type Pen } from '../../pen.ts'
import { type Art, standingWays } from '../art.ts'

function drawTurtle(pen: Pen) {
  pen.cut(leaf(56, 50, 54, 14, 30), pen.main)
  for (const [x, turn] of [
    [-52, 130],
    [-22, 100],
    [34, 76],
    [60, 50],
  ] as const)
    pen.cut(oval(x, 66, 26, 13, turn), pen.main)
  pen.cut(
    [
      [-56, 40],
      [-92, 20],
      [-104, -10],
      [-86, -30],
      [-66, -8],
      [-44, 10],
    ],
    pen.main,
  )
  pen.cut(
    [
      [-72, 60, 1],
      [-70, -4],
      [-30, -56],
      [34, -54],
      [78, 0],
      [80, 60, 1],
      [0, 72],
    ],
    pen.dark,
  )
  pen.gouges(
    [
      [-34, 6, 50, 70, 6],
      [0, -2, 60, 90, 6],
      [36, 6, 50, 110, 6],
      [-20, -30, 40, -12, 5],
      [24, -30, 36, 16, 5],
      [0, 44, 110, 0, 5],
    ],
    pen.light,
    true,
  )
  pen.dots([[-88, -8]], 8, pen.ink)
}

export const turtle: Art = { draw: drawTurtle, colours: ['moss', 'celadon'], ways: standingWays }
