import type { Pen } from '../../pen.ts'
import { type Art, tableWays } from '../art.ts'

function drawCaltrop(pen: Pen) {
  for (const [x, y] of [
    [-14, -36],
    [16, 46],
  ] as const) {
    pen.cut(
      [
        [x - 88, y - 36, 1],
        [x - 56, y - 18],
        [x - 20, y - 34],
        [x + 20, y - 34],
        [x + 56, y - 18],
        [x + 88, y - 36, 1],
        [x + 72, y + 14],
        [x + 30, y + 34],
        [x, y + 28],
        [x - 30, y + 34],
        [x - 72, y + 14],
      ],
      pen.main,
    )
    pen.gouges(
      [
        [x - 40, y + 4, 44, 20, 5],
        [x + 40, y + 4, 44, 160, 5],
        [x, y - 8, 30, 0, 4],
      ],
      pen.light,
    )
    pen.gouges(
      [
        [x - 24, y + 22, 40, 12, 5],
        [x + 24, y + 22, 40, 168, 5],
        [x, y + 8, 28, 90, 4],
      ],
      pen.dark,
    )
  }
}

export const caltrop: Art = {
  draw: drawCaltrop,
  colours: ['plum', 'chestnut', 'celadon', 'vermilion'],
  ways: tableWays,
  lean: 12,
}
