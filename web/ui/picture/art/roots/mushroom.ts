import { inks } from '../../inks.ts'
import type { Pen, Point } from '../../pen.ts'
import { type Art, tableWays } from '../art.ts'

function drawMushroom(pen: Pen) {
  const one = (x: number, y: number, s: number, speckled: boolean) => {
    const at = (px: number, py: number, sharp?: 1): Point => [x + px * s, y + py * s, sharp]
    pen.cut([at(-20, -6), at(20, -6), at(18, 40), at(28, 78), at(0, 86), at(-28, 78), at(-18, 40)], pen.chalk)
    pen.gouges(
      [
        [x - 8 * s, y + 40 * s, 56 * s, 90, 3],
        [x + 8 * s, y + 44 * s, 50 * s, 88, 3],
      ],
      inks.stone,
    )
    pen.cut(
      [at(-80, 4, 1), at(-76, -48), at(-24, -88), at(24, -88), at(76, -48), at(80, 4, 1), at(30, 16), at(-30, 16)],
      pen.main,
    )
    pen.flat([at(-74, 0), at(0, -14), at(74, 0), at(30, 12), at(-30, 12)], inks.clay)
    if (speckled)
      pen.gouges(
        [
          [x - 34 * s, y - 36 * s, 34 * s, 130, 6],
          [x, y - 58 * s, 30 * s, 0, 6],
          [x + 36 * s, y - 36 * s, 34 * s, 50, 6],
          [x, y - 28 * s, 24 * s, 90, 5],
        ],
        pen.light,
        true,
      )
  }
  one(34, -10, 0.8, true)
  one(-34, 26, 0.76, true)
}

export const mushroom: Art = { draw: drawMushroom, colours: ['brown', 'persimmon', 'clay', 'soot'], ways: tableWays }
