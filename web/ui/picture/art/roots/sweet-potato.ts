import type { Pen, Point } from '../../pen.ts'
import { type Art, tableWays } from '../art.ts'

function drawSweetPotato(pen: Pen) {
  for (const [x, y, flip] of [
    [-6, -34, 1],
    [8, 42, -1],
  ] as const) {
    const form: Point[] = [
      [-104, 16, 1],
      [-70, -22],
      [-10, -38],
      [50, -34],
      [80, -10],
      [106, -18, 1],
      [84, 22],
      [40, 42],
      [-20, 36],
      [-74, 34],
    ]
    pen.cut(
      form.map(([px, py, s]) => [x + px * flip, y + py, s]),
      pen.main,
    )
    pen.gouges(
      [
        [x - 30 * flip, y - 12, 60, -8 * flip, 5],
        [x + 30 * flip, y - 20, 40, 0, 4],
      ],
      pen.light,
    )
    pen.gouges(
      [
        [x + 20 * flip, y + 22, 80, -4 * flip, 7],
        [x + 50 * flip, y, 20, 20, 3],
        [x - 56 * flip, y + 14, 20, -20, 3],
        [x, y + 4, 18, 10, 3],
      ],
      pen.dark,
    )
  }
}

export const sweetPotato: Art = {
  draw: drawSweetPotato,
  colours: ['rose', 'persimmon', 'plum', 'clay'],
  ways: tableWays,
  lean: 12,
}
