import { oval, type Pen } from '../../pen.ts'
import { type Art, tableWays } from '../art.ts'

function drawCocoon(pen: Pen) {
  for (const [x, y, turn] of [
    [-34, -34, -30],
    [38, -10, 24],
    [-14, 48, 8],
  ] as const) {
    pen.cut(oval(x, y, 56, 36, turn), pen.main)
    pen.gouges(
      [
        [x - 10, y - 8, 70, turn - 6, 3],
        [x + 6, y + 4, 70, turn + 10, 3],
        [x, y + 16, 54, turn, 4],
        [x - 8, y - 18, 44, turn + 14, 3],
      ],
      pen.dark,
    )
  }
  pen.lines(
    [
      [
        [76, 4],
        [100, 30],
        [60, 60],
        [90, 92],
      ],
    ],
    3,
    pen.ink,
  )
}

export const cocoon: Art = { draw: drawCocoon, colours: ['chalk', 'straw', 'blush'], ways: tableWays, lean: 20 }
