import type { Pen } from '../../pen.ts'
import { type Art, tableWays } from '../art.ts'

function drawPepper(pen: Pen) {
  for (const [x, flip] of [
    [-30, -1],
    [28, 1],
  ] as const) {
    pen.cut(
      [
        [x - 20 * flip, -50],
        [x + 8 * flip, -62],
        [x + 34 * flip, -40],
        [x + 34 * flip, 10],
        [x + 10 * flip, 70],
        [x - 20 * flip, 98, 1],
        [x - 8 * flip, 40],
        [x - 20 * flip, 0],
      ],
      pen.main,
    )
    pen.gouges([[x + 22 * flip, -4, 66, 90 + 14 * flip, 6]], pen.dark, true)
    pen.gouges([[x - 2 * flip, -10, 60, 90 + 4 * flip, 5]], pen.light, true)
    pen.cut(
      [
        [x - 22 * flip, -46],
        [x - 10 * flip, -66],
        [x + 14 * flip, -70],
        [x + 36 * flip, -46],
        [x + 8 * flip, -54],
      ],
      pen.leaf,
    )
    pen.limbs(
      [
        [
          [x + 6 * flip, -62],
          [x + 4 * flip, -84],
          [x - 14 * flip, -96],
        ],
      ],
      6,
      pen.leaf,
    )
  }
}

export const pepper: Art = { draw: drawPepper, colours: ['vermilion', 'leaf', 'persimmon'], ways: tableWays, lean: 16 }
