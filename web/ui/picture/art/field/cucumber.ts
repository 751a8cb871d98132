import { inks } from '../../inks.ts'
import type { Pen } from '../../pen.ts'
import { type Art, tableWays } from '../art.ts'

function drawCucumber(pen: Pen) {
  for (const [x, y] of [
    [0, -26],
    [4, 40],
  ] as const) {
    pen.cut(
      [
        [x - 92, y + 18],
        [x - 70, y - 10],
        [x, y - 34],
        [x + 76, y - 14],
        [x + 96, y + 12],
        [x + 70, y + 28],
        [x, y + 12],
        [x - 66, y + 36],
      ],
      pen.main,
    )
    pen.gouges(
      [
        [x - 50, y + 8, 60, -16, 3],
        [x + 20, y - 10, 80, 6, 3],
        [x - 10, y + 4, 60, -4, 3],
      ],
      pen.light,
      true,
    )
    pen.dots(
      [
        [x - 64, y + 20],
        [x - 28, y - 8],
        [x + 6, y - 16],
        [x + 40, y + 2],
        [x + 66, y - 2],
        [x - 40, y + 20],
      ],
      6,
      pen.dark,
    )
    pen.cut(
      [
        [x + 92, y - 2],
        [x + 110, y - 16],
        [x + 106, y + 4],
        [x + 108, y + 22],
      ],
      inks.lemon,
      0.7,
    )
  }
}

export const cucumber: Art = { draw: drawCucumber, colours: ['leaf', 'moss', 'celadon'], ways: tableWays, lean: 20 }
