import { inks } from '../../inks.ts'
import type { Pen } from '../../pen.ts'
import type { Art } from '../art.ts'

function drawBonsai(pen: Pen) {
  pen.cut(
    [
      [-66, 58, 1],
      [66, 58, 1],
      [54, 92, 1],
      [-54, 92, 1],
    ],
    pen.main,
  )
  pen.cut(
    [
      [-74, 50, 1],
      [74, 50, 1],
      [72, 62, 1],
      [-72, 62, 1],
    ],
    pen.light,
  )
  pen.limbs(
    [
      [
        [-10, 52],
        [-30, 10],
        [16, -10],
        [10, -56],
      ],
      [
        [-4, 8],
        [-44, 0],
        [-62, -16],
      ],
      [
        [8, -10],
        [44, -14],
        [62, -30],
      ],
    ],
    11,
    inks.brown,
  )
  for (const [x, y, w] of [
    [-58, -24, 44],
    [60, -38, 42],
    [6, -78, 52],
  ] as const) {
    pen.cut(
      [
        [x - w, y + 8],
        [x - w * 0.7, y - 20],
        [x - w * 0.1, y - 26],
        [x + w * 0.6, y - 22],
        [x + w, y + 6],
        [x + w * 0.4, y + 18],
        [x - w * 0.4, y + 18],
      ],
      pen.leaf,
    )
    pen.gouges(
      [
        [x - 16, y - 4, 18, -70, 4],
        [x, y - 6, 18, -90, 4],
        [x + 16, y - 4, 18, -110, 4],
        [x - 30, y + 4, 14, -60, 3],
        [x + 30, y + 4, 14, -120, 3],
      ],
      pen.leafDark,
    )
  }
}

export const bonsai: Art = {
  draw: drawBonsai,
  colours: ['clay', 'indigo', 'chestnut', 'celadon'],
  leaves: ['leaf', 'moss', 'celadon'],
  ways: ['one', 'pair'],
  lean: 2,
}
