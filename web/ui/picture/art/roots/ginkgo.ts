import { inks } from '../../inks.ts'
import { oval, type Pen } from '../../pen.ts'
import { type Art, tableWays } from '../art.ts'

function drawGinkgo(pen: Pen) {
  pen.limbs(
    [
      [
        [-4, 60],
        [0, 0],
        [20, -30],
      ],
    ],
    5,
    inks.moss,
  )
  pen.cut(
    [
      [10, -18, 1],
      [-40, -50],
      [-76, -84],
      [-30, -106],
      [4, -84],
      [18, -96],
      [60, -104],
      [92, -66],
      [60, -30],
    ],
    pen.leaf,
  )
  pen.gouges(
    [
      [-24, -66, 60, 38, 2],
      [0, -70, 60, 70, 2],
      [34, -70, 60, 110, 2],
      [56, -58, 50, 140, 2],
    ],
    pen.leafDark,
  )
  for (const [x, y, turn] of [
    [-46, 44, -12],
    [40, 34, 10],
    [0, 62, 4],
  ] as const) {
    pen.cut(oval(x, y, 30, 38, turn), pen.main)
    pen.gouges([[x + 12, y + 4, 46, 90 + turn, 5]], pen.dark, true)
    pen.gouges([[x - 12, y - 4, 30, 94 + turn, 5]], pen.light, true)
  }
}

export const ginkgo: Art = {
  draw: drawGinkgo,
  colours: ['straw', 'ochre', 'lemon'],
  leaves: ['lemon', 'celadon', 'moss'],
  ways: tableWays,
  lean: 14,
}
