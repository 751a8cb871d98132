import { inks } from '../../inks.ts'
import { oval, type Pen } from '../../pen.ts'
import type { Art } from '../art.ts'

function drawLotusPod(pen: Pen) {
  pen.limbs(
    [
      [
        [0, 20],
        [-6, 60],
        [8, 100],
      ],
    ],
    9,
    pen.leaf,
  )
  pen.cut(
    [
      [-86, -40],
      [-60, 10],
      [-20, 46],
      [20, 46],
      [60, 10],
      [86, -40],
    ],
    pen.main,
  )
  pen.gouges(
    [
      [-50, -4, 60, 54, 4],
      [-20, 10, 60, 74, 4],
      [20, 10, 60, 106, 4],
      [50, -4, 60, 126, 4],
    ],
    pen.dark,
  )
  pen.cut(oval(0, -42, 88, 40), pen.light)
  for (const [x, y] of [
    [-52, -42],
    [-22, -60],
    [20, -62],
    [52, -44],
    [-22, -28],
    [20, -26],
    [0, -44],
  ] as const) {
    pen.cut(oval(x, y, 12, 9, 0, 6), inks.moss, 0.6)
    pen.dots([[x - 2, y - 2]], 5, pen.chalk)
  }
}

export const lotusPod: Art = {
  draw: drawLotusPod,
  colours: ['celadon', 'moss', 'jade'],
  ways: ['one', 'pair', 'three', 'plate', 'basket'],
  lean: 18,
}
