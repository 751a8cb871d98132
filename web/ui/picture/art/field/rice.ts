import { inks } from '../../inks.ts'
import { type Gouge, leaf, type Pen, place } from '../../pen.ts'
import type { Art } from '../art.ts'

function drawRice(pen: Pen) {
  const ear = () => {
    pen.lines(
      [
        [
          [0, 90],
          [-4, -20],
          [24, -78],
          [62, -66],
        ],
      ],
      5,
      pen.leafDark,
    )
    const grains: Gouge[] = [
      [16, -66, 26, -20, 0],
      [30, -84, 26, -30, 0],
      [38, -62, 26, 10, 0],
      [50, -86, 26, 0, 0],
      [54, -56, 26, 40, 0],
      [68, -78, 26, 20, 0],
      [66, -48, 26, 60, 0],
      [80, -60, 28, 56, 0],
      [76, -32, 26, 78, 0],
      [86, -36, 26, 82, 0],
    ]
    pen.gouges(
      grains.map(([x, y, l, d]): Gouge => [x, y, l + pen.weight * 2.4, d, 11 + pen.weight]),
      pen.ink,
      true,
    )
    pen.gouges(
      grains.map(([x, y, l, d]): Gouge => [x, y, l, d, 11]),
      pen.main,
      true,
    )
  }
  pen.cut(leaf(-4, 90, 150, 13, -112), pen.leaf).cut(leaf(4, 90, 140, 13, -70), pen.leaf)
  pen.stamp(ear, [place(-6, 4, 1, -26, true), place(4, 0, 1, 16), place(0, -4, 1, -10), place(2, 8, 0.92, -4, true)])
  pen.cut(
    [
      [-22, 40],
      [0, 46],
      [22, 40],
      [20, 60],
      [0, 66],
      [-20, 60],
    ],
    inks.vermilion,
  )
}

export const rice: Art = { draw: drawRice, colours: ['straw', 'ochre', 'lemon'], ways: ['one', 'pair', 'three'] }
