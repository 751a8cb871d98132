import { inks } from '../../inks.ts'
import { type Pen, place } from '../../pen.ts'
import type { Art } from '../art.ts'

function drawCloth(pen: Pen) {
  pen.cut(
    [
      [-92, 30, 1],
      [-80, 2],
      [0, -16],
      [80, 2],
      [92, 30, 1],
      [92, 80, 1],
      [0, 96],
      [-92, 80, 1],
    ],
    pen.dark,
  )
  pen.cut(
    [
      [-92, 46, 1],
      [0, 60],
      [92, 46, 1],
      [92, 26, 1],
      [0, 40],
      [-92, 26, 1],
    ],
    pen.main,
  )
  pen.cut(
    [
      [-86, 20, 1],
      [-70, -64, 1],
      [0, -84],
      [70, -64, 1],
      [86, 20, 1],
      [0, 36],
    ],
    pen.main,
  )
  const buds = [
    [-44, -34],
    [0, -46],
    [44, -34],
    [-50, 0],
    [0, -6],
    [50, 0],
  ] as const
  pen.stamp(
    () =>
      pen.gouges(
        [
          [0, 0, 24, 0, 5],
          [0, 0, 24, 60, 5],
          [0, 0, 24, 120, 5],
        ],
        inks.chalk,
        true,
      ),
    buds.map(([x, y]) => place(x, y, 1, x)),
  )
  pen.dots(
    [
      [-22, -20],
      [22, -20],
      [-24, 16],
      [26, 16],
      [-66, -20],
      [66, -20],
    ],
    7,
    inks.chalk,
  )
  pen.gouges(
    [
      [-50, 72, 50, 6, 4],
      [10, 80, 50, 0, 4],
      [58, 70, 34, -6, 4],
    ],
    pen.light,
  )
}

export const cloth: Art = { draw: drawCloth, colours: ['indigo', 'vermilion', 'plum'], ways: ['one', 'pair', 'three'] }
