import { type Pen, type Point, place } from '../../pen.ts'
import type { Art } from '../art.ts'

function drawNeedleMushroom(pen: Pen) {
  const caps: [number, number][] = [
    [-70, -50],
    [-46, -76],
    [-18, -62],
    [8, -92],
    [36, -70],
    [64, -84],
    [78, -48],
    [-30, -98],
    [50, -102],
  ]
  pen.limbs(
    caps.map(([x, y]): Point[] => [
      [x * 0.32, 88],
      [x * 0.5, 10],
      [x, y],
    ]),
    9,
    pen.main,
  )
  pen.stamp(
    () =>
      pen.cut(
        [
          [-20, 6],
          [-16, -14],
          [16, -14],
          [20, 6],
          [0, 10],
        ],
        pen.light,
      ),
    caps.map(([x, y]) => place(x, y, 1, x * 0.3)),
  )
  pen.cut(
    [
      [-32, 56],
      [0, 48],
      [32, 56],
      [36, 92],
      [0, 98],
      [-36, 92],
    ],
    pen.dark,
  )
}

export const needleMushroom: Art = {
  draw: drawNeedleMushroom,
  colours: ['straw', 'ochre', 'chalk'],
  ways: ['one', 'pair', 'three', 'plate', 'basket'],
}
