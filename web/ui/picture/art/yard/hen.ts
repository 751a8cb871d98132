import { inks } from '../../inks.ts'
import type { Gouge, Pen } from '../../pen.ts'
import { type Art, standingWays } from '../art.ts'
import { feet } from './shared.ts'

function drawHen(pen: Pen) {
  feet(pen, [-8, 22], 60, inks.ochre)
  pen.cut(
    [
      [40, 0, 1],
      [64, -60],
      [92, -84],
      [102, -50],
      [104, -10],
      [80, 24],
    ],
    pen.dark,
  )
  pen.cut(
    [
      [58, -6, 1],
      [78, -40],
      [100, -30],
      [96, 4],
      [74, 26],
    ],
    pen.main,
  )
  pen.cut(
    [
      [-72, -94],
      [-60, -108],
      [-48, -92, 1],
      [-38, -104],
      [-28, -86],
      [-50, -72],
    ],
    inks.vermilion,
  )
  pen.cut(
    [
      [-72, -56, 1],
      [-94, -52],
      [-76, -42, 1],
    ],
    inks.ochre,
  )
  pen.cut(
    [
      [-66, -84],
      [-38, -86],
      [-26, -46],
      [10, -20],
      [60, -14],
      [84, 10],
      [62, 60],
      [10, 78],
      [-46, 58],
      [-64, 6],
      [-60, -34],
      [-76, -56],
    ],
    pen.main,
  )
  pen.cut(
    [
      [-70, -44],
      [-60, -46],
      [-56, -24],
      [-68, -22],
    ],
    inks.vermilion,
    0.7,
  )
  pen.cut(
    [
      [-14, 0],
      [28, -12],
      [72, 14, 1],
      [50, 38],
      [10, 46],
      [-22, 30],
    ],
    pen.dark,
  )
  const feathers: Gouge[] = [
    [0, 14, 30, 16, 5],
    [24, 22, 34, 14, 5],
    [44, 18, 30, 10, 4],
    [4, 30, 26, 10, 4],
  ]
  pen.gouges(feathers, pen.light)
  pen.gouges(
    [
      [-44, -10, 16, 80, 4],
      [-48, 14, 16, 70, 4],
      [-36, 34, 18, 50, 4],
      [-30, 4, 16, 70, 4],
      [-14, 56, 20, 20, 4],
      [16, 60, 20, 0, 4],
    ],
    pen.dark,
  )
  pen.dots([[-56, -64]], 9, pen.ink)
}

export const hen: Art = {
  draw: drawHen,
  colours: ['ochre', 'chalk', 'soot', 'persimmon', 'brown'],
  ways: standingWays,
  outdoors: true,
  lean: 3,
}
