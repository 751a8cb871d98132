import { inks } from '../../inks.ts'
import type { Pen, Point } from '../../pen.ts'
import { type Art, tableWays } from '../art.ts'

function drawChestnut(pen: Pen) {
  const one = (x: number, y: number, s: number) => {
    const at = (px: number, py: number, sharp?: 1): Point => [x + px * s, y + py * s, sharp]
    pen.cut(
      [
        at(4, -78, 1),
        at(30, -52),
        at(74, -24),
        at(70, 44),
        at(30, 66),
        at(-30, 66),
        at(-70, 44),
        at(-74, -24),
        at(-24, -52),
      ],
      pen.main,
    )
    pen.flat([at(-66, 34), at(-30, 26), at(30, 26), at(66, 34), at(30, 60), at(-30, 60)], inks.clay)
    pen.gouges(
      [
        [x - 36 * s, y - 8 * s, 50 * s, 100, 6],
        [x - 14 * s, y - 24 * s, 46 * s, 96, 4],
      ],
      pen.light,
    )
    pen.gouges(
      [
        [x + 44 * s, y - 4 * s, 50 * s, 80, 6],
        [x - 20 * s, y + 44 * s, 14, 90, 3],
        [x + 8 * s, y + 46 * s, 14, 90, 3],
        [x + 30 * s, y + 42 * s, 12, 90, 3],
      ],
      pen.dark,
    )
  }
  one(38, -22, 0.76)
  one(-32, 30, 0.8)
}

export const chestnut: Art = {
  draw: drawChestnut,
  colours: ['chestnut', 'brown', 'persimmon'],
  ways: tableWays,
  lean: 14,
}
