import { inks } from '../../inks.ts'
import type { Pen, Point } from '../../pen.ts'
import { type Art, standingWays } from '../art.ts'

function drawHoney(pen: Pen) {
  pen.cut(
    [
      [-66, -56],
      [66, -56],
      [76, -20],
      [74, 60],
      [60, 92],
      [-60, 92],
      [-74, 60],
      [-76, -20],
    ],
    pen.main,
  )
  pen.flat(
    [
      [40, -50],
      [70, -40],
      [70, 60],
      [54, 88],
      [30, 88],
      [44, 40],
    ],
    pen.dark,
  )
  pen.gouges(
    [
      [-54, 10, 90, 88, 7],
      [-38, 0, 50, 88, 4],
    ],
    pen.light,
    true,
  )
  pen.cut(
    [
      [-70, -88, 1],
      [70, -88, 1],
      [72, -54, 1],
      [-72, -54, 1],
    ],
    inks.straw,
  )
  pen.gouges(
    [
      [-40, -72, 24, 90, 4],
      [-14, -72, 24, 90, 4],
      [14, -72, 24, 90, 4],
      [40, -72, 24, 90, 4],
    ],
    inks.ochre,
  )
  const comb = (x: number, y: number): Point[] =>
    [30, 90, 150, 210, 270, 330].map(
      (t): Point => [x + Math.cos((t * Math.PI) / 180) * 19, y + Math.sin((t * Math.PI) / 180) * 19, 1],
    )
  for (const [x, y] of [
    [-17, 4],
    [17, 4],
    [0, 34],
  ] as const)
    pen.cut(comb(x, y), inks.chalk, 0.7)
  pen.dots(
    [
      [-17, 4],
      [0, 34],
    ],
    12,
    inks.ochre,
  )
}

export const honey: Art = { draw: drawHoney, colours: ['ochre', 'persimmon', 'lemon'], ways: standingWays, lean: 2 }
