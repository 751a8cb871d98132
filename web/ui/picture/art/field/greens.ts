import { inks } from '../../inks.ts'
import type { Pen, Point } from '../../pen.ts'
import { type Art, tableWays } from '../art.ts'

function drawGreens(pen: Pen) {
  const big = (points: Point[], colour: string) => pen.cut(points, colour)
  big(
    [
      [-18, 40, 1],
      [-80, 10],
      [-104, -50],
      [-60, -84],
      [-24, -40],
      [-8, 30, 1],
    ],
    pen.dark,
  )
  big(
    [
      [18, 40, 1],
      [80, 14],
      [104, -44],
      [64, -82],
      [26, -40],
      [8, 30, 1],
    ],
    pen.dark,
  )
  big(
    [
      [-12, 40, 1],
      [-40, -30],
      [-36, -86],
      [4, -108],
      [38, -84],
      [36, -26],
      [12, 40, 1],
    ],
    pen.main,
  )
  pen.lines(
    [
      [
        [0, 40],
        [2, -20],
        [0, -90],
      ],
      [
        [-14, 40],
        [-50, -10],
        [-76, -54],
      ],
      [
        [14, 40],
        [50, -6],
        [76, -50],
      ],
    ],
    7,
    pen.light,
  )
  pen.gouges(
    [
      [-14, -40, 30, 50, 3],
      [16, -44, 30, 130, 3],
      [-12, -66, 26, 45, 3],
      [14, -70, 26, 135, 3],
      [-64, -20, 28, 100, 3],
      [64, -16, 28, 80, 3],
    ],
    pen.light,
  )
  big(
    [
      [-26, 34],
      [-40, 70],
      [-26, 94],
      [0, 88],
      [-4, 50],
    ],
    pen.chalk,
  )
  big(
    [
      [26, 34],
      [40, 70],
      [26, 94],
      [0, 88],
      [4, 50],
    ],
    pen.chalk,
  )
  big(
    [
      [-14, 30],
      [14, 30],
      [18, 80],
      [0, 98],
      [-18, 80],
    ],
    pen.chalk,
  )
  pen.gouges(
    [
      [-4, 64, 40, 88, 3],
      [8, 60, 36, 92, 3],
    ],
    inks.jade,
  )
}

export const greens: Art = { draw: drawGreens, colours: ['leaf', 'celadon', 'moss'], ways: tableWays }
