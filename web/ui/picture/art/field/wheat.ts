import { inks } from '../../inks.ts'
import { type Gouge, type Pen, type Point, place } from '../../pen.ts'
import type { Art } from '../art.ts'

function drawWheat(pen: Pen) {
  const ear = () => {
    pen.lines(
      [
        [
          [0, 92],
          [3, 20],
          [0, -40],
        ],
      ],
      5,
      pen.dark,
    )
    const hairs: Point[][] = [-24, -10, 6, 20].map((x): Point[] => [
      [x * 0.4, -60],
      [x, -104],
    ])
    pen.lines(hairs, 2.5, pen.dark)
    const grains: Gouge[] = [-74, -54, -34, -14, 6].flatMap((y): Gouge[] => [
      [-10, y, 32, 62, 0],
      [10, y, 32, 118, 0],
    ])
    grains.push([0, -88, 30, 90, 0])
    pen.gouges(
      grains.map(([x, y, l, d]): Gouge => [x, y, l + pen.weight * 2.4, d, 12 + pen.weight]),
      pen.ink,
      true,
    )
    pen.gouges(
      grains.map(([x, y, l, d]): Gouge => [x, y, l, d, 12]),
      pen.main,
      true,
    )
  }
  pen.stamp(ear, [place(-18, 6, 0.96, -24), place(18, 6, 0.96, 24), place(-8, 0, 1, -9), place(8, 2, 1, 10)])
  pen.cut(
    [
      [-22, 40],
      [0, 46],
      [22, 40],
      [20, 60],
      [0, 66],
      [-20, 60],
    ],
    inks.leaf,
  )
}

export const wheat: Art = { draw: drawWheat, colours: ['ochre', 'straw'], ways: ['one', 'pair', 'three'] }
