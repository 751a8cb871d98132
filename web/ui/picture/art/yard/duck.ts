import { inks } from '../../inks.ts'
import type { Pen } from '../../pen.ts'
import { type Art, standingWays } from '../art.ts'
import { feet } from './shared.ts'

function drawDuck(pen: Pen) {
  feet(pen, [-2, 28], 66, inks.persimmon)
  pen.cut(
    [
      [-78, -64, 1],
      [-104, -62],
      [-100, -48],
      [-74, -44, 1],
    ],
    inks.ochre,
  )
  pen.cut(
    [
      [-74, -86],
      [-44, -92],
      [-26, -60],
      [-26, -20],
      [20, -18],
      [70, -16],
      [104, -30, 1],
      [90, 30],
      [50, 72],
      [-20, 74],
      [-62, 40],
      [-54, -10],
      [-60, -38],
      [-80, -54],
    ],
    pen.main,
  )
  pen.cut(
    [
      [-10, 12],
      [30, -6],
      [88, 0, 1],
      [60, 38],
      [14, 46],
    ],
    pen.dark,
  )
  pen.gouges(
    [
      [10, 20, 40, 4, 5],
      [34, 12, 40, 0, 5],
      [40, 28, 36, -8, 5],
    ],
    pen.light,
  )
  pen.gouges(
    [
      [-40, 24, 26, 60, 4],
      [-28, 48, 26, 36, 4],
      [4, 60, 26, 8, 4],
      [-44, 2, 18, 80, 4],
    ],
    pen.dark,
  )
  pen.lines(
    [
      [
        [-58, -32],
        [-44, -26],
        [-28, -34],
      ],
    ],
    8,
    pen.chalk,
  )
  pen.dots([[-60, -68]], 10, pen.chalk).dots([[-60, -68]], 6, pen.ink)
}

export const duck: Art = {
  draw: drawDuck,
  colours: ['chalk', 'clay', 'stone', 'sky'],
  ways: standingWays,
  outdoors: true,
  lean: 3,
}
